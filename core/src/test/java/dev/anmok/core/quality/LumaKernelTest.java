package dev.anmok.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LumaKernelTest {
  private final LumaKernel scalar = new ScalarLumaKernel();
  private final LumaKernel vector = new VectorLumaKernel();
  private final Random random = new Random(4);

  private byte[] bytes(int length) {
    var bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  @Test
  void bothKernelsGiveTheSameWholeNumbersAtAnyLength() {
    for (int width = 3; width < 150; width++) {
      var values = bytes(5 * width);
      var rgb = bytes(3 * width);
      var sums = new short[2][width];
      var bent = new short[2][width];
      var grey = new byte[2][width];
      var columns = new ColumnSums[] {ColumnSums.ofWidth(width), ColumnSums.ofWidth(width)};
      for (int k = 0; k < 2; k++) {
        var kernel = k == 0 ? scalar : vector;
        kernel.grey(rgb, grey[k]);
        kernel.bend(values, width, width, bent[k]);
        kernel.addBends(bent[k], width, sums[k]);
        kernel.addValues(values, 2 * width, width, sums[k]);
        kernel.addSteps(values, 2 * width, 3 * width, 1, sums[k]);
        kernel.addSteps(values, 2 * width, 3 * width, width, sums[k]);
        kernel.addLuma(values, 3, width - 1, columns[k], 1);
        kernel.addLaplacian(
            values, width + 1, 2 * width + 1, 3 * width + 1, width - 2, columns[k], 1);
        kernel.addGradient(
            values, width + 1, 2 * width + 1, 3 * width + 1, width - 2, columns[k], 1);
      }

      assertThat(grey[1]).as("grey of %d", width).isEqualTo(grey[0]);
      assertThat(sums[1]).as("sums of %d", width).isEqualTo(sums[0]);
      assertThat(columns[1].luma2()).isEqualTo(columns[0].luma2());
      assertThat(columns[1].laplacian()).isEqualTo(columns[0].laplacian());
      assertThat(columns[1].laplacian2()).isEqualTo(columns[0].laplacian2());
      assertThat(columns[1].absolute()).isEqualTo(columns[0].absolute());
      assertThat(columns[1].clipped2()).isEqualTo(columns[0].clipped2());
      assertThat(columns[1].gradient2()).isEqualTo(columns[0].gradient2());
      for (int level : new int[] {1, 26, 128, 250, 255}) {
        assertThat(vector.countUnder(values, level)).isEqualTo(scalar.countUnder(values, level));
      }
    }
  }

  @Test
  void bothKernelsGiveAlmostTheSameFloats() {
    int side = Fourier.SIDE;
    var values = bytes(side);
    var window = new float[side];
    for (int i = 0; i < side; i++) {
      window[i] = random.nextFloat();
    }
    var real = new float[2][2 * side];
    var imaginary = new float[2][2 * side];
    var power = new float[2][2 * side];
    for (int k = 0; k < 2; k++) {
      var kernel = k == 0 ? scalar : vector;
      kernel.window(values, 0, 100.5f, 0.25f, window, real[k], 0);
      kernel.window(values, 0, 3.5f, 0.75f, window, real[k], side);
      kernel.window(values, 0, 7.5f, 0.5f, window, imaginary[k], side);
      kernel.butterfly(real[k], imaginary[k], 0, side, 0.6f, -0.8f);
      kernel.addPower(real[k], imaginary[k], power[k]);
    }

    assertThat(real[1]).containsExactly(real[0], within(1e-3f));
    assertThat(imaginary[1]).containsExactly(imaginary[0], within(1e-3f));
    assertThat(power[1]).containsExactly(power[0], within(1f));
  }
}
