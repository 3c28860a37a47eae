package dev.anmok.core.filter;

import dev.anmok.core.filter.Filter.Bound;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a field is compared with: turns the text of values into conditions.
record Comparison(Field field) {
  private static final Pattern MONTH = Pattern.compile("(\\d{4})(?:[-./](\\d{1,2}))?");

  /// The values that a text stands for; more than one for a year or a month.
  private record Span(Value first, Value last) {}

  /// A single value, or a range `a..b` where the field has ranges.
  Filter among(int place, String text) {
    int dots = field.type().ordered() ? text.indexOf("..") : -1;
    if (dots < 0) {
      return equal(place, text);
    }
    var lower = text.substring(0, dots);
    var upper = text.substring(dots + 2);
    if (lower.isEmpty() && upper.isEmpty()) {
      throw new FilterException(place, "a range needs a bound: 1990..1999, 1990.. or ..1999");
    }
    var first = lower.isEmpty() ? null : span(place, lower).first;
    var last = upper.isEmpty() ? null : span(place + dots + 2, upper).last;
    if (first != null && last != null && first.compareTo(last) > 0) {
      throw new FilterException(
          place, "'%s' holds nothing: the smaller value comes first".formatted(text));
    }
    return new Filter.Range(field, inclusive(first), inclusive(last));
  }

  Filter equal(int place, String text) {
    var span = span(place, text);
    return span.first.equals(span.last)
        ? new Filter.Equal(field, span.first)
        : new Filter.Range(field, inclusive(span.first), inclusive(span.last));
  }

  /// A comparison by `>`, `>=`, `<` or `<=`.
  Filter against(String operator, int place, String text) {
    var span = span(place, text);
    return switch (operator) {
      case ">" -> new Filter.Range(field, new Bound(span.last, false), null);
      case ">=" -> new Filter.Range(field, new Bound(span.first, true), null);
      case "<" -> new Filter.Range(field, null, new Bound(span.first, false));
      case "<=" -> new Filter.Range(field, null, new Bound(span.last, true));
      default -> throw new IllegalArgumentException("no comparison: " + operator);
    };
  }

  private static @Nullable Bound inclusive(@Nullable Value value) {
    return value == null ? null : new Bound(value, true);
  }

  private Span span(int place, String text) {
    var value = ValueText.parse(field.type(), text);
    if (value.isPresent()) {
      return new Span(value.get(), value.get());
    }
    var days = field.type() == FieldType.DATE ? days(text.strip()) : null;
    if (days == null) {
      throw new FilterException(place, mismatch(text));
    }
    return days;
  }

  private String mismatch(String text) {
    return switch (field.type()) {
      case DATE ->
          "%s is a date such as 2019-03-01, 2019-03 or 2019; '%s' is not"
              .formatted(field.name(), text);
      case KEYWORD, LIST ->
          "'%.40s' is no word to compare %s with: 1 to %,d characters"
              .formatted(text, field.name(), ValueText.MAX_WORD);
      case INTEGER, DECIMAL, BOOLEAN ->
          "%s is %s; '%s' is not".formatted(field.name(), field.type().inWords(), text);
    };
  }

  private static @Nullable Span days(String text) {
    var match = MONTH.matcher(text);
    if (!match.matches()) {
      return null;
    }
    try {
      int year = Integer.parseInt(match.group(1));
      if (match.group(2) == null) {
        return new Span(
            new Value.Day(LocalDate.of(year, 1, 1)), new Value.Day(LocalDate.of(year, 12, 31)));
      }
      var month = YearMonth.of(year, Integer.parseInt(match.group(2)));
      return new Span(new Value.Day(month.atDay(1)), new Value.Day(month.atEndOfMonth()));
    } catch (DateTimeException e) {
      return null; // the thirteenth month
    }
  }
}
