package dev.anmok.core.image;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Plain loops; along a row, eight values of a run are added at a time within one word.
final class ScalarAreaKernel implements AreaKernel {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EVERY_SECOND = 0x00ff00ff00ff00ffL;
  private static final long ADD_UP = 0x0001000100010001L;

  @Override
  public void vertical(byte[] in, int rowLength, Runs rows, byte[] out) {
    var sums = new int[rowLength];
    for (int y = 0; y < rows.outSize(); y++) {
      Arrays.fill(sums, 0);
      for (int k = 0; k < rows.counts()[y]; k++) {
        addRow(in, (rows.starts()[y] + k) * rowLength, sums);
      }
      for (int x = 0; x < rowLength; x++) {
        out[y * rowLength + x] = AreaKernel.mean(sums[x], rows.weights()[y]);
      }
    }
  }

  private static void addRow(byte[] in, int row, int[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += in[row + x] & 0xff;
    }
  }

  @Override
  public void horizontal(byte[] in, Runs columns, byte[] out) {
    for (int o = 0, row = 0; o < out.length; o += columns.outSize(), row += columns.inSize()) {
      row(in, row, columns, out, o);
    }
  }

  private static void row(byte[] in, int row, Runs columns, byte[] out, int outRow) {
    var starts = columns.starts();
    var counts = columns.counts();
    var weights = columns.weights();
    int safe = in.length - Long.BYTES;
    for (int x = 0; x < starts.length; x++) {
      int i = row + starts[x];
      int left = counts[x];
      int sum = 0;
      for (; left >= Long.BYTES; left -= Long.BYTES, i += Long.BYTES) {
        sum += sum((long) WORDS.get(in, i));
      }
      if (left > 0 && i <= safe) {
        sum += sum((long) WORDS.get(in, i) << (Long.SIZE - Byte.SIZE * left));
      } else {
        for (int k = 0; k < left; k++) {
          sum += in[i + k] & 0xff;
        }
      }
      out[outRow + x] = AreaKernel.mean(sum, weights[x]);
    }
  }

  /// Of the eight bytes of a word: at most 8 * 255, which fits in 16 bits.
  private static int sum(long word) {
    long pairs = (word & EVERY_SECOND) + ((word >>> Byte.SIZE) & EVERY_SECOND);
    return (int) ((pairs * ADD_UP) >>> 48);
  }
}
