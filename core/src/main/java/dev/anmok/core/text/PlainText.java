package dev.anmok.core.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Texts in one form, so that what looks the same is the same: composed (NFC, as macOS file names
/// are not), full-width letters as usual ones, lower case, without invisible characters, with one
/// space where there were several.
public final class PlainText {
  /// Consonants and vowels of Hangul on their own, as somebody types initials; the compatibility
  /// normalisation would make halves of syllables of them.
  private static final Pattern LONE_JAMO = Pattern.compile("[\u3131-\u318E]+|[^\u3131-\u318E]+");

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}\uFE00-\uFE0F&&[^\\s]]");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
  private static final char FIRST_HALF_WIDTH = '\uFFA1';
  private static final char LAST_HALF_WIDTH = '\uFFBE';
  private static final char FIRST_LONE = '\u3131';

  private PlainText() {}

  /// The plain form of a text; plain texts stay as they are.
  public static String of(String text) {
    var visible = isAscii(text) ? text : compatible(INVISIBLE.matcher(text).replaceAll(""));
    var single = SPACES.matcher(visible.toLowerCase(Locale.ROOT)).replaceAll(" ");
    return single.strip();
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(letter -> letter < 0x7F && (letter >= ' ' || letter == '\n'));
  }

  private static String compatible(String text) {
    var plain = new StringBuilder(text.length());
    var parts = LONE_JAMO.matcher(fullWidthJamo(text));
    while (parts.find()) {
      var part = parts.group();
      boolean lone = part.charAt(0) >= FIRST_LONE && part.charAt(0) <= '\u318E';
      plain.append(lone ? part : Normalizer.normalize(part, Normalizer.Form.NFKC));
    }
    return plain.toString();
  }

  private static String fullWidthJamo(String text) {
    var wide = new StringBuilder(text);
    for (int i = 0; i < wide.length(); i++) {
      char letter = wide.charAt(i);
      if (letter >= FIRST_HALF_WIDTH && letter <= LAST_HALF_WIDTH) {
        wide.setCharAt(i, (char) (letter - FIRST_HALF_WIDTH + FIRST_LONE));
      }
    }
    return wide.toString();
  }
}
