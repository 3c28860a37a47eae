package dev.anmok.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.image.Filter;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Resize;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PerceptualHashTest {
  @Test
  void distanceCountsDifferentBits() {
    assertThat(PerceptualHash.distance(0b1011, 0b0010)).isEqualTo(2);
    assertThat(PerceptualHash.distance(-1, 0)).isEqualTo(64);
    assertThat(PerceptualHash.distance(5, 5)).isZero();
  }

  @Test
  void aResizedCopyStaysNearAndAnotherPictureFar() {
    var picture = scene(new Random(1));
    var copy = Resize.to(picture, 333, 190, Filter.BICUBIC);
    var other = scene(new Random(2));

    assertThat(PerceptualHash.distance(hash(picture), hash(copy))).isLessThanOrEqualTo(4);
    assertThat(PerceptualHash.distance(hash(picture), hash(other))).isGreaterThan(16);
  }

  @Test
  void halfTheBitsAreSetWherePicturesHaveStructure() {
    assertThat(Long.bitCount(hash(scene(new Random(3))))).isBetween(31, 32);
  }

  private static long hash(Pixels in) {
    return PerceptualHash.of(Luma.of(in, 256));
  }

  /// Coarse random patches, smoothed by enlarging.
  private static Pixels scene(Random random) {
    var rgb = new byte[3 * 9 * 7];
    random.nextBytes(rgb);
    return Resize.to(Pixels.wrap(9, 7, rgb), 450, 350, Filter.BICUBIC);
  }
}
