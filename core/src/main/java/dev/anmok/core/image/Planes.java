package dev.anmok.core.image;

import java.util.Arrays;

/// The three channels of a picture as floats, interleaved, for filters of more than one pass.
final class Planes {
  private static final int CHANNELS = 3;

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
