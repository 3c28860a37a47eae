package dev.anmok.lucene;

import dev.anmok.core.score.Gaussian;

/// Probability that a standard normal value lies above another, from a table, since it is asked for
/// every cluster of an index several times a search.
final class NormalTail {
  private static final int STEPS = 64;
  private static final int LARGEST = 8;
  private static final float[] ABOVE = table();

  private NormalTail() {}

  /// For the step that `z` lies in its lower end, so never too little; 0 from 8 on.
  static float above(float z) {
    if (z >= LARGEST) {
      return 0;
    }
    return z <= -LARGEST ? 1 : ABOVE[(int) ((z + LARGEST) * STEPS)];
  }

  private static float[] table() {
    var above = new float[2 * LARGEST * STEPS + 1];
    for (int i = 0; i < above.length; i++) {
      above[i] = (float) Gaussian.above((double) i / STEPS - LARGEST);
    }
    return above;
  }
}
