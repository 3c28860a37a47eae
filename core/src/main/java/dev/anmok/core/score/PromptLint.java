package dev.anmok.core.score;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds prompts that are probably mistakes: empty or repeated ones, very long ones, mixed
/// languages, and two sentences glued together, as a missing comma does in languages that join
/// neighbouring string literals (`"a plastic cup" "a photo"` becomes `a plastic cupa photo`).
public final class PromptLint {
  /// CLIP-like encoders were trained on captions of about ten words.
  private static final int MAX_WORDS = 20;

  private static final Pattern GLUED_PUNCTUATION = Pattern.compile("[a-z][.!?;][A-Za-z]");
  private static final Pattern GLUED_CASE = Pattern.compile("\\p{Ll}{2,}\\p{Lu}\\p{Ll}*\\s");
  private static final Pattern HANGUL = Pattern.compile("[가-힣]");
  private static final Pattern LATIN_WORD = Pattern.compile("[A-Za-z]{3,}");
  private static final List<String> ARTICLES = List.of("a", "an", "the");

  private PromptLint() {}

  /// Findings over the enabled prompts of both sides, in their order.
  public static List<PromptFinding> check(PromptSet prompts) {
    return check(
        Stream.concat(prompts.positiveTexts().stream(), prompts.negativeTexts().stream()).toList());
  }

  /// Findings over prompts, in their order.
  public static List<PromptFinding> check(List<String> texts) {
    var words = new HashSet<String>();
    texts.forEach(text -> words.addAll(words(text)));
    var findings = new ArrayList<PromptFinding>();
    var seen = new HashSet<String>();
    for (var text : texts) {
      check(text, words, seen, findings);
    }
    return List.copyOf(findings);
  }

  private static void check(
      String text, Set<String> vocabulary, Set<String> seen, List<PromptFinding> findings) {
    if (text.isBlank()) {
      findings.add(new PromptFinding(text, "is empty"));
      return;
    }
    if (!seen.add(text.strip().toLowerCase(Locale.ROOT))) {
      findings.add(new PromptFinding(text, "stands in the list twice"));
    }
    var words = words(text);
    if (words.size() > MAX_WORDS) {
      findings.add(
          new PromptFinding(
              text, "is very long (" + words.size() + " words): two prompts in one?"));
    }
    if (HANGUL.matcher(text).find() && LATIN_WORD.matcher(text).find()) {
      findings.add(new PromptFinding(text, "mixes Korean and English"));
    }
    var glued = glued(text, words, vocabulary);
    if (!glued.isEmpty()) {
      findings.add(
          new PromptFinding(
              text,
              "looks like two sentences glued together at \"" + glued + "\": a missing comma?"));
    }
  }

  /// The place where two sentences seem to meet, or an empty text.
  private static String glued(String text, List<String> words, Set<String> vocabulary) {
    for (int i = 0; i + 1 < words.size(); i++) {
      for (var article : ARTICLES) {
        var word = words.get(i);
        int stem = word.length() - article.length();
        if (stem >= 3 && word.endsWith(article) && vocabulary.contains(word.substring(0, stem))) {
          return word;
        }
      }
    }
    for (var pattern : List.of(GLUED_PUNCTUATION, GLUED_CASE)) {
      var match = pattern.matcher(text);
      if (match.find()) {
        return match.group().strip();
      }
    }
    return "";
  }

  private static List<String> words(String text) {
    return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}-]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
