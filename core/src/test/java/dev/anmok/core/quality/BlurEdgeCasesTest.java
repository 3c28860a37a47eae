package dev.anmok.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.image.FormulaPicture;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Smear;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the measures say of pictures that are made to fool or to break them.
class BlurEdgeCasesTest {
  private static final Pixels SHARP = TestPictures.textured(512, 384);
  private static final Pixels SOFT = new Smear.Disc(13).apply(SHARP);

  private static BlurMeasures blur(Pixels in) {
    return Detail.of(in).blur();
  }

  @Test
  void everyShapeGivesFiniteNumbers() {
    int[][] sizes = {
      {1, 1}, {1, 2}, {2, 1}, {1, 999}, {999, 1}, {3, 3}, {8, 8}, {31, 33}, {63, 65}
    };
    for (int[] size : sizes) {
      var detail = Detail.of(FormulaPicture.of(size[0], size[1]));

      assertThat(detail.named().values()).allMatch(Double::isFinite);
      assertThat(detail.blur().values()).hasSize(BlurMeasure.values().length - 1); // no network
      assertThat(detail.blur().values().values()).allMatch(Double::isFinite);
    }
    assertThat(Detail.of(FormulaPicture.of(20_000, 100)).blur().values().values())
        .allMatch(Double::isFinite);
  }

  @Test
  void aStripIsMeasuredThreePixelsHigh() {
    var strip = blur(TestPictures.noisy(FormulaPicture.plain(20_000, 100, 0x808080), 10, 1));

    // 512 x 3: means of 39 by 33 pixels, so that hardly any noise is left; no row is looked at
    assertThat(strip.value(BlurMeasure.LUMA_MEAN)).isBetween(127.5, 128.5);
    assertThat(strip.value(BlurMeasure.LUMA_STD)).isLessThan(1);
    assertThat(strip.value(BlurMeasure.EDGE_SHARE)).isZero();
    assertThat(strip.value(BlurMeasure.DIRECTIONAL_MEDIAN)).isZero();
    assertThat(strip.value(BlurMeasure.NATIVE_LAPLACIAN_STD)).isBetween(42.0, 47.0); // √20 · 10
  }

  @Test
  void blackIsTooDarkAndWhiteIsTooBright() {
    var judge = new BlurJudge(new LaplacianRule(3.5), BlurJudge.Limits.DEFAULT);

    assertThat(judge.judge(Detail.of(FormulaPicture.plain(300, 200, 0x000000))).code())
        .isEqualTo("too_dark");
    assertThat(judge.judge(Detail.of(FormulaPicture.plain(300, 200, 0xffffff))).code())
        .isEqualTo("too_bright");
    assertThat(judge.judge(Detail.of(FormulaPicture.plain(300, 200, 0x777777))).code())
        .isEqualTo("flat_scene");
  }

  @Test
  void noiseAloneHasNoFocusAndIsCalledNoise() {
    var noise = blur(TestPictures.noisy(FormulaPicture.plain(400, 300, 0x808080), 20, 5));

    assertThat(noise.value(BlurMeasure.NOISE_SIGMA)).isBetween(17.0, 21.0);
    // √20 · 20 = 89 by the Laplacian; what noise does not explain is about a third of that
    assertThat(noise.value(BlurMeasure.LAPLACIAN_STD_SIGNED)).isBetween(85.0, 94.0);
    assertThat(noise.value(BlurMeasure.TILES_MEDIAN)).isLessThan(45);
    assertThat(noise.value(BlurMeasure.SPECTRUM_ABOVE_QUARTER)).isGreaterThan(0.75); // 1 - π/16
  }

  @Test
  void aCaptionOnABlurredPhotoFoolsTheSharpestTilesButNotTheMedians() {
    var captioned = blur(TestPictures.captioned(SOFT, 40));
    var soft = blur(SOFT);
    var sharp = blur(SHARP);

    assertThat(captioned.value(BlurMeasure.TILES_TOP))
        .isGreaterThan(sharp.value(BlurMeasure.TILES_TOP));
    for (var measure : List.of(BlurMeasure.TILES_MEDIAN, BlurMeasure.ACUTANCE_MEDIAN)) {
      assertThat(captioned.value(measure))
          .as(measure.code())
          .isLessThan(1.5 * soft.value(measure))
          .isLessThan(0.2 * sharp.value(measure));
    }
    assertThat(captioned.value(BlurMeasure.DIRECTIONAL_MEDIAN)).isLessThan(-1);
    assertThat(sharp.value(BlurMeasure.DIRECTIONAL_MEDIAN)).isGreaterThan(-0.7);
  }

  @Test
  void aSharpFrameRoundABlurredPhotoFoolsTheSharpestTilesButNotTheMedians() {
    var framed = blur(TestPictures.framed(SOFT, FormulaPicture.plain(512, 384, 0xffffff), 12));
    var soft = blur(SOFT);
    var sharp = blur(SHARP);

    assertThat(framed.value(BlurMeasure.TILES_TOP))
        .isGreaterThan(3 * soft.value(BlurMeasure.TILES_TOP));
    for (var measure : List.of(BlurMeasure.TILES_MEDIAN, BlurMeasure.ACUTANCE_MEDIAN)) {
      assertThat(framed.value(measure)).as(measure.code()).isLessThan(0.25 * sharp.value(measure));
    }
    assertThat(framed.value(BlurMeasure.DIRECTIONAL_MEDIAN)).isLessThan(-1);
  }
}
