package dev.anmok.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class FourierTest {
  private static final int SIDE = Fourier.SIDE;

  private final FourierKernel scalar = new ScalarFourierKernel();
  private final FourierKernel vector = new VectorFourierKernel();
  private final Random random = new Random(4);

  private float[] floats() {
    var floats = new float[SIDE * SIDE];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = random.nextFloat() - 0.5f;
    }
    return floats;
  }

  @Test
  void bothKernelsGiveTheSameFloatsToTheLastBit() {
    var values = new byte[SIDE * (SIDE + 5)];
    random.nextBytes(values);
    var window = floats();
    var imaginary = new float[][] {floats(), new float[SIDE * SIDE]};
    System.arraycopy(imaginary[0], 0, imaginary[1], 0, SIDE * SIDE);
    var real = new float[2][SIDE * SIDE];
    var power = new float[2][SIDE * SIDE];
    for (int k = 0; k < 2; k++) {
      var kernel = k == 0 ? scalar : vector;
      kernel.window(values, 3, SIDE + 5, window, real[k]);
      kernel.pass(real[k], imaginary[k], 1);
      kernel.pass(real[k], imaginary[k], 4);
      kernel.pass(real[k], imaginary[k], 16);
      kernel.addPower(real[k], imaginary[k], power[k]);
    }

    assertThat(real[1]).isEqualTo(real[0]);
    assertThat(imaginary[1]).isEqualTo(imaginary[0]);
    assertThat(power[1]).isEqualTo(power[0]);
  }

  @Test
  void powerIsThatOfTheSumsOfTheDefinition() {
    var real = floats();
    var imaginary = floats();
    int[][] bins = {{0, 0}, {1, 0}, {0, 1}, {5, 60}, {32, 32}, {63, 17}};
    var expected = new double[bins.length];
    for (int b = 0; b < bins.length; b++) {
      double re = 0;
      double im = 0;
      for (int i = 0; i < SIDE * SIDE; i++) {
        double angle = 2 * Math.PI * (bins[b][0] * (i % SIDE) + bins[b][1] * (i / SIDE)) / SIDE;
        re += real[i] * Math.cos(angle) + imaginary[i] * Math.sin(angle);
        im += imaginary[i] * Math.cos(angle) - real[i] * Math.sin(angle);
      }
      expected[b] = re * re + im * im;
    }
    var power = new float[SIDE * SIDE];

    Fourier.addPower(real, imaginary, power);

    for (int b = 0; b < bins.length; b++) {
      assertThat((double) power[bins[b][0] * SIDE + bins[b][1]])
          .isCloseTo(expected[b], within(1e-4 * expected[b] + 1e-3));
    }
  }
}
