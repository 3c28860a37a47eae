package dev.anmok.core.image;

import java.util.Arrays;

/// Plain loops. Going down the columns, whole rows are multiplied and added, which the compiler
/// turns into vector instructions by itself.
final class ScalarResizeKernel implements ResizeKernel {
  @Override
  public void horizontal(byte[] in, int channels, int firstRow, Weights columns, byte[] out) {
    int row = firstRow * channels * columns.inSize();
    boolean few = columns.maxCount() <= Weights.WINDOW && columns.inSize() >= Weights.WINDOW;
    for (int o = 0; o < out.length; o += channels * columns.outSize()) {
      if (channels == 3) {
        colourRow(in, row, columns, out, o);
      } else if (few) {
        greyRowOfFewTaps(in, row, columns, out, o);
      } else {
        greyRow(in, row, columns, out, o);
      }
      row += channels * columns.inSize();
    }
  }

  private static void colourRow(byte[] in, int row, Weights columns, byte[] out, int outRow) {
    var starts = columns.starts();
    var counts = columns.counts();
    var weights = columns.values();
    for (int x = 0; x < starts.length; x++) {
      int i = row + 3 * starts[x];
      int from = x * columns.stride();
      int red = Weights.HALF;
      int green = Weights.HALF;
      int blue = Weights.HALF;
      for (int k = from; k < from + counts[x]; k++, i += 3) {
        int weight = weights[k];
        red += (in[i] & 0xff) * weight;
        green += (in[i + 1] & 0xff) * weight;
        blue += (in[i + 2] & 0xff) * weight;
      }
      int o = outRow + 3 * x;
      out[o] = ResizeKernel.clip(red);
      out[o + 1] = ResizeKernel.clip(green);
      out[o + 2] = ResizeKernel.clip(blue);
    }
  }

  private static void greyRow(byte[] in, int row, Weights columns, byte[] out, int outRow) {
    var starts = columns.starts();
    var counts = columns.counts();
    var weights = columns.values();
    for (int x = 0; x < starts.length; x++) {
      int i = row + starts[x];
      int from = x * columns.stride();
      int sum = Weights.HALF;
      for (int k = 0; k < counts[x]; k++) {
        sum += (in[i + k] & 0xff) * weights[from + k];
      }
      out[outRow + x] = ResizeKernel.clip(sum);
    }
  }

  /// Up to four taps without a loop: it would cost more than the taps. Weights past the taps are 0.
  private static void greyRowOfFewTaps(
      byte[] in, int row, Weights columns, byte[] out, int outRow) {
    var starts = columns.starts();
    var weights = columns.values();
    for (int x = 0; x < starts.length; x++) {
      int i = row + starts[x];
      int k = x * columns.stride();
      int left = (in[i] & 0xff) * weights[k] + (in[i + 1] & 0xff) * weights[k + 1];
      int right = (in[i + 2] & 0xff) * weights[k + 2] + (in[i + 3] & 0xff) * weights[k + 3];
      out[outRow + x] = ResizeKernel.clip(Weights.HALF + left + right);
    }
  }

  @Override
  public void vertical(byte[] in, int rowLength, int firstRow, Weights rows, byte[] out) {
    var sums = new int[rowLength];
    for (int y = 0; y < rows.outSize(); y++) {
      Arrays.fill(sums, Weights.HALF);
      for (int k = 0; k < rows.counts()[y]; k++) {
        int row = (rows.starts()[y] - firstRow + k) * rowLength;
        addRow(in, row, rows.values()[y * rows.stride() + k], sums);
      }
      for (int i = 0; i < rowLength; i++) {
        out[y * rowLength + i] = ResizeKernel.clip(sums[i]);
      }
    }
  }

  private static void addRow(byte[] in, int row, int weight, int[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += (in[row + i] & 0xff) * weight;
    }
  }
}
