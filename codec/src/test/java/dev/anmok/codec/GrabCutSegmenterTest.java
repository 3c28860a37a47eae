package dev.anmok.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.cutout.Cutout;
import dev.anmok.core.cutout.CutoutRule;
import dev.anmok.core.image.Pixels;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class GrabCutSegmenterTest {
  /// A red disc of a quarter of the side on mottled grey.
  private static Pixels disc(int side) {
    var rgb = new byte[3 * side * side];
    for (int i = 0; i < side * side; i++) {
      int x = i % side - side / 2;
      int y = i / side - side / 2;
      boolean inside = 16 * (x * x + y * y) < side * side;
      int noise = (i * 37 + i / side * 11) % 17;
      rgb[3 * i] = (byte) (inside ? 200 + noise : 90 + noise);
      rgb[3 * i + 1] = (byte) (inside ? 30 + noise : 95 + noise);
      rgb[3 * i + 2] = (byte) (inside ? 20 + noise : 100 + noise);
    }
    return Pixels.wrap(side, side, rgb);
  }

  @Test
  void findsWhatHasOtherColoursThanTheRim() throws IOException {
    try (var segmenter = GrabCutSegmenter.open()) {
      var mask = segmenter.mask(disc(400));

      assertThat(mask.facts().share()).isBetween(0.18, 0.21); // pi / 16 = 0.196
      assertThat(mask.at(200, 200)).isEqualTo(255);
      assertThat(mask.at(20, 20)).isZero();
      assertThat(segmenter.mask(disc(400)).alpha()).isEqualTo(mask.alpha());
    }
  }

  @Test
  void aPhotoOfOneColourOrOfNearlyNothingHasNoSubject() throws IOException {
    var white = new byte[3 * 60 * 50];
    Arrays.fill(white, (byte) 255);
    try (var segmenter = GrabCutSegmenter.open()) {
      for (var photo :
          new Pixels[] {Pixels.wrap(60, 50, white), Pixels.wrap(1, 1, new byte[3]), disc(2)}) {
        assertThat(new CutoutRule(0.03, 0.9, 0.4, 0).cut(photo, segmenter))
            .isInstanceOf(Cutout.Kept.class);
      }
    }
  }
}
