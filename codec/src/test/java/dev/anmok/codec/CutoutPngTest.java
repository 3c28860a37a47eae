package dev.anmok.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.cutout.CutoutPicture;
import dev.anmok.core.cutout.Mask;
import dev.anmok.core.image.Pixels;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class CutoutPngTest {
  @Test
  void otherProgramsReadWhatWasWritten() throws IOException {
    int width = 300;
    int height = 211;
    var random = new Random(3);
    var rgb = new byte[3 * width * height];
    random.nextBytes(rgb);
    var alpha = new byte[width * height];
    for (int i = 0; i < alpha.length; i++) {
      alpha[i] = (byte) (random.nextBoolean() ? 255 : 0);
    }
    var out = new ByteArrayOutputStream();
    CutoutPng.write(
        new CutoutPicture(Pixels.wrap(width, height, rgb), Mask.wrap(width, height, alpha)), out);

    var read = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    assertThat(read.getWidth()).isEqualTo(width);
    assertThat(read.getHeight()).isEqualTo(height);
    for (int i = 0; i < alpha.length; i++) {
      int expected =
          alpha[i] == 0
              ? 0
              : 0xff000000
                  | (rgb[3 * i] & 0xff) << 16
                  | (rgb[3 * i + 1] & 0xff) << 8
                  | (rgb[3 * i + 2] & 0xff);
      assertThat(read.getRGB(i % width, i / width)).isEqualTo(expected);
    }
  }
}
