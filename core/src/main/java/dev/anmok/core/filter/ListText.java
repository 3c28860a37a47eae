package dev.anmok.core.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Lists of words as they stand in one cell of a table.
///
/// A text in brackets is an array, in JSON or as Python prints it: `["Drama", "Sci-Fi"]`; of
/// objects the value of `name` counts, as in `[{"id": 18, "name": "Drama"}]`. Any other text is
/// split at the first of `|`, `;`, line ends and `,` that occurs in it: tables that split at a bar
/// have names with commas, not the other way round. So `Tyler, the Creator|` is one name.
public final class ListText {
  private static final List<Pattern> SEPARATORS =
      List.of(
          Pattern.compile("\\|"),
          Pattern.compile(";"),
          Pattern.compile("\\R"),
          Pattern.compile("[,，、]"));

  private ListText() {}

  /// A text as people read it: the words of an array with commas between, any other as it is.
  public static String plain(String text) {
    return array(text.strip()).map(words -> String.join(", ", words)).orElse(text);
  }

  /// The parts of a list, empty ones among them.
  static List<String> split(String text) {
    var stripped = text.strip();
    var array = array(stripped);
    if (array.isPresent()) {
      return array.get();
    }
    for (var separator : SEPARATORS) {
      if (separator.matcher(stripped).find()) {
        return List.of(separator.split(stripped, -1));
      }
    }
    return List.of(stripped);
  }

  private static Optional<List<String>> array(String text) {
    return text.startsWith("[") && text.endsWith("]") ? new Array(text).read() : Optional.empty();
  }

  /// An array with its reading position.
  private static final class Array {
    private final String text;
    private int at = 1; // after the bracket

    Array(String text) {
      this.text = text;
    }

    /// The words of the array; empty if it is none after all.
    Optional<List<String>> read() {
      var words = new ArrayList<String>();
      space();
      while (at < text.length() && text.charAt(at) != ']') {
        var word = text.charAt(at) == '{' ? object() : scalar();
        if (word.isEmpty() || !next(']')) {
          return Optional.empty();
        }
        words.add(word.get());
      }
      return at == text.length() - 1 ? Optional.of(words) : Optional.empty();
    }

    /// The value of an object's `name`.
    private Optional<String> object() {
      at++;
      var name = Optional.<String>empty();
      space();
      while (at < text.length() && text.charAt(at) != '}') {
        var key = scalar();
        space();
        if (key.isEmpty() || at >= text.length() || text.charAt(at++) != ':') {
          return Optional.empty();
        }
        space();
        var value = scalar();
        if (value.isEmpty() || !next('}')) {
          return Optional.empty();
        }
        name = key.get().equals("name") ? value : name;
      }
      at++;
      return name;
    }

    /// Steps over a comma, or stays at the end.
    private boolean next(char end) {
      space();
      if (at < text.length() && text.charAt(at) == ',') {
        at++;
        space();
        return true;
      }
      return at < text.length() && text.charAt(at) == end;
    }

    private Optional<String> scalar() {
      if (at >= text.length()) {
        return Optional.empty();
      }
      char quote = text.charAt(at);
      if (quote == '"' || quote == '\'') {
        return quoted(quote);
      }
      int from = at;
      while (at < text.length() && ",]}:{[".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      var bare = text.substring(from, at).strip();
      return bare.isEmpty() ? Optional.empty() : Optional.of(bare.equals("null") ? "" : bare);
    }

    private Optional<String> quoted(char quote) {
      var word = new StringBuilder();
      for (at++; at < text.length(); at++) {
        char c = text.charAt(at);
        if (c == quote) {
          at++;
          return Optional.of(word.toString());
        }
        if (c != '\\') {
          word.append(c);
        } else if (!escaped(word)) {
          return Optional.empty();
        }
      }
      return Optional.empty();
    }

    private boolean escaped(StringBuilder word) {
      if (++at >= text.length()) {
        return false;
      }
      char c = text.charAt(at);
      switch (c) {
        case 'n', 'r', 't', 'b', 'f' -> word.append(' ');
        case 'u' -> {
          var digits = text.substring(at + 1, Math.min(text.length(), at + 5));
          if (!digits.matches("\\p{XDigit}{4}")) {
            return false;
          }
          word.append((char) Integer.parseInt(digits, 16));
          at += 4;
        }
        default -> word.append(c);
      }
      return true;
    }

    private void space() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }
  }
}
