package dev.anmok.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.image.Pixels;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlurNetworkTest {
  @Test
  void aPictureIsCalledMoreBlurredTheMoreItIs() throws IOException {
    try (var network = BlurNetwork.embedded(Threads.SINGLE)) {
      double before = network.logOdds(bars(0));
      assertThat(before).isNegative();
      for (int radius : new int[] {2, 5, 10}) {
        double now = network.logOdds(bars(radius));
        assertThat(now).as("radius %d", radius).isGreaterThan(before);
        before = now;
      }
      assertThat(before).isPositive();
    }
  }

  @Test
  void picturesOfAnyShapeHaveAnAnswer() throws IOException {
    try (var network = BlurNetwork.embedded(Threads.SINGLE)) {
      for (int[] size : new int[][] {{1, 1}, {1, 300}, {2_000, 10}, {3, 2}, {1_024, 1_024}}) {
        var white = new byte[3 * size[0] * size[1]];
        java.util.Arrays.fill(white, (byte) 255);
        assertThat(network.logOdds(Pixels.wrap(size[0], size[1], white)))
            .as("%d x %d", size[0], size[1])
            .isFinite();
      }
    }
  }

  /// Rectangles of random grey, each row and column smoothed by a box of this radius.
  private static Pixels bars(int radius) {
    int side = 320;
    var random = new Random(7);
    var grey = new double[side][side];
    for (int i = 0; i < 400; i++) {
      int x = random.nextInt(side);
      int y = random.nextInt(side);
      int w = 4 + random.nextInt(60);
      int h = 4 + random.nextInt(60);
      int level = 30 + random.nextInt(200);
      for (int r = y; r < Math.min(side, y + h); r++) {
        java.util.Arrays.fill(grey[r], x, Math.min(side, x + w), level);
      }
    }
    for (int pass = 0; pass < 2; pass++) {
      grey = transposed(smooth(grey, radius));
    }
    var rgb = new byte[3 * side * side];
    for (int i = 0; i < side * side; i++) {
      byte level = (byte) Math.round(grey[i / side][i % side]);
      rgb[3 * i] = level;
      rgb[3 * i + 1] = level;
      rgb[3 * i + 2] = level;
    }
    return Pixels.wrap(side, side, rgb);
  }

  private static double[][] smooth(double[][] in, int radius) {
    int side = in.length;
    var out = new double[side][side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        for (int d = -radius; d <= radius; d++) {
          out[y][x] += in[y][Math.clamp(x + d, 0, side - 1)] / (2 * radius + 1);
        }
      }
    }
    return out;
  }

  private static double[][] transposed(double[][] in) {
    int side = in.length;
    var out = new double[side][side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        out[x][y] = in[y][x];
      }
    }
    return out;
  }
}
