package dev.anmok.onnx;

import java.io.IOException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a model's authors do to a text before its tokenizer sees it.
enum Canonical {
  /// Nothing: what there is to do stands in `tokenizer.json`.
  NONE,
  /// Each letter to lower case by itself, before the tokenizer's own normalizer and after special
  /// tokens were found: SigLIP 2.
  LOWER,
  /// Lower case, then ASCII punctuation away, white space to single blanks, none at either end:
  /// `canonicalize_text` of SigLIP's authors. Then NFKC, which their tokenizer library does by
  /// itself and the one that reads `tokenizer.json` does not in full: it takes decomposed Hangul
  /// and half-width kana for unknown.
  SIGLIP;

  /// ASCII punctuation, as Python's `string.punctuation`.
  private static final Pattern PUNCTUATION = Pattern.compile("\\p{Punct}");

  /// What Python's `\s` matches in a text.
  private static final Pattern BLANKS = Pattern.compile("[\\t-\\r\\x1c-\\x1f\\x85\\p{Z}]+");

  static Canonical parse(PackJson json) throws IOException {
    var code = json.text("canonical", "none");
    for (var rule : values()) {
      if (rule.name().toLowerCase(Locale.ROOT).equals(code)) {
        return rule;
      }
    }
    throw json.wrong("canonical", "none, lower or siglip");
  }

  String apply(String text) {
    return switch (this) {
      case NONE, LOWER -> text;
      case SIGLIP -> {
        var words = PUNCTUATION.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        var line = BLANKS.matcher(words).replaceAll(" ");
        int from = line.startsWith(" ") ? 1 : 0;
        int to = line.endsWith(" ") ? line.length() - 1 : line.length();
        var stripped = line.substring(Math.min(from, to), to);
        yield Normalizer.normalize(stripped, Normalizer.Form.NFKC);
      }
    };
  }
}
