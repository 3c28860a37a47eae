package dev.anmok.app.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BlurTest {
  @Test
  void spreadsAPointEvenlyOverItsSquare() {
    float[] point = new float[9 * 7 * 3];
    point[(3 * 9 + 4) * 3 + 1] = 25;
    float[] out = Blur.box(point, 9, 7, 2);

    for (int y = 0; y < 7; y++) {
      for (int x = 0; x < 9; x++) {
        boolean inside = Math.abs(x - 4) <= 2 && Math.abs(y - 3) <= 2;
        assertThat(out[(y * 9 + x) * 3 + 1]).isCloseTo(inside ? 1f : 0f, within(1e-5f));
        assertThat(out[(y * 9 + x) * 3]).isZero();
      }
    }
  }

  @Test
  void keepsAnEvenColour() {
    var image = new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB);
    int[] pixels = new int[600];
    Arrays.fill(pixels, 0x336699);
    image.setRGB(0, 0, 30, 20, pixels, 0, 30);

    assertThat(Blur.gaussian(image, 4).getRGB(0, 0, 30, 20, null, 0, 30)).containsOnly(0xff336699);
  }
}
