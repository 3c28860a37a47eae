package dev.anmok.core.image;

import java.util.Arrays;

/// The three channels of a picture as floats, interleaved, for filters of more than one pass.
final class Planes {
  private static final int CHANNELS = 3;
  private static final double GAMMA = 2.2;
  private static final double BURNT = 0.85;

  private final int width;
  private final int height;
  private final float[] values;

  private Planes(int width, int height, float[] values) {
    this.width = width;
    this.height = height;
    this.values = values;
  }

  static Planes of(Pixels in) {
    var values = new float[in.rgb().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.rgb()[i] & 0xff;
    }
    return new Planes(in.width(), in.height(), values);
  }

  /// In linear light, 0..1, by the power 2.2, with highlights brighter than white: a light over
  /// 0.85 is multiplied by `1 + more * ((light - 0.85) / 0.15)²`.
  static Planes light(Pixels in, double more) {
    var table = new float[256];
    for (int i = 0; i < table.length; i++) {
      double light = StrictMath.pow(i / 255.0, GAMMA);
      double burnt = Math.max(0, (light - BURNT) / (1 - BURNT));
      table[i] = (float) (light * (1 + more * burnt * burnt));
    }
    var values = new float[in.rgb().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = table[in.rgb()[i] & 0xff];
    }
    return new Planes(in.width(), in.height(), values);
  }

  /// 8-bit values of linear light, rounded half up; over white is white.
  byte[] encoded() {
    var limits = new float[255];
    for (int i = 0; i < limits.length; i++) {
      limits[i] = (float) StrictMath.pow((i + 0.5) / 255, GAMMA);
    }
    var bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      int at = Arrays.binarySearch(limits, values[i]);
      bytes[i] = (byte) (at < 0 ? -at - 1 : at + 1);
    }
    return bytes;
  }

  Planes filtered(BlurKernel kernel) {
    int margin = kernel.radius();
    var out = new float[values.length];
    var sums = new double[CHANNELS * (width + 2 * margin + 1)];
    var runs = kernel.runs();
    for (int sourceRow = -margin; sourceRow < height + margin; sourceRow++) {
      runningSums(mirrored(sourceRow, height), margin, sums);
      for (var run : runs) {
        int y = sourceRow - run.row();
        if (y >= 0 && y < height) {
          addRun(run, margin, sums, out, CHANNELS * y * width);
        }
      }
    }
    return new Planes(width, height, out);
  }

  /// After each pixel of a row with its mirrored margins, the sum of the channel so far.
  private void runningSums(int y, int margin, double[] sums) {
    Arrays.fill(sums, 0, CHANNELS, 0);
    for (int i = 0; i < width + 2 * margin; i++) {
      int from = CHANNELS * (y * width + mirrored(i - margin, width));
      for (int c = 0; c < CHANNELS; c++) {
        sums[CHANNELS * (i + 1) + c] = sums[CHANNELS * i + c] + values[from + c];
      }
    }
  }

  private void addRun(BlurKernel.Run run, int margin, double[] sums, float[] out, int to) {
    int before = CHANNELS * (margin + run.from());
    int after = CHANNELS * (margin + run.to() + 1);
    for (int i = 0; i < CHANNELS * width; i++) {
      out[to + i] += (float) (run.weight() * (sums[after + i] - sums[before + i]));
    }
  }

  byte[] rounded() {
    var bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Math.clamp(Math.round(values[i]), 0, 255);
    }
    return bytes;
  }

  static int mirrored(int i, int length) {
    if (length == 1) {
      return 0;
    }
    int period = 2 * (length - 1);
    int at = Math.floorMod(i, period);
    return at < length ? at : period - at;
  }
}
