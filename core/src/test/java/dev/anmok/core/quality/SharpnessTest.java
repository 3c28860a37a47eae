package dev.anmok.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.image.Filter;
import dev.anmok.core.image.FormulaPicture;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Resize;
import org.junit.jupiter.api.Test;

class SharpnessTest {
  @Test
  void mirrorsAtTheEdgeWithoutRepeatingIt() {
    var luma = Luma.of(Pixels.wrap(2, 1, new byte[] {10, 10, 10, 40, 40, 40}), 10);

    // each pixel sees the other one twice: 2 * 40 - 2 * 10 = 60 and -60, vertically nothing
    assertThat(Sharpness.laplacianStd(luma)).isEqualTo(60);
  }

  @Test
  void aSinglePointSpreadsAsTheKernel() {
    var rgb = new byte[3 * 49];
    for (int c = 0; c < 3; c++) {
      rgb[3 * 24 + c] = 100; // the middle of 7x7
    }

    double std = Sharpness.laplacianStd(Luma.of(Pixels.wrap(7, 7, rgb), 10));

    // one value of -400, four of 100, the mean 0
    assertThat(std).isCloseTo(Math.sqrt((160_000 + 4 * 10_000) / 49.0), within(1e-12));
  }

  @Test
  void aBlurredPictureIsLessSharp() {
    var sharp = FormulaPicture.of(120, 90);
    var small = Resize.to(sharp, 40, 30, Filter.BILINEAR);
    var blurred = Resize.to(small, 120, 90, Filter.BILINEAR);

    assertThat(Sharpness.laplacianStd(Luma.of(blurred, 256)))
        .isLessThan(0.5 * Sharpness.laplacianStd(Luma.of(sharp, 256)));
  }
}
