package dev.anmok.app.sample;

import java.awt.geom.Path2D;
import java.util.List;

/// Hangul syllables drawn from the strokes of their letters. A letter's strokes stand on a 4 by 4
/// grid: strokes are parted by blanks, a stroke is a row of points, a point its column and its row.
final class Jamo {
  private static final char FIRST = '\uac00';
  private static final char LAST = '\ud7a3';

  /// The 19 initial consonants; two digits `=n` stand for letter n written twice.
  private static final List<String> INITIALS =
      List.of(
          "004044",
          "=00",
          "000444",
          "40000444",
          "=03",
          "00404202 020444",
          "0040440400",
          "00044440 0242",
          "=07",
          "201204 1244",
          "=09",
          "103041433414030110",
          "0040 201204 1244",
          "=12",
          "1030 0141 211304 1344",
          "0040 0242 0444 4044",
          "40000444 0242",
          "0040 1014 3034 0444",
          "1030 0141 12324334140312");

  /// Vowels that stand to the right of the consonant.
  private static final List<String> STANDING =
      List.of(
          "1014 1232",
          "0004 0222 2024",
          "1014 1131 1333",
          "0004 0121 0323 2024",
          "2024 0222",
          "1014 3034 0212",
          "2024 0121 0323",
          "1014 3034 0111 0313",
          "2024");

  /// Vowels that lie below it.
  private static final List<String> LYING =
      List.of("2022 0343", "1012 3032 0343", "0141 2124", "0141 1114 3134", "0242");

  /// The lying and the standing part of each of the 21 vowels, `-` for none.
  private static final String VOWELS =
      "-0 -1 -2 -3 -4 -5 -6 -7 0- 00 01 08 1- 2- 24 25 28 3- 4- 48 -8";

  /// The one or two consonants of each of the 27 finals.
  private static final List<String> FINALS =
      List.of(
          "00", "01", "0009", "02", "0212", "0218", "03", "05", "0500", "0506", "0507", "0509",
          "0516", "0517", "0518", "06", "07", "0709", "09", "10", "11", "12", "14", "15", "16",
          "17", "18");

  private Jamo() {}

  static boolean writes(char c) {
    return c >= FIRST && c <= LAST;
  }

  /// Adds the syllable to a path, in a square of side 1 whose upper left corner is 0,0.
  static void write(char syllable, Path2D path) {
    int code = syllable - FIRST;
    int last = code % 28;
    String vowel = VOWELS.substring(code / 28 % 21 * 3, code / 28 % 21 * 3 + 2);
    boolean lying = vowel.charAt(0) != '-';
    boolean standing = vowel.charAt(1) != '-';
    double bottom = last > 0 ? 0.58 : 1;
    double right = standing ? 0.56 : 1;
    double down = lying ? bottom * 0.55 : bottom;
    letter(path, code / 588, new Box(0.06, 0.05, right - 0.06, down - 0.06));
    if (lying) {
      strokes(path, LYING.get(vowel.charAt(0) - '0'), new Box(0.02, down, right - 0.02, bottom));
    }
    if (standing) {
      strokes(path, STANDING.get(vowel.charAt(1) - '0'), new Box(right, 0.02, 0.97, bottom - 0.02));
    }
    if (last > 0) {
      String letters = FINALS.get(last - 1);
      int count = letters.length() / 2;
      double width = 0.8 / count;
      for (int i = 0; i < letters.length(); i += 2) {
        double x = 0.12 + width * i / 2;
        int index = Integer.parseInt(letters.substring(i, i + 2));
        letter(path, index, new Box(x, 0.68, x + width - 0.08, 0.96));
      }
    }
  }

  private static void letter(Path2D path, int index, Box box) {
    String strokes = INITIALS.get(index);
    if (strokes.charAt(0) != '=') {
      strokes(path, strokes, box);
      return;
    }
    int single = Integer.parseInt(strokes.substring(1));
    double gap = (box.right - box.left) * 0.1;
    double middle = (box.left + box.right) / 2;
    letter(path, single, new Box(box.left, box.top, middle - gap, box.bottom));
    letter(path, single, new Box(middle + gap, box.top, box.right, box.bottom));
  }

  private static void strokes(Path2D path, String strokes, Box box) {
    for (String stroke : strokes.split(" ", -1)) {
      for (int i = 0; i + 1 < stroke.length(); i += 2) {
        double x = box.left + (box.right - box.left) * (stroke.charAt(i) - '0') / 4;
        double y = box.top + (box.bottom - box.top) * (stroke.charAt(i + 1) - '0') / 4;
        if (i == 0) {
          path.moveTo(x, y);
        } else {
          path.lineTo(x, y);
        }
      }
    }
  }

  private record Box(double left, double top, double right, double bottom) {}
}
