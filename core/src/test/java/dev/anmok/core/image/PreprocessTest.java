package dev.anmok.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PreprocessTest {
  private static final Channels CLIP_MEAN = new Channels(122.77, 116.75, 104.09);
  private static final Channels CLIP_STD = new Channels(68.5, 66.63, 70.32);

  static List<Expected> crops() {
    return Expected.all("centre-crop");
  }

  static List<Expected> letterboxes() {
    return Expected.all("letterbox");
  }

  @ParameterizedTest
  @MethodSource("crops")
  void cropsTheVeryBytesOfTheReference(Expected expected) {
    var square = square(expected, new Fit.CentreCrop());

    assertThat(expected.maxDifference(square.rgb())).isZero();
  }

  @ParameterizedTest
  @MethodSource("letterboxes")
  void letterboxesTheVeryBytesOfPillow(Expected expected) {
    var square = square(expected, new Fit.Letterbox(12 << 16 | 200 << 8 | 99));

    assertThat(expected.maxDifference(square.rgb())).isZero();
  }

  @Test
  void squashStretchesBothSides() {
    var in = FormulaPicture.of(30, 11);

    var square = preprocess(8, new Fit.Squash(), Filter.BICUBIC).square(in);

    assertThat(square.rgb()).isEqualTo(Resize.to(in, 8, 8, Filter.BICUBIC).rgb());
  }

  @Test
  void aSliverStillFillsOnePixelOfTheLetterbox() {
    var square =
        preprocess(4, new Fit.Letterbox(0xffffff), Filter.BILINEAR)
            .square(FormulaPicture.plain(1, 900, 0x102030));

    // one column of four, rint(1.5) = 2 from the left
    assertThat(square.at(1, 0)).isEqualTo(0xffffff);
    assertThat(square.at(2, 0)).isEqualTo(0x102030);
    assertThat(square.at(2, 3)).isEqualTo(0x102030);
    assertThat(square.at(3, 3)).isEqualTo(0xffffff);
  }

  @Test
  void cropsAThreadOfTheGreatestLengthWithoutBlowingItUp() {
    var square =
        preprocess(224, new Fit.CentreCrop(), Filter.BICUBIC)
            .square(FormulaPicture.plain(30_000, 1, 0x405060));

    assertThat(square.rgb()).isEqualTo(FormulaPicture.plain(224, 224, 0x405060).rgb());
  }

  @Test
  void writesPlanesOfNormalisedChannelsAtTheOffset() {
    var in = Pixels.wrap(2, 2, new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, -1, -2, -3});
    var preprocess =
        new Preprocess(
            2, new Fit.Squash(), Filter.BOX, new Channels(0, 1, 2), new Channels(1, 2, 4));
    var out = new float[14];

    preprocess.into(in, FloatBuffer.wrap(out), 1);

    assertThat(out).containsExactly(0, 0, 3, 6, 255, 0, 1.5f, 3, 126.5f, 0, 0.75f, 1.5f, 62.75f, 0);
  }

  @Test
  void writesIntoNativeMemoryTheSame() {
    var preprocess = preprocess(16, new Fit.CentreCrop(), Filter.BICUBIC);
    var in = FormulaPicture.of(40, 33);
    var heap = new float[preprocess.length()];
    var direct = ByteBuffer.allocateDirect(4 * heap.length).asFloatBuffer();

    preprocess.into(in, FloatBuffer.wrap(heap), 0);
    preprocess.into(in, direct, 0);

    var copy = new float[heap.length];
    direct.get(0, copy);
    assertThat(copy).isEqualTo(heap);
    assertThat(direct.position()).isZero();
  }

  @Test
  void canonicalTextNamesEverythingThatDecidesTheNumbers() {
    assertThat(preprocess(224, new Fit.CentreCrop(), Filter.BICUBIC).canonical())
        .isEqualTo(
            "centre-crop 224 bicubic pillow-8bit rgb nchw"
                + " mean 122.77,116.75,104.09 std 68.5,66.63,70.32");
    assertThat(preprocess(8, new Fit.Letterbox(0x00ff0a), Filter.BOX).canonical())
        .startsWith("letterbox-00ff0a 8 box ");
    assertThat(preprocess(128, new Fit.Squash(), Filter.BILINEAR).canonical())
        .startsWith("squash 128 bilinear ");
  }

  @Test
  void refusesWhatCannotBeComputed() {
    assertThatThrownBy(() -> preprocess(0, new Fit.Squash(), Filter.BOX))
        .hasMessageContaining("side must be >= 1");
    assertThatThrownBy(
            () -> new Preprocess(1, new Fit.Squash(), Filter.BOX, CLIP_MEAN, new Channels(1, 0, 1)))
        .hasMessageContaining("std must be > 0");
    assertThatThrownBy(() -> new Fit.Letterbox(-1)).hasMessageContaining("background");
  }

  private static Pixels square(Expected expected, Fit fit) {
    return preprocess(expected.toWidth(), fit, expected.filter()).square(expected.picture());
  }

  private static Preprocess preprocess(int side, Fit fit, Filter filter) {
    return new Preprocess(side, fit, filter, CLIP_MEAN, CLIP_STD);
  }
}
