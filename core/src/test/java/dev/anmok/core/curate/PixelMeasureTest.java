package dev.anmok.core.curate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.quality.BlurMeasure;
import dev.anmok.core.quality.BlurMeasures;
import dev.anmok.core.quality.Detail;
import dev.anmok.core.quality.Measures;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PixelMeasureTest {
  private static final VectorSpace SPACE = new VectorSpace("test", "00", "none", "none", 1);

  @Test
  void eachReadsItsOwnNumber() {
    var photo = photo(new Detail("00", 1, 2, 3, 4, 5, edges(0.1, 6, 7)));

    assertThat(PixelMeasure.SHARPNESS.of(photo)).hasValue(1);
    assertThat(PixelMeasure.NOISE.of(photo)).hasValue(2);
    assertThat(PixelMeasure.BLOCKINESS.of(photo)).hasValue(3);
    assertThat(PixelMeasure.DARK_SHARE.of(photo)).hasValue(4);
    assertThat(PixelMeasure.BRIGHT_SHARE.of(photo)).hasValue(5);
    assertThat(PixelMeasure.EDGE_WIDTH.of(photo)).hasValue(7);
    assertThat(PixelMeasure.BRIGHTNESS.of(photo)).hasValue(40);
    assertThat(PixelMeasure.RESOLUTION.of(photo)).hasValue(480);
  }

  @Test
  void whatNeedsTheNativeResolutionIsAbsentWithoutIt() {
    var photo = photo(null);

    assertThat(PixelMeasure.values())
        .filteredOn(measure -> measure.of(photo).isPresent())
        .containsExactly(PixelMeasure.BRIGHTNESS, PixelMeasure.RESOLUTION);
  }

  @Test
  void aDirectionWithoutEdgesDoesNotCountAsBlurred() {
    var stripes = photo(new Detail("00", 1, 2, 3, 4, 5, edges(0.1, 32, 1.5)));

    assertThat(PixelMeasure.EDGE_WIDTH.of(stripes)).hasValue(1.5);
  }

  @Test
  void aPlainPhotoHasNoEdgeWidth() {
    assertThat(PixelMeasure.EDGE_WIDTH.of(photo(new Detail("00", 1, 2, 3, 4, 5, edges(0, 32, 32)))))
        .isEmpty();
    assertThat(
            PixelMeasure.EDGE_WIDTH.of(photo(new Detail("00", 1, 2, 3, 4, 5, edges(5e-4, 9, 9)))))
        .isEmpty();
  }

  private static BlurMeasures edges(double share, double rows, double columns) {
    return BlurMeasures.of(
        Map.of(
            BlurMeasure.EDGE_SHARE, share,
            BlurMeasure.EDGE_WIDTH_ROWS, rows,
            BlurMeasure.EDGE_WIDTH_COLUMNS, columns));
  }

  private static AlbumPhoto photo(@Nullable Detail detail) {
    return new AlbumPhoto(
        "a.jpg",
        "00",
        1,
        new ImageFacts("jpeg", 640, 480),
        new Measures(0, 40, 10, 5),
        detail,
        Embedding.ofUnit(SPACE, new float[] {1}));
  }
}
