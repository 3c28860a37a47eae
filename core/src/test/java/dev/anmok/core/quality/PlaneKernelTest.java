package dev.anmok.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PlaneKernelTest {
  private final PlaneKernel scalar = new ScalarPlaneKernel();
  private final PlaneKernel vector = new VectorPlaneKernel();
  private final Random random = new Random(4);

  @Test
  void bothKernelsGiveTheSameSumsAtAnyWidth() {
    for (int width = 1; width < 100; width++) {
      int stride = width + 2;
      var values = shorts(9 * stride, 256);
      var sums = new ColumnSums[] {new ColumnSums(width), new ColumnSums(width)};
      scalar.scan(values, stride + 1, stride, 7, sums[0]);
      vector.scan(values, stride + 1, stride, 7, sums[1]);
      assertThat(sums[1].values()).as("scan of %d", width).isEqualTo(sums[0].values());

      var coarse = shorts(9 * stride, 4_081);
      scalar.tensors(coarse, stride + 1, stride, 7, sums[0]);
      vector.tensors(coarse, stride + 1, stride, 7, sums[1]);
      scalar.laplacians(coarse, stride + 1, stride, 7, sums[0]);
      vector.laplacians(coarse, stride + 1, stride, 7, sums[1]);
      assertThat(sums[1].values()).as("others of %d", width).isEqualTo(sums[0].values());
    }
  }

  @Test
  void bothKernelsWidenAndHalveAlike() {
    for (int count = 1; count < 150; count++) {
      var bytes = new byte[count + 3];
      random.nextBytes(bytes);
      var values = shorts(5 * count, 1_021);
      var out = new short[2][2 * count + 3];
      scalar.widen(bytes, 3, count, out[0], 1);
      vector.widen(bytes, 3, count, out[1], 1);
      scalar.halve(values, 1, 2 * count, count, out[0], count + 2);
      vector.halve(values, 1, 2 * count, count, out[1], count + 2);

      assertThat(out[1]).as("of %d", count).isEqualTo(out[0]);
    }
  }

  private short[] shorts(int length, int bound) {
    var shorts = new short[length];
    for (int i = 0; i < length; i++) {
      shorts[i] = (short) random.nextInt(bound);
    }
    return shorts;
  }
}
