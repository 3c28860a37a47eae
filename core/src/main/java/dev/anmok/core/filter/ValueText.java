package dev.anmok.core.filter;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Values as people and programs write them.
///
/// Whole numbers may have a zero fraction (`1999.0`) and, like decimals, commas between groups of
/// three digits; dates may be `2019-03-01`, `2019.3.1`, `2019/03/01`, `2019년 3월 1일`, `20190301`,
/// with or without a time of day, which is dropped. Dates that begin with the day or the month do
/// not say which, and are none.
public final class ValueText {
  /// Characters that a word may have; longer ones are texts, not keywords.
  public static final int MAX_WORD = 1_000;

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+|\\d{1,3}(,\\d{3})+|(?=\\.\\d))(\\.\\d*)?([eE][+-]?\\d{1,3})?");
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4})(?:-(\\d{1,2})-(\\d{1,2})|/(\\d{1,2})/(\\d{1,2})"
              + "|\\. ?(\\d{1,2})\\. ?(\\d{1,2})\\.?|년 ?(\\d{1,2})월 ?(\\d{1,2})일|(\\d{2})(\\d{2}))"
              + "(?:[T ]\\d{1,2}:\\d{2}.*)?");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  private static final Set<String> TRUE =
      Set.of("true", "t", "yes", "y", "on", "1", "1.0", "예", "네", "참");
  private static final Set<String> FALSE =
      Set.of("false", "f", "no", "n", "off", "0", "0.0", "아니오", "아니요", "거짓");

  /// What tables write where they know nothing.
  private static final Set<String> MISSING =
      Set.of("", "\\n", "nan", "nat", "null", "none", "n/a", "na", "-");

  private ValueText() {}

  /// The value that a text is, or nothing if it is none of the type; of [FieldType#LIST] one value.
  public static Optional<Value> parse(FieldType type, String text) {
    var clean = clean(text);
    return switch (type) {
      case KEYWORD, LIST ->
          clean.isEmpty() || clean.length() > MAX_WORD
              ? Optional.empty()
              : Optional.of(new Value.Word(clean));
      case INTEGER -> whole(clean);
      case DECIMAL -> decimal(clean);
      case DATE -> date(clean);
      case BOOLEAN -> truth(clean);
    };
  }

  /// A value as [#parse] reads it, in one form only.
  public static String print(Value value) {
    return switch (value) {
      case Value.Word(var text) -> text;
      case Value.Whole(long number) -> Long.toString(number);
      case Value.Decimal(double number) ->
          number == Math.rint(number) && Math.abs(number) < 1e15
              ? Long.toString((long) number)
              : Double.toString(number);
      case Value.Day(var date) -> date.toString();
      case Value.Truth(boolean holds) -> Boolean.toString(holds);
    };
  }

  /// Whether a text says that there is no value of a type.
  static boolean missing(FieldType type, String text) {
    var clean = clean(text).toLowerCase(Locale.ROOT);
    return switch (type) {
      case KEYWORD, LIST -> clean.isEmpty() || clean.equals("\\n");
      case INTEGER, DECIMAL, DATE, BOOLEAN -> MISSING.contains(clean);
    };
  }

  private static String clean(String text) {
    var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return SPACES.matcher(composed).replaceAll(" ").strip();
  }

  private static Optional<Value> whole(String text) {
    return number(text)
        .flatMap(number -> {
          try {
            return Optional.of(new Value.Whole(number.longValueExact()));
          } catch (ArithmeticException e) {
            return Optional.empty(); // a fraction, or beyond 64 bits
          }
        });
  }

  private static Optional<Value> decimal(String text) {
    return number(text)
        .map(BigDecimal::doubleValue)
        .filter(Double::isFinite)
        .map(Value.Decimal::new);
  }

  private static Optional<BigDecimal> number(String text) {
    return text.length() <= 100 && NUMBER.matcher(text).matches()
        ? Optional.of(new BigDecimal(text.replace(",", "")))
        : Optional.empty();
  }

  private static Optional<Value> date(String text) {
    var match = DATE.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    try {
      int year = Integer.parseInt(match.group(1));
      return Optional.of(new Value.Day(LocalDate.of(year, first(match, 2), first(match, 3))));
    } catch (DateTimeException e) {
      return Optional.empty(); // 2019-02-30
    }
  }

  /// The first group that took part of those at every second place.
  private static int first(Matcher match, int from) {
    int group = from;
    while (match.group(group) == null) {
      group += 2;
    }
    return Integer.parseInt(match.group(group));
  }

  private static Optional<Value> truth(String text) {
    var word = text.toLowerCase(Locale.ROOT);
    if (TRUE.contains(word)) {
      return Optional.of(new Value.Truth(true));
    }
    return FALSE.contains(word) ? Optional.of(new Value.Truth(false)) : Optional.empty();
  }
}
