package dev.anmok.core.image;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// The passes with the Vector API. Rows are added in 16 bits; along a row the values of a vector of
/// outputs are picked out of one vector of inputs, where they lie near enough.
final class VectorAreaKernel implements AreaKernel {
  private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final int WIDE = SHORTS.length();
  private static final int LANES = INTS.length();
  private static final VectorSpecies<Byte> TO_SHORTS = bytes(WIDE);
  private static final VectorSpecies<Byte> TO_INTS = bytes(LANES);
  private static final int MAX_ROWS = 128; // so many values fit in 16 bits
  private static final int MAX_TAPS = 4;

  private final ScalarAreaKernel scalar = new ScalarAreaKernel();

  private static VectorSpecies<Byte> bytes(int lanes) {
    return VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, 8 * lanes)));
  }

  /// Vectors of 256 or 512 bits.
  static boolean pays() {
    return LANES == 8 || LANES == 16;
  }

  @Override
  public void vertical(byte[] in, int rowLength, Runs rows, byte[] out) {
    if (rowLength < WIDE || rows.maxCount() > MAX_ROWS) {
      scalar.vertical(in, rowLength, rows, out);
      return;
    }
    for (int y = 0; y < rows.outSize(); y++) {
      int from = rows.starts()[y] * rowLength;
      int to = from + rows.counts()[y] * rowLength;
      int weight = rows.weights()[y];
      for (int x = 0; x < rowLength; x += WIDE) {
        int at = Math.min(x, rowLength - WIDE); // the last one overlaps
        var sum = ShortVector.zero(SHORTS);
        for (int row = from; row < to; row += rowLength) {
          var values = ByteVector.fromArray(TO_SHORTS, in, row + at);
          sum = sum.add(values.convertShape(VectorOperators.ZERO_EXTEND_B2S, SHORTS, 0));
        }
        int o = y * rowLength + at;
        var lower = (IntVector) sum.convertShape(VectorOperators.S2I, INTS, 0);
        var upper = (IntVector) sum.convertShape(VectorOperators.S2I, INTS, 1);
        mean(lower, weight).intoArray(out, o);
        mean(upper, weight).intoArray(out, o + LANES);
      }
    }
  }

  private static ByteVector mean(IntVector sums, int weight) {
    var rounded =
        sums.mul(weight).add(Weights.HALF).lanewise(VectorOperators.LSHR, Weights.PRECISION);
    return (ByteVector) rounded.convertShape(VectorOperators.I2B, TO_INTS, 0);
  }

  @Override
  public void horizontal(byte[] in, Runs columns, byte[] out) {
    if (!near(columns)) {
      scalar.horizontal(in, columns, out);
      return;
    }
    int outWidth = columns.outSize();
    for (int block = 0; block < outWidth; block += LANES) {
      strip(in, columns, Math.min(block, outWidth - LANES), out); // the last one overlaps
    }
  }

  private static boolean near(Runs columns) {
    var starts = columns.starts();
    boolean near =
        columns.maxCount() <= MAX_TAPS
            && starts.length >= LANES
            && columns.inSize() >= BYTES.length();
    for (int x = 0; near && x < starts.length; x++) {
      int last = Math.min(starts.length - 1, x + LANES - 1);
      near = starts[last] - starts[x] + columns.maxCount() <= BYTES.length();
    }
    return near;
  }

  /// A vector of outputs from `x` on, down all rows.
  private static void strip(byte[] in, Runs columns, int x, byte[] out) {
    int base = Math.min(columns.starts()[x], columns.inSize() - BYTES.length());
    var places = new byte[MAX_TAPS][BYTES.length()];
    var taken = new int[MAX_TAPS][LANES];
    for (int lane = 0; lane < LANES; lane++) {
      for (int tap = 0; tap < columns.counts()[x + lane]; tap++) {
        places[tap][lane] = (byte) (columns.starts()[x + lane] - base + tap);
        taken[tap][lane] = 0xff;
      }
    }
    var place0 = ByteVector.fromArray(BYTES, places[0], 0);
    var place1 = ByteVector.fromArray(BYTES, places[1], 0);
    var place2 = ByteVector.fromArray(BYTES, places[2], 0);
    var place3 = ByteVector.fromArray(BYTES, places[3], 0);
    var taken0 = IntVector.fromArray(INTS, taken[0], 0);
    var taken1 = IntVector.fromArray(INTS, taken[1], 0);
    var taken2 = IntVector.fromArray(INTS, taken[2], 0);
    var taken3 = IntVector.fromArray(INTS, taken[3], 0);
    var weights = IntVector.fromArray(INTS, columns.weights(), x);
    boolean few = columns.maxCount() <= 2;
    for (int o = x, i = base; o < out.length; o += columns.outSize(), i += columns.inSize()) {
      var values = ByteVector.fromArray(BYTES, in, i);
      var sum = lowest(place0.selectFrom(values)).and(taken0);
      sum = sum.add(lowest(place1.selectFrom(values)).and(taken1));
      if (!few) {
        sum = sum.add(lowest(place2.selectFrom(values)).and(taken2));
        sum = sum.add(lowest(place3.selectFrom(values)).and(taken3));
      }
      var rounded =
          sum.mul(weights).add(Weights.HALF).lanewise(VectorOperators.LSHR, Weights.PRECISION);
      ((ByteVector) rounded.convertShape(VectorOperators.I2B, TO_INTS, 0)).intoArray(out, o);
    }
  }

  private static IntVector lowest(ByteVector values) {
    return (IntVector) values.convertShape(VectorOperators.B2I, INTS, 0);
  }
}
