package dev.anmok.core.image;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// The passes with the Vector API. Along a row, one vector takes as many neighbouring whole pixels
/// as fit (five in 512 bits, two in 256), each channel times its pixel's weight, and the pixels are
/// added up at the end; what lies past the taps has weight zero. Down the columns, a strip of the
/// row stays in registers over all taps.
final class VectorResizeKernel implements ResizeKernel {
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final int LANES = INTS.length();
  private static final VectorSpecies<Byte> BYTES =
      VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, 8 * LANES)));
  private static final VectorSpecies<Byte> WIDE_BYTES = ByteVector.SPECIES_PREFERRED;
  private static final int MAX_TAPS = 4;
  private static final int PIXELS = LANES / 3;
  private static final int ROWS = 4;
  private static final int TURNED_ROWS = 32;

  /// Lane to the weight of its pixel.
  private static final VectorShuffle<Integer> SPREAD =
      VectorShuffle.fromOp(INTS, lane -> Math.min(lane / 3, PIXELS));

  private static final VectorShuffle<Integer> BY_1 = shift(1);
  private static final VectorShuffle<Integer> BY_2 = shift(2);
  private static final VectorShuffle<Integer> BY_4 = shift(4);

  private final ScalarResizeKernel scalar = new ScalarResizeKernel();

  private static VectorShuffle<Integer> shift(int pixels) {
    return VectorShuffle.fromOp(INTS, lane -> (lane + 3 * pixels) % LANES);
  }

  /// Vectors of 256 or 512 bits; in narrower ones a pixel a vector gains nothing.
  static boolean pays() {
    return LANES == 8 || LANES == 16;
  }

  @Override
  public void horizontal(byte[] in, int channels, int firstRow, Weights columns, byte[] out) {
    if (channels == 1) {
      horizontalPlane(in, firstRow, columns, out);
      return;
    }
    int rowLength = 3 * columns.inSize();
    int outLength = 3 * columns.outSize();
    int blocks = Math.ceilDiv(columns.maxCount(), PIXELS);
    int reach = (ROWS - 1) * rowLength + 3 * (columns.lastStart() + blocks * PIXELS) + LANES;
    var padded = new byte[Math.max(reach, ROWS * rowLength)];
    var sums = new int[ROWS * (outLength + LANES)];
    for (int o = 0, row = firstRow * rowLength; o < out.length; o += ROWS * outLength) {
      int rows = Math.min(ROWS, (out.length - o) / outLength);
      if (row + reach <= in.length) {
        sumRows(in, row, columns, blocks, sums);
      } else { // the last ones, where reading past the taps would leave the array
        System.arraycopy(in, row, padded, 0, rows * rowLength);
        sumRows(padded, 0, columns, blocks, sums);
      }
      for (int r = 0; r < rows; r++) {
        clip(sums, r * (outLength + LANES), outLength, out, o + r * outLength);
      }
      row += ROWS * rowLength;
    }
  }

  /// One channel has no whole pixels to put side by side. Where the inputs of a vector of outputs
  /// fit in one vector, they are shuffled into place; else rows are turned over into columns.
  private void horizontalPlane(byte[] in, int firstRow, Weights columns, byte[] out) {
    int width = columns.inSize();
    if (near(columns)) {
      shuffled(in, firstRow * width, columns, out);
      return;
    }
    int rows = out.length / columns.outSize();
    var turned = turn(in, firstRow * width, width, rows);
    var narrow = new byte[out.length];
    vertical(turned, rows, 0, columns, narrow);
    System.arraycopy(turn(narrow, 0, rows, columns.outSize()), 0, out, 0, out.length);
  }

  private static boolean near(Weights columns) {
    var starts = columns.starts();
    boolean near =
        columns.maxCount() <= MAX_TAPS
            && starts.length >= LANES
            && columns.inSize() >= WIDE_BYTES.length();
    for (int x = 0; near && x < starts.length; x++) {
      int last = Math.min(starts.length - 1, x + LANES - 1);
      near = starts[last] - starts[x] + columns.maxCount() <= WIDE_BYTES.length();
    }
    return near;
  }

  /// A vector of outputs at a time, down all rows; the last one overlaps the one before.
  private static void shuffled(byte[] in, int firstValue, Weights columns, byte[] out) {
    int outWidth = columns.outSize();
    for (int block = 0; block < outWidth; block += LANES) {
      int x = Math.min(block, outWidth - LANES);
      int base = Math.min(columns.starts()[x], columns.inSize() - WIDE_BYTES.length());
      var places = new int[MAX_TAPS][WIDE_BYTES.length()];
      var weights = new int[MAX_TAPS][LANES];
      for (int lane = 0; lane < LANES; lane++) {
        for (int tap = 0; tap < columns.counts()[x + lane]; tap++) {
          places[tap][lane] = columns.starts()[x + lane] - base + tap;
          weights[tap][lane] = columns.values()[(x + lane) * columns.stride() + tap];
        }
      }
      shuffled(in, firstValue + base, columns.inSize(), places, weights, out, x, outWidth);
    }
  }

  private static void shuffled(
      byte[] in,
      int at,
      int inWidth,
      int[][] places,
      int[][] weights,
      byte[] out,
      int outAt,
      int outWidth) {
    var place0 = VectorShuffle.fromArray(WIDE_BYTES, places[0], 0);
    var place1 = VectorShuffle.fromArray(WIDE_BYTES, places[1], 0);
    var place2 = VectorShuffle.fromArray(WIDE_BYTES, places[2], 0);
    var place3 = VectorShuffle.fromArray(WIDE_BYTES, places[3], 0);
    var weight0 = IntVector.fromArray(INTS, weights[0], 0);
    var weight1 = IntVector.fromArray(INTS, weights[1], 0);
    var weight2 = IntVector.fromArray(INTS, weights[2], 0);
    var weight3 = IntVector.fromArray(INTS, weights[3], 0);
    for (int o = outAt, i = at; o < out.length; o += outWidth, i += inWidth) {
      var values = ByteVector.fromArray(WIDE_BYTES, in, i);
      var left = lowest(values.rearrange(place0)).mul(weight0);
      var middle = lowest(values.rearrange(place1)).mul(weight1);
      var right = lowest(values.rearrange(place2)).mul(weight2);
      var last = lowest(values.rearrange(place3)).mul(weight3);
      store(left.add(middle).add(right.add(last)).add(Weights.HALF), out, o);
    }
  }

  private static IntVector lowest(ByteVector values) {
    return (IntVector) values.convertShape(VectorOperators.ZERO_EXTEND_B2I, INTS, 0);
  }

  /// Rows become columns, a few rows at a time so that both sides stay in the cache.
  private static byte[] turn(byte[] in, int from, int width, int height) {
    var out = new byte[width * height];
    for (int top = 0; top < height; top += TURNED_ROWS) {
      int bottom = Math.min(height, top + TURNED_ROWS);
      for (int x = 0; x < width; x++) {
        for (int y = top; y < bottom; y++) {
          out[x * height + y] = in[from + y * width + x];
        }
      }
    }
    return out;
  }

  /// Four rows at a time, so that each vector of weights is used four times.
  private static void sumRows(byte[] in, int row, Weights columns, int blocks, int[] sums) {
    var starts = columns.starts();
    var weights = columns.values();
    int rowLength = 3 * columns.inSize();
    int sumLength = 3 * columns.outSize() + LANES;
    for (int x = 0; x < starts.length; x++) {
      int i = row + 3 * starts[x];
      int k = x * columns.stride();
      var s0 = IntVector.zero(INTS);
      var s1 = s0;
      var s2 = s0;
      var s3 = s0;
      for (int b = 0; b < blocks; b++) {
        var weight = IntVector.fromArray(INTS, weights, k).rearrange(SPREAD);
        s0 = s0.add(load(in, i).mul(weight));
        s1 = s1.add(load(in, i + rowLength).mul(weight));
        s2 = s2.add(load(in, i + 2 * rowLength).mul(weight));
        s3 = s3.add(load(in, i + 3 * rowLength).mul(weight));
        i += 3 * PIXELS;
        k += PIXELS;
      }
      int o = 3 * x;
      addPixels(s0).intoArray(sums, o);
      addPixels(s1).intoArray(sums, o + sumLength);
      addPixels(s2).intoArray(sums, o + 2 * sumLength);
      addPixels(s3).intoArray(sums, o + 3 * sumLength);
    }
  }

  /// The channels of all pixels of a vector, summed into its first three lanes.
  private static IntVector addPixels(IntVector v) {
    if (LANES == 8) {
      return v.add(v.rearrange(BY_1));
    }
    var pairs = v.add(v.rearrange(BY_2));
    return pairs.add(pairs.rearrange(BY_1)).add(v.rearrange(BY_4));
  }

  /// Rounds and clips a row of sums.
  private static void clip(int[] sums, int from, int length, byte[] out, int outRow) {
    int i = 0;
    for (; i + LANES <= length; i += LANES) {
      store(IntVector.fromArray(INTS, sums, from + i).add(Weights.HALF), out, outRow + i);
    }
    for (; i < length; i++) {
      out[outRow + i] = ResizeKernel.clip(sums[from + i] + Weights.HALF);
    }
  }

  @Override
  public void vertical(byte[] in, int rowLength, int firstRow, Weights rows, byte[] out) {
    if (rowLength < LANES) {
      scalar.vertical(in, rowLength, firstRow, rows, out);
      return;
    }
    for (int y = 0; y < rows.outSize(); y++) {
      int row = (rows.starts()[y] - firstRow) * rowLength;
      int from = y * rows.stride();
      int to = from + rows.counts()[y];
      int i = 0;
      for (; i + 4 * LANES <= rowLength; i += 4 * LANES) {
        strip(in, row + i, rowLength, rows.values(), from, to, out, y * rowLength + i);
      }
      for (; i < rowLength; i += LANES) {
        int at = Math.min(i, rowLength - LANES); // the last one overlaps
        narrowStrip(in, row + at, rowLength, rows.values(), from, to, out, y * rowLength + at);
      }
    }
  }

  private static void strip(
      byte[] in, int at, int rowLength, int[] weights, int from, int to, byte[] out, int outAt) {
    var s0 = IntVector.broadcast(INTS, Weights.HALF);
    var s1 = s0;
    var s2 = s0;
    var s3 = s0;
    int i = at;
    for (int k = from; k < to; k++) {
      var weight = IntVector.broadcast(INTS, weights[k]);
      s0 = s0.add(load(in, i).mul(weight));
      s1 = s1.add(load(in, i + LANES).mul(weight));
      s2 = s2.add(load(in, i + 2 * LANES).mul(weight));
      s3 = s3.add(load(in, i + 3 * LANES).mul(weight));
      i += rowLength;
    }
    store(s0, out, outAt);
    store(s1, out, outAt + LANES);
    store(s2, out, outAt + 2 * LANES);
    store(s3, out, outAt + 3 * LANES);
  }

  private static void narrowStrip(
      byte[] in, int at, int rowLength, int[] weights, int from, int to, byte[] out, int outAt) {
    var sum = IntVector.broadcast(INTS, Weights.HALF);
    int i = at;
    for (int k = from; k < to; k++) {
      sum = sum.add(load(in, i).mul(weights[k]));
      i += rowLength;
    }
    store(sum, out, outAt);
  }

  /// Unsigned bytes as ints.
  private static IntVector load(byte[] in, int at) {
    return (IntVector)
        ByteVector.fromArray(BYTES, in, at).convertShape(VectorOperators.ZERO_EXTEND_B2I, INTS, 0);
  }

  private static void store(IntVector sums, byte[] out, int at) {
    var clipped = sums.lanewise(VectorOperators.ASHR, Weights.PRECISION).max(0).min(255);
    ((ByteVector) clipped.convertShape(VectorOperators.I2B, BYTES, 0)).intoArray(out, at);
  }
}
