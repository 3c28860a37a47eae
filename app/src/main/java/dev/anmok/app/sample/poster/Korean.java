package dev.anmok.app.sample.poster;

import java.text.Normalizer;

/// What Korean needs of letters: particles that follow the last one, and first consonants.
final class Korean {
  private static final String INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";

  private Korean() {}

  /// The noun as a subject: with 이 after a consonant, 가 after a vowel.
  static String subject(String noun) {
    int code = noun.charAt(noun.length() - 1) - '가';
    boolean closed = code >= 0 && code < 11172 && code % 28 > 0;
    return noun + (closed ? "이" : "가");
  }

  /// The first consonants of a text's syllables; all else is left out.
  static String initials(String text) {
    var found = new StringBuilder();
    text.chars()
        .filter(c -> c >= '가' && c <= '힣')
        .forEach(c -> found.append(INITIALS.charAt((c - '가') / 588)));
    return found.toString();
  }

  /// The text with another vowel in one syllable, as a slip of the finger gives it.
  static String misspelt(String text, int syllable) {
    var found = new StringBuilder(text);
    char c = text.charAt(syllable);
    String letters = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
    char vowel = letters.charAt(1) == '\u1161' ? '\u1165' : '\u1161';
    var wrong = letters.charAt(0) + String.valueOf(vowel) + letters.substring(2);
    found.setCharAt(syllable, Normalizer.normalize(wrong, Normalizer.Form.NFC).charAt(0));
    return found.toString();
  }
}
