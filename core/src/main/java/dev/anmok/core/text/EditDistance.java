package dev.anmok.core.text;

import java.util.Arrays;

/// The number of slips between two spellings: the fewest insertions, deletions, replacements and
/// swaps of neighbours that turn one into the other, no part being edited twice. Source: the
/// "optimal string alignment" form of Damerau, CACM 7 (1964), 171–176.
public final class EditDistance {
  private EditDistance() {}

  /// The distance by characters (code points); 0 for equal texts. Takes time in the product of the
  /// lengths.
  public static int between(String one, String other) {
    return between(one.codePoints().toArray(), other.codePoints().toArray());
  }

  /// The distance by letters: as [#between], with Hangul syllables taken apart, so that one wrong
  /// vowel is one slip (`헤리` for `해리`).
  public static int byLetters(String one, String other) {
    return between(Hangul.letters(one), Hangul.letters(other));
  }

  private static int between(int[] one, int[] other) {
    var beforeLast = new int[other.length + 1];
    var last = new int[other.length + 1];
    Arrays.setAll(last, column -> column);
    for (int row = 1; row <= one.length; row++) {
      var current = new int[other.length + 1];
      current[0] = row;
      for (int column = 1; column <= other.length; column++) {
        int differs = one[row - 1] == other[column - 1] ? 0 : 1;
        int best = Math.min(last[column] + 1, current[column - 1] + 1);
        best = Math.min(best, last[column - 1] + differs);
        if (swapped(one, other, row, column)) {
          best = Math.min(best, beforeLast[column - 2] + 1);
        }
        current[column] = best;
      }
      beforeLast = last;
      last = current;
    }
    return last[other.length];
  }

  private static boolean swapped(int[] one, int[] other, int row, int column) {
    return row > 1
        && column > 1
        && one[row - 1] == other[column - 2]
        && one[row - 2] == other[column - 1];
  }
}
