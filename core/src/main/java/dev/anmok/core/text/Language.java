package dev.anmok.core.text;

import java.util.Set;
import java.util.regex.Pattern;

/// The language of a text, as far as its letters tell.
public enum Language {
  /// Letters of Hangul, and no Latin words: single letters and short abbreviations (`3D 포스터`, `TV
  /// 보는 고양이`) belong to Korean.
  KOREAN,
  /// Latin letters and no Hangul.
  ENGLISH,
  /// Hangul beside Latin words.
  MIXED,
  /// No letters of either: digits, signs, pictures, other scripts.
  OTHER;

  /// A word that is no abbreviation: three letters and not all of them capitals, or five of any.
  private static final Pattern LATIN_WORD =
      Pattern.compile("\\p{IsLatin}{5,}|(?=\\p{IsLatin}{3})\\p{IsLatin}*?\\p{Ll}");

  /// The ISO 639-1 codes of the languages that whoever is to understand such a text must know; none
  /// where no letters tell.
  public Set<String> codes() {
    return switch (this) {
      case KOREAN -> Set.of("ko");
      case ENGLISH -> Set.of("en");
      case MIXED -> Set.of("ko", "en");
      case OTHER -> Set.of();
    };
  }

  /// The language of a text.
  public static Language of(String text) {
    boolean hangul = text.codePoints().anyMatch(Language::isHangul);
    boolean latin = text.codePoints().anyMatch(Language::isLatin);
    if (hangul) {
      return latin && LATIN_WORD.matcher(text).find() ? MIXED : KOREAN;
    }
    return latin ? ENGLISH : OTHER;
  }

  private static boolean isHangul(int point) {
    return Character.UnicodeScript.of(point) == Character.UnicodeScript.HANGUL;
  }

  private static boolean isLatin(int point) {
    return Character.isLetter(point)
        && Character.UnicodeScript.of(point) == Character.UnicodeScript.LATIN;
  }
}
