package dev.anmok.core.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Tells a translation from what models answer instead of one: nothing, an essay, the question
/// itself, an apology, or the wrong language.
public final class TranslationCheck {
  /// A translation may have this many characters more than [#FACTOR] times the original.
  static final int SLACK = 40;

  /// Korean says in a syllable what takes English three to four letters.
  static final int FACTOR = 5;

  private static final List<String> REFUSALS =
      List.of(
          "i'm sorry",
          "i am sorry",
          "i cannot",
          "i can't",
          "i can’t",
          "i’m sorry",
          "as an ai",
          "sorry, ",
          "unfortunately, i",
          "i'm unable",
          "i am unable",
          "죄송");

  private TranslationCheck() {}

  /// What is wrong with a translation; empty if nothing is.
  ///
  /// @param original the text that was to be translated
  /// @param translated the answer
  /// @param to the language asked for, as an ISO 639-1 code; languages but `ko` and `en` are not
  ///   looked at
  public static Optional<String> problem(String original, String translated, String to) {
    var answer = translated.strip();
    if (answer.isEmpty()) {
      return Optional.of("the answer is empty");
    }
    if (answer.length() > FACTOR * original.strip().length() + SLACK) {
      return Optional.of(
          "the answer has %d characters for %d"
              .formatted(answer.length(), original.strip().length()));
    }
    var lower = answer.toLowerCase(Locale.ROOT);
    if (REFUSALS.stream().anyMatch(lower::startsWith)) {
      return Optional.of("the answer is an apology");
    }
    if (answer.startsWith("{") || answer.startsWith("[") || answer.startsWith("<")) {
      return Optional.of("the answer is JSON or markup");
    }
    return Optional.ofNullable(
            switch (Language.of(answer)) {
              case KOREAN, MIXED -> to.equals("en") ? "Korean" : null;
              case ENGLISH -> to.equals("ko") ? "English" : null;
              case OTHER ->
                  (to.equals("en") || to.equals("ko")) ? "neither Korean nor English" : null;
            })
        .map(found -> "the answer is " + found + ", not " + to);
  }
}
