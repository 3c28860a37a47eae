package dev.anmok.words;

import dev.anmok.core.text.Hangul;
import dev.anmok.core.text.PlainText;
import dev.anmok.words.Word.Kind;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes texts apart into words, the same way for the index and for queries. Runs of one script are
/// words of their own, so `iPhone15을` is `iphone`, `15`. Thread-safe.
final class TextAnalysis {
  /// Characters of a text that count; the rest of a longer one cannot be found.
  static final int MAX_LENGTH = 1 << 16;

  private static final int MAX_TERM = 100;

  private static final Pattern RUN =
      Pattern.compile(
          "(?<hangul>[가-힣]+)"
              + "|(?<initials>[ㄱ-ㅎ]+)"
              + "|(?<latin>\\p{IsLatin}[\\p{IsLatin}\\p{Mn}]*(?:['’]\\p{IsLatin}+)*)"
              + "|(?<number>\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)"
              + "|(?<character>[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])"
              + "|(?<other>[\\p{L}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]][\\p{L}\\p{M}&&["
              + "^가-힣ㄱ-ㅎ\\p{IsLatin}\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]*)");

  private static final Pattern POSSESSIVE = Pattern.compile("['’]s$|['’]");
  private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");

  /// Lucene's list of English words that say next to nothing.
  private static final Set<String> LIGHT =
      Set.of(
          ("a an and are as at be but by for if in into is it no not of on or such that the their"
                  + " then there these they this to was will with")
              .split(" "));

  private final Morphemes morphemes;

  TextAnalysis(Nouns nouns) {
    this.morphemes = new Morphemes(nouns);
  }

  /// The words of a text in its order.
  List<Word> words(String text) throws IOException {
    var plain = PlainText.of(text.substring(0, Math.min(text.length(), MAX_LENGTH)));
    boolean korean = plain.codePoints().anyMatch(Hangul::isSyllable);
    var speech = new KoreanWords(korean ? morphemes.of(plain) : List.of());
    var words = new ArrayList<Word>();
    var run = RUN.matcher(plain);
    while (run.find()) {
      words.add(word(run, speech));
    }
    return words;
  }

  private static Word word(Matcher run, KoreanWords speech) {
    var written = run.group();
    if (run.group("hangul") != null) {
      return speech.word(written, run.start(), run.end());
    }
    if (run.group("latin") != null) {
      return english(written);
    }
    var kept = cut(written);
    if (run.group("initials") != null) {
      return Word.plain(Kind.INITIALS, kept);
    }
    return run.group("number") == null
        ? Word.plain(Kind.OTHER, kept)
        : Word.plain(Kind.NUMBER, kept.replace(",", ""));
  }

  private static Word english(String written) {
    var bare = POSSESSIVE.matcher(written).replaceAll("");
    var letters = ACCENTS.matcher(Normalizer.normalize(bare, Normalizer.Form.NFD)).replaceAll("");
    var form = cut(letters);
    return new Word(
        Kind.LATIN,
        written,
        form,
        List.of(EnglishStem.of(form)),
        LIGHT.contains(form),
        !LIGHT.contains(form));
  }

  static String cut(String run) {
    return run.length() > MAX_TERM ? run.substring(0, MAX_TERM) : run;
  }
}
