package dev.anmok.core.text;

import java.text.Normalizer;
import java.util.Map;
import java.util.stream.Collectors;

/// Arithmetic of Hangul syllables: `0xAC00 + (initial × 21 + medial) × 28 + final`. Source: The
/// Unicode Standard, 3.12 "Conjoining Jamo Behavior".
public final class Hangul {
  private static final char FIRST = '가';
  private static final char LAST = '힣';
  private static final int MEDIALS = 21;
  private static final int FINALS = 28;
  private static final char FIRST_MEDIAL = 'ㅏ';
  private static final char LAST_CONSONANT = 'ㅎ';
  private static final char FIRST_CONSONANT = 'ㄱ';
  private static final String INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  private static final String FINALS_FROM_1 = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

  /// Two consonants that keyboards join into one, though two initials were meant.
  private static final Map<Integer, String> CLUSTERS =
      Map.ofEntries(
          Map.entry((int) 'ㄳ', "ㄱㅅ"),
          Map.entry((int) 'ㄵ', "ㄴㅈ"),
          Map.entry((int) 'ㄶ', "ㄴㅎ"),
          Map.entry((int) 'ㄺ', "ㄹㄱ"),
          Map.entry((int) 'ㄻ', "ㄹㅁ"),
          Map.entry((int) 'ㄼ', "ㄹㅂ"),
          Map.entry((int) 'ㄽ', "ㄹㅅ"),
          Map.entry((int) 'ㄾ', "ㄹㅌ"),
          Map.entry((int) 'ㄿ', "ㄹㅍ"),
          Map.entry((int) 'ㅀ', "ㄹㅎ"),
          Map.entry((int) 'ㅄ', "ㅂㅅ"));

  private Hangul() {}

  /// Whether a character is a whole syllable.
  public static boolean isSyllable(int point) {
    return point >= FIRST && point <= LAST;
  }

  /// The letters of a syllable.
  ///
  /// @throws IllegalArgumentException if it is none
  public static Syllable split(char syllable) {
    if (!isSyllable(syllable)) {
      throw new IllegalArgumentException("a Hangul syllable was expected, not " + syllable);
    }
    int number = syllable - FIRST;
    int last = number % FINALS;
    return new Syllable(
        INITIALS.charAt(number / FINALS / MEDIALS),
        (char) (FIRST_MEDIAL + number / FINALS % MEDIALS),
        last == 0 ? "" : FINALS_FROM_1.substring(last - 1, last));
  }

  /// The initial consonants of the syllables of a text, and the consonants that stand for
  /// themselves, of two each where a keyboard joined them; nothing else of it.
  public static String initials(String text) {
    return text.codePoints().mapToObj(Hangul::initial).collect(Collectors.joining());
  }

  /// Whether a text is made of nothing but lone consonants, as `ㅎㄹㅍㅌ` is.
  public static boolean isInitials(String text) {
    return !text.isEmpty() && text.codePoints().allMatch(Hangul::isConsonant);
  }

  /// Whether a character is a consonant that stands alone.
  public static boolean isConsonant(int point) {
    return point >= FIRST_CONSONANT && point <= LAST_CONSONANT;
  }

  /// A text with its syllables taken apart into conjoining letters (NFD); [#syllables] puts them
  /// together again.
  public static String letters(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD);
  }

  /// A text with its conjoining letters put together (NFC).
  public static String syllables(String letters) {
    return Normalizer.normalize(letters, Normalizer.Form.NFC);
  }

  private static String initial(int point) {
    if (isSyllable(point)) {
      return String.valueOf(split((char) point).initial());
    }
    return isConsonant(point) ? CLUSTERS.getOrDefault(point, Character.toString(point)) : "";
  }

  /// The letters of a syllable as they stand alone.
  ///
  /// @param last the final consonant, empty if it has none
  public record Syllable(char initial, char medial, String last) {}
}
