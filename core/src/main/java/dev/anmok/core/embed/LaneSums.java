package dev.anmok.core.embed;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// Adds up the lanes of vectors, always in one order: each lane of the lower half and its
/// counterpart of the upper half, until one is left. `reduceLanes` leaves the order to the JVM, and
/// interpreted and compiled code then differ in the last bits.
final class LaneSums {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int WIDTH = SPECIES.length();

  /// Values that the sums of eight vectors are stored in; the first eight are theirs.
  static final int ROOM = Math.max(8, WIDTH);

  private static final VectorShuffle<Float> SWAP_8 = swapped(8);
  private static final VectorShuffle<Float> SWAP_4 = swapped(4);
  private static final VectorShuffle<Float> SWAP_2 = swapped(2);
  private static final VectorShuffle<Float> SWAP_1 = swapped(1);
  private static final VectorMask<Float> UPPER_8 = upper(8);
  private static final VectorMask<Float> UPPER_4 = upper(4);
  private static final VectorMask<Float> UPPER_2 = upper(2);
  private static final VectorMask<Float> UPPER_1 = upper(1);

  /// Where the sums of eight vectors stand after they were folded into each other.
  private static final VectorShuffle<Float> IN_ORDER =
      SPECIES.shuffleFromOp(lane ->
          lane >= 8 ? lane : (((lane & 1) << 2) | (lane & 2) | (lane >> 2)) * WIDTH / 8 % WIDTH);

  private LaneSums() {}

  /// The sum of all lanes.
  static float of(FloatVector lanes) {
    var sums = lanes;
    if (WIDTH > 8) {
      sums = sums.add(sums.rearrange(SWAP_8));
    }
    if (WIDTH > 4) {
      sums = sums.add(sums.rearrange(SWAP_4));
    }
    if (WIDTH > 2) {
      sums = sums.add(sums.rearrange(SWAP_2));
    }
    if (WIDTH > 1) {
      sums = sums.add(sums.rearrange(SWAP_1));
    }
    return sums.lane(0);
  }

  /// The sums of eight vectors, the same bits as one by one, in a quarter of the steps: two vectors
  /// are folded into the halves of one.
  ///
  /// @param out receives them in order, and has room for [#ROOM] values
  static void of(
      FloatVector a,
      FloatVector b,
      FloatVector c,
      FloatVector d,
      FloatVector e,
      FloatVector f,
      FloatVector g,
      FloatVector h,
      float[] out) {
    if (WIDTH == 16) {
      var sums =
          fold(
              fold(fold(a, b, UPPER_8, SWAP_8), fold(c, d, UPPER_8, SWAP_8), UPPER_4, SWAP_4),
              fold(fold(e, f, UPPER_8, SWAP_8), fold(g, h, UPPER_8, SWAP_8), UPPER_4, SWAP_4),
              UPPER_2,
              SWAP_2);
      sums.add(sums.rearrange(SWAP_1)).rearrange(IN_ORDER).intoArray(out, 0);
    } else if (WIDTH == 8) {
      fold(
              fold(fold(a, b, UPPER_4, SWAP_4), fold(c, d, UPPER_4, SWAP_4), UPPER_2, SWAP_2),
              fold(fold(e, f, UPPER_4, SWAP_4), fold(g, h, UPPER_4, SWAP_4), UPPER_2, SWAP_2),
              UPPER_1,
              SWAP_1)
          .rearrange(IN_ORDER)
          .intoArray(out, 0);
    } else {
      out[0] = of(a);
      out[1] = of(b);
      out[2] = of(c);
      out[3] = of(d);
      out[4] = of(e);
      out[5] = of(f);
      out[6] = of(g);
      out[7] = of(h);
    }
  }

  /// The lower halves hold the folded `a`, the upper ones the folded `b`.
  private static FloatVector fold(
      FloatVector a, FloatVector b, VectorMask<Float> upper, VectorShuffle<Float> swap) {
    return a.blend(b, upper).add(b.blend(a, upper).rearrange(swap));
  }

  private static VectorShuffle<Float> swapped(int by) {
    return SPECIES.shuffleFromOp(lane -> (lane ^ by) % WIDTH);
  }

  private static VectorMask<Float> upper(int bit) {
    var upper = new boolean[WIDTH];
    for (int lane = 0; lane < WIDTH; lane++) {
      upper[lane] = (lane & bit) != 0;
    }
    return VectorMask.fromArray(SPECIES, upper, 0);
  }
}
