package dev.anmok.core.filter;

import dev.anmok.core.text.Nearest;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the filter language:
///
/// ```
/// genre:horror year>=2000 rating>7.5 -genre:comedy
/// (director:"Bong Joon-ho" OR country:kr,jp) released:2010..2019-06 adult:false has:rating
/// ```
///
/// Conditions beside each other must all hold; `OR` joins alternatives and binds less; `-` or `NOT`
/// turns round what follows. `:` and `=` ask for one of the values after it, parted by commas;
/// numbers and dates have ranges, whose ends belong to them and may be left open. A year or a month
/// stands for all its days. Names, words and values are compared regardless of case.
public final class FilterParser {
  /// Characters that a filter may have.
  public static final int MAX_LENGTH = 2_000;

  /// How deep parentheses and negations may nest.
  public static final int MAX_DEPTH = 20;

  private static final int MOST_NAMES = 20;
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{M}\\p{N}_][\\p{L}\\p{M}\\p{N}_-]*");
  private static final Pattern OPERATOR = Pattern.compile("(?::?(>=|<=|!=|>|<|=)|:)(?![<>=!:~])");
  private static final Pattern BAD_OPERATOR = Pattern.compile("[^\\s\\p{L}\\p{M}\\p{N}_\"().,-]+");
  private static final Pattern SECOND_CONDITION =
      Pattern.compile("\\s+[\\p{L}\\p{M}\\p{N}_-]+\\s*[:<>=!].*", Pattern.DOTALL);
  private static final Pattern BARE = Pattern.compile("[^\\s()\",]+");
  private static final Map<String, String> MEANT =
      Map.of("=>", ">=", "=<", "<=", "<>", "!=", "!", "!=", "!:", "!=", "==", "=", "~", ":");

  private final Schema schema;
  private final Map<String, String> aliases;
  private final String text;
  private int at;
  private int depth;

  private FilterParser(Schema schema, Map<String, String> aliases, String text) {
    this.schema = schema;
    this.aliases = aliases;
    this.text = text;
  }

  /// Reads a filter; a blank one lets everything through.
  ///
  /// @throws FilterException if it cannot be understood
  public static Filter parse(Schema schema, String text) {
    return parse(schema, Map.of(), text);
  }

  /// Reads a filter whose fields may have other names too.
  ///
  /// @param aliases names of fields by the other names, such as labels in another language
  /// @throws FilterException if it cannot be understood
  public static Filter parse(Schema schema, Map<String, String> aliases, String text) {
    if (text.length() > MAX_LENGTH) {
      throw new FilterException(
          MAX_LENGTH,
          "a filter may have at most %,d characters, had %,d".formatted(MAX_LENGTH, text.length()));
    }
    return text.isBlank() ? Filter.none() : new FilterParser(schema, aliases, text).whole();
  }

  private Filter whole() {
    var filter = either();
    if (at < text.length()) {
      throw problem(at, "this ) closes nothing; remove it or open one before");
    }
    return filter;
  }

  private Filter either() {
    var parts = new ArrayList<Filter>();
    do {
      parts.add(all());
    } while (word("OR"));
    return Filter.or(parts);
  }

  private Filter all() {
    var parts = new ArrayList<Filter>();
    parts.add(one());
    while (!ends()) {
      word("AND");
      parts.add(one());
    }
    return Filter.and(parts);
  }

  /// Whether nothing more follows that must hold too.
  private boolean ends() {
    space();
    return at == text.length() || text.charAt(at) == ')' || wordFollows("OR");
  }

  private Filter one() {
    space();
    if (at == text.length() || text.charAt(at) == ')' || wordFollows("OR")) {
      throw problem(at, "a condition is missing here, such as genre:horror");
    }
    int from = at;
    if (text.charAt(at) == '-') {
      at++;
      return Filter.not(inner(from));
    }
    if (word("NOT")) {
      return Filter.not(inner(from));
    }
    return text.charAt(at) == '(' ? group() : condition();
  }

  private Filter inner(int from) {
    descend(from);
    var part = one();
    depth--;
    return part;
  }

  private Filter group() {
    int from = at++;
    descend(from);
    var filter = either();
    if (at == text.length()) {
      throw problem(from, "this ( is never closed; add a )");
    }
    at++;
    depth--;
    return filter;
  }

  private void descend(int from) {
    if (++depth > MAX_DEPTH) {
      throw problem(from, "parentheses and negations may nest " + MAX_DEPTH + " deep, no more");
    }
  }

  private Filter condition() {
    int from = at;
    var name = name();
    if (name.equalsIgnoreCase("has") && at < text.length() && text.charAt(at) == ':') {
      at++;
      space();
      int place = at;
      var present = name();
      return new Filter.Present(field(place, present));
    }
    space();
    int place = at;
    var operator = operator(from, name);
    var field = field(from, name);
    return new Condition(field, operator, place).filter();
  }

  private String name() {
    var match = NAME.matcher(text).region(at, text.length());
    if (match.lookingAt()) {
      at = match.end();
      return match.group();
    }
    if (at == text.length()) {
      throw problem(at, "the name of a field is missing here");
    }
    var found = text.substring(at, text.offsetByCodePoints(at, 1));
    throw problem(
        at,
        found.equals("\"")
            ? "words need a field before them, as in title:\"two words\"; what to look for belongs"
                + " in the query"
            : "'" + found + "' stands where the name of a field must; write field:value");
  }

  private String operator(int from, String name) {
    var good = OPERATOR.matcher(text).region(at, text.length());
    good.useTransparentBounds(true);
    if (good.lookingAt()) {
      at = good.end();
      return good.group(1) == null ? ":" : good.group(1);
    }
    var bad = BAD_OPERATOR.matcher(text).region(at, text.length());
    if (bad.lookingAt()) {
      var meant = MEANT.getOrDefault(bad.group(), ":");
      throw problem(
          at,
          "there is no operator '%s'; did you mean '%s'? There are : = != > >= < <="
              .formatted(bad.group(), meant));
    }
    throw problem(
        from,
        find(name) == null
            ? "'%s' is no condition; write field:value (the fields are %s). Words to look for belong in the query"
                .formatted(name, fields())
            : "'%s' needs a value, as in %s:…, or has:%s".formatted(name, name, name));
  }

  private Field field(int place, String name) {
    var field = find(name);
    if (field != null) {
      return field;
    }
    if (schema.fields().isEmpty()) {
      throw problem(place, "there is no field '" + name + "': the profile declares none");
    }
    var meant =
        Nearest.of(name, schema.names())
            .or(() -> Nearest.of(name, aliases.keySet()))
            .map(near -> "; did you mean '" + near + "'?")
            .orElse(";");
    throw problem(
        place,
        "there is no field '%s'%s %s %s"
            .formatted(
                name, meant, meant.equals(";") ? "the fields are" : "The fields are", fields()));
  }

  private @Nullable Field find(String name) {
    var field = schema.find(name);
    if (field.isPresent()) {
      return field.get();
    }
    var key = new Value.Word(name).key();
    return aliases.entrySet().stream()
        .filter(alias -> new Value.Word(alias.getKey()).key().equals(key))
        .findFirst()
        .flatMap(alias -> schema.find(alias.getValue()))
        .orElse(null);
  }

  private String fields() {
    var names = schema.names();
    return names.isEmpty()
        ? "none"
        : String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())))
            + (names.size() > MOST_NAMES ? ", …" : "");
  }

  private boolean word(String word) {
    space();
    if (wordFollows(word)) {
      at += word.length();
      return true;
    }
    return false;
  }

  private boolean wordFollows(String word) {
    int end = at + word.length();
    return text.regionMatches(true, at, word, 0, word.length())
        && (end == text.length()
            || Character.isWhitespace(text.charAt(end))
            || "()\"".indexOf(text.charAt(end)) >= 0);
  }

  private void space() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private FilterException problem(int place, String what) {
    return new FilterException(place, what);
  }

  /// What follows an operator.
  private final class Condition {
    private final Field field;
    private final String operator;
    private final int place;

    Condition(Field field, String operator, int place) {
      this.field = field;
      this.operator = operator;
      this.place = place;
    }

    Filter filter() {
      boolean many = operator.equals(":") || operator.equals("=") || operator.equals("!=");
      if (!many && !field.type().ordered()) {
        throw problem(
            place,
            "'%s' compares numbers and dates; %s is %s: write %s:value"
                .formatted(operator, field.name(), field.type().inWords(), field.name()));
      }
      var comparison = new Comparison(field);
      if (!many) {
        return comparison.against(operator, place(), value());
      }
      var any = new ArrayList<Filter>();
      do {
        int from = place();
        boolean quoted = at < text.length() && text.charAt(at) == '"';
        var value = value();
        any.add(quoted ? comparison.equal(from, value) : comparison.among(from, value));
      } while (comma());
      return operator.equals("!=") ? Filter.not(Filter.or(any)) : Filter.or(any);
    }

    /// Where a value begins.
    private int place() {
      if (!SECOND_CONDITION.matcher(text).region(at, text.length()).matches()) {
        space();
      }
      return at;
    }

    private boolean comma() {
      if (at < text.length() && text.charAt(at) == ',') {
        at++;
        return true;
      }
      return false;
    }

    private String value() {
      if (at < text.length() && text.charAt(at) == '"') {
        return quoted();
      }
      var match = BARE.matcher(text).region(at, text.length());
      if (!match.lookingAt()) {
        throw problem(at, "a value is missing after " + field.name() + operator);
      }
      at = match.end();
      if (at < text.length() && text.charAt(at) == '"') {
        throw problem(at, "a quote inside a value; put the whole value in quotes");
      }
      return match.group();
    }

    private String quoted() {
      int from = at;
      var value = new StringBuilder();
      for (at++; at < text.length(); at++) {
        char c = text.charAt(at);
        if (c == '"') {
          at++;
          return value.toString();
        }
        if (c == '\\' && at + 1 < text.length() && "\"\\".indexOf(text.charAt(at + 1)) >= 0) {
          at++;
        }
        value.append(text.charAt(at));
      }
      throw problem(from, "this quote is never closed; add a \"");
    }
  }
}
