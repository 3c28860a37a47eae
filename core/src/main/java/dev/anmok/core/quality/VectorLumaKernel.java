package dev.anmok.core.quality;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// The loops with the Vector API: 16-bit lanes where sums fit, 32-bit ones elsewhere; what is left
/// at the end goes through the plain loops.
final class VectorLumaKernel implements LumaKernel {
  private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Short> SHORTS = ShortVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final int WIDE = SHORTS.length();
  private static final int LANES = INTS.length();
  private static final VectorSpecies<Byte> TO_SHORTS = bytes(WIDE);
  private static final VectorSpecies<Byte> TO_INTS = bytes(LANES);
  private static final short CAP = 32;
  private static final int MAX = 255;

  /// Three bytes a pixel to four, the last of them of no meaning.
  private static final VectorShuffle<Byte> SPREAD =
      VectorShuffle.fromOp(BYTES, lane -> lane % 4 == 3 ? 0 : lane / 4 * 3 + lane % 4);

  private final ScalarLumaKernel scalar = new ScalarLumaKernel();

  private static VectorSpecies<Byte> bytes(int lanes) {
    return VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, 8 * lanes)));
  }

  /// Vectors of 256 or 512 bits.
  static boolean pays() {
    return LANES == 8 || LANES == 16;
  }

  @Override
  public void grey(byte[] rgb, byte[] out) {
    int x = 0;
    for (; 3 * x + BYTES.length() <= rgb.length; x += LANES) {
      var pixels = ByteVector.fromArray(BYTES, rgb, 3 * x).rearrange(SPREAD).reinterpretAsInts();
      var red = pixels.and(0xff).mul(19_595);
      var green = pixels.lanewise(VectorOperators.LSHR, 8).and(0xff).mul(38_470);
      var blue = pixels.lanewise(VectorOperators.LSHR, 16).and(0xff).mul(7_471);
      var sum = red.add(green).add(blue).add(32_768).lanewise(VectorOperators.LSHR, 16);
      ((ByteVector) sum.convertShape(VectorOperators.I2B, TO_INTS, 0)).intoArray(out, x);
    }
    scalar.grey(rgb, x, out);
  }

  @Override
  public int countUnder(byte[] values, int level) {
    int count = 0;
    int i = 0;
    for (; i + BYTES.length() <= values.length; i += BYTES.length()) {
      count +=
          ByteVector.fromArray(BYTES, values, i)
              .compare(VectorOperators.ULT, (byte) level)
              .trueCount();
    }
    return count + scalar.countUnder(values, i, level);
  }

  @Override
  public void bend(byte[] values, int at, int width, short[] bent) {
    int x = 0;
    for (; x + WIDE <= width; x += WIDE) {
      var here = shorts(values, at + x);
      var around = shorts(values, at + x - width).add(shorts(values, at + x + width));
      around.sub(here).sub(here).intoArray(bent, x);
    }
    scalar.bend(values, at, x, width, bent);
  }

  @Override
  public void addBends(short[] bent, int width, short[] sums) {
    int x = 1;
    for (; x + WIDE <= width - 1; x += WIDE) {
      var here = ShortVector.fromArray(SHORTS, bent, x);
      var around =
          ShortVector.fromArray(SHORTS, bent, x - 1)
              .add(ShortVector.fromArray(SHORTS, bent, x + 1));
      var response = around.sub(here).sub(here).abs();
      ShortVector.fromArray(SHORTS, sums, x).add(response).intoArray(sums, x);
    }
    scalar.addBends(bent, x, width, sums);
  }

  private static ShortVector shorts(byte[] values, int at) {
    var bytes = ByteVector.fromArray(TO_SHORTS, values, at);
    return (ShortVector) bytes.convertShape(VectorOperators.ZERO_EXTEND_B2S, SHORTS, 0);
  }

  @Override
  public void addValues(byte[] values, int row, int width, short[] sums) {
    int x = 0;
    for (; x + WIDE <= width; x += WIDE) {
      ShortVector.fromArray(SHORTS, sums, x).add(shorts(values, row + x)).intoArray(sums, x);
    }
    scalar.addValues(values, row, x, width, sums);
  }

  @Override
  public void addSteps(byte[] values, int from, int to, int stride, short[] sums) {
    int x = 0;
    for (; from + x + WIDE <= to; x += WIDE) {
      int at = from + x;
      var second = shorts(values, at - stride);
      var third = shorts(values, at);
      var before = second.sub(shorts(values, at - 2 * stride)).abs();
      var here = third.sub(second).abs();
      var after = shorts(values, at + stride).sub(third).abs();
      var out = here.add(here).sub(before).sub(after).max((short) 0).min(CAP);
      ShortVector.fromArray(SHORTS, sums, x).add(out).intoArray(sums, x);
    }
    scalar.addSteps(values, from, x, to - from, stride, sums);
  }

  @Override
  public void addLuma(byte[] v, int here, int count, ColumnSums sums, int column) {
    int i = 0;
    for (; i + LANES <= count; i += LANES) {
      var value = ints(v, here + i);
      add(sums.luma(), column + i, value);
      add(sums.luma2(), column + i, value.mul(value));
    }
    scalar.addLuma(v, here + i, count - i, sums, column + i);
  }

  @Override
  public void addLaplacian(
      byte[] v, int above, int here, int below, int count, ColumnSums sums, int column) {
    int i = 0;
    for (; i + LANES <= count; i += LANES) {
      var around = ints(v, here + i - 1).add(ints(v, here + i + 1));
      var all = around.add(ints(v, above + i)).add(ints(v, below + i));
      var laplacian = all.sub(ints(v, here + i).lanewise(VectorOperators.LSHL, 2));
      var clipped = laplacian.max(0).min(MAX);
      add(sums.laplacian(), column + i, laplacian);
      add(sums.laplacian2(), column + i, laplacian.mul(laplacian));
      add(sums.absolute(), column + i, laplacian.abs());
      add(sums.clipped(), column + i, clipped);
      add(sums.clipped2(), column + i, clipped.mul(clipped));
    }
    scalar.addLaplacian(v, above + i, here + i, below + i, count - i, sums, column + i);
  }

  @Override
  public void addGradient(
      byte[] v, int above, int here, int below, int count, ColumnSums sums, int column) {
    int i = 0;
    for (; i + LANES <= count; i += LANES) {
      var across = ints(v, here + i + 1).sub(ints(v, here + i - 1));
      var along = ints(v, below + i).sub(ints(v, above + i));
      var falling = ints(v, below + i + 1).sub(ints(v, above + i - 1));
      var rising = ints(v, below + i - 1).sub(ints(v, above + i + 1));
      var gx = across.add(across).add(falling).sub(rising);
      var gy = along.add(along).add(falling).add(rising);
      add(sums.gradient2(), column + i, gx.mul(gx).add(gy.mul(gy)));
    }
    scalar.addGradient(v, above + i, here + i, below + i, count - i, sums, column + i);
  }

  private static IntVector ints(byte[] values, int at) {
    var bytes = ByteVector.fromArray(TO_INTS, values, at);
    return (IntVector) bytes.convertShape(VectorOperators.ZERO_EXTEND_B2I, INTS, 0);
  }

  private static void add(int[] sums, int x, IntVector values) {
    IntVector.fromArray(INTS, sums, x).add(values).intoArray(sums, x);
  }

  @Override
  public void window(
      byte[] values, int from, float mean, float scale, float[] window, float[] out, int to) {
    for (int x = 0; x < window.length; x += LANES) {
      var floats =
          (FloatVector) ints(values, from + x).convertShape(VectorOperators.I2F, FLOATS, 0);
      floats
          .sub(mean)
          .mul(scale)
          .mul(FloatVector.fromArray(FLOATS, window, x))
          .intoArray(out, to + x);
    }
  }

  @Override
  public void butterfly(
      float[] real, float[] imaginary, int upper, int lower, float cos, float sin) {
    for (int x = 0; x < Fourier.SIDE; x += LANES) {
      var lowerReal = FloatVector.fromArray(FLOATS, real, lower + x);
      var lowerImaginary = FloatVector.fromArray(FLOATS, imaginary, lower + x);
      var upperReal = FloatVector.fromArray(FLOATS, real, upper + x);
      var upperImaginary = FloatVector.fromArray(FLOATS, imaginary, upper + x);
      var r = lowerReal.mul(cos).sub(lowerImaginary.mul(sin));
      var i = lowerReal.mul(sin).add(lowerImaginary.mul(cos));
      upperReal.sub(r).intoArray(real, lower + x);
      upperImaginary.sub(i).intoArray(imaginary, lower + x);
      upperReal.add(r).intoArray(real, upper + x);
      upperImaginary.add(i).intoArray(imaginary, upper + x);
    }
  }

  @Override
  public void addPower(float[] real, float[] imaginary, float[] power) {
    for (int i = 0; i < power.length; i += LANES) {
      var r = FloatVector.fromArray(FLOATS, real, i);
      var j = FloatVector.fromArray(FLOATS, imaginary, i);
      FloatVector.fromArray(FLOATS, power, i).add(r.mul(r).add(j.mul(j))).intoArray(power, i);
    }
  }
}
