package dev.anmok.core.text;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Spellings of one Korean word that sound the same to most: `까페` and `카페`, `케릭터` and `캐릭터`, `컨텐츠`
/// and `콘텐츠`.
public final class SoundAlike {
  /// Letters that are taken for each other in words of any length: the tense consonant for the
  /// plain or aspirated one, and vowels that hardly anybody tells apart.
  private static final Map<Character, String> ALWAYS =
      Map.ofEntries(
          Map.entry('ᄀ', "ᄁ"),
          Map.entry('ᄁ', "ᄀᄏ"),
          Map.entry('ᄏ', "ᄁ"),
          Map.entry('ᄃ', "ᄄ"),
          Map.entry('ᄄ', "ᄃᄐ"),
          Map.entry('ᄐ', "ᄄ"),
          Map.entry('ᄇ', "ᄈ"),
          Map.entry('ᄈ', "ᄇᄑ"),
          Map.entry('ᄑ', "ᄈ"),
          Map.entry('ᄉ', "ᄊ"),
          Map.entry('ᄊ', "ᄉ"),
          Map.entry('ᄌ', "ᄍ"),
          Map.entry('ᄍ', "ᄌᄎ"),
          Map.entry('ᄎ', "ᄍ"),
          Map.entry('ᅢ', "ᅦ"),
          Map.entry('ᅦ', "ᅢᅨ"),
          Map.entry('ᅤ', "ᅨ"),
          Map.entry('ᅨ', "ᅤᅦ"),
          Map.entry('ᅫ', "ᅬᅰ"),
          Map.entry('ᅬ', "ᅫᅰ"),
          Map.entry('ᅰ', "ᅫᅬ"));

  /// Letters that are taken for each other in loan words, and tell short words apart.
  private static final Map<Character, String> IN_LONG_WORDS =
      Map.ofEntries(
          Map.entry('ᅡ', "ᅣᅢᅥ"),
          Map.entry('ᅢ', "ᅡ"),
          Map.entry('ᅣ', "ᅡ"),
          Map.entry('ᅥ', "ᅡᅧᅩ"),
          Map.entry('ᅦ', "ᅵ"),
          Map.entry('ᅧ', "ᅥ"),
          Map.entry('ᅩ', "ᅥᅭ"),
          Map.entry('ᅭ', "ᅩ"),
          Map.entry('ᅮ', "ᅲ"),
          Map.entry('ᅲ', "ᅮ"),
          Map.entry('ᅵ', "ᅦ"));

  private static final int SHORTEST_SYLLABLES = 2;
  private static final int LONG_SYLLABLES = 3;

  private SoundAlike() {}

  /// The words that differ from a word of two or more Hangul syllables in one letter that is taken
  /// for the other; none for other words.
  public static Set<String> of(String word) {
    var variants = new LinkedHashSet<String>();
    if (word.length() >= SHORTEST_SYLLABLES && word.codePoints().allMatch(Hangul::isSyllable)) {
      replaceEach(Hangul.letters(word), ALWAYS, variants);
      if (word.length() >= LONG_SYLLABLES) {
        replaceEach(Hangul.letters(word), IN_LONG_WORDS, variants);
      }
    }
    return variants;
  }

  private static void replaceEach(
      String letters, Map<Character, String> alike, Set<String> variants) {
    for (int i = 0; i < letters.length(); i++) {
      for (char other : alike.getOrDefault(letters.charAt(i), "").toCharArray()) {
        variants.add(Hangul.syllables(letters.substring(0, i) + other + letters.substring(i + 1)));
      }
    }
  }
}
