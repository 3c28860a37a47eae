package dev.anmok.core.text;

/// The language of a text, as far as its letters tell.
public enum Language {
  /// Letters of Hangul, and hardly any of the Latin alphabet.
  KOREAN,
  /// Latin letters and no Hangul.
  ENGLISH,
  /// Hangul beside Latin words.
  MIXED,
  /// No letters of either: digits, signs, pictures, other scripts.
  OTHER;

  /// The language of a text.
  public static Language of(String text) {
    boolean hangul = text.codePoints().anyMatch(Language::isHangul);
    boolean latin = text.codePoints().anyMatch(Language::isLatin);
    if (hangul) {
      return latin ? MIXED : KOREAN;
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
