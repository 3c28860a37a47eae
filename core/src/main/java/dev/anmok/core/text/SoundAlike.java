package dev.anmok.core.text;

import java.util.Set;

/// Tells spellings of one Korean word that sound the same to most: `까페` and `카페`, `케릭터` and `캐릭터`,
/// `컨텐츠` and `콘텐츠`.
public final class SoundAlike {
  /// Letters that are taken for each other in words of any length: the tense consonant for the
  /// plain or aspirated one, and vowels that hardly anybody tells apart.
  private static final Set<String> ALWAYS =
      Set.of(
          "ᄀᄁ", "ᄁᄏ", "ᄃᄄ", "ᄄᄐ", "ᄇᄈ", "ᄈᄑ", "ᄉᄊ", "ᄌᄍ", "ᄍᄎ", "ᅢᅦ", "ᅤᅨ", "ᅦᅨ", "ᅫᅬ", "ᅫᅰ", "ᅬᅰ");

  /// Letters that are taken for each other in loan words, and tell short words apart.
  private static final Set<String> IN_LONG_WORDS =
      Set.of("ᅥᅩ", "ᅦᅵ", "ᅡᅣ", "ᅥᅧ", "ᅩᅭ", "ᅮᅲ", "ᅡᅢ", "ᅡᅥ");

  private static final int LONG_SYLLABLES = 3;

  private SoundAlike() {}

  /// Whether two different words of Hangul syllables differ in one letter only, and this one is
  /// taken for the other.
  public static boolean of(String one, String other) {
    var a = Hangul.letters(one);
    var b = Hangul.letters(other);
    if (a.length() != b.length() || EditDistance.between(a, b) != 1) {
      return false;
    }
    for (int i = 0; i < a.length(); i++) {
      if (a.charAt(i) != b.charAt(i)) {
        return alike(a.charAt(i), b.charAt(i), one.length() >= LONG_SYLLABLES);
      }
    }
    return false;
  }

  private static boolean alike(char a, char b, boolean inLongWord) {
    var pair = a < b ? "" + a + b : "" + b + a;
    return ALWAYS.contains(pair) || (inLongWord && IN_LONG_WORDS.contains(pair));
  }
}
