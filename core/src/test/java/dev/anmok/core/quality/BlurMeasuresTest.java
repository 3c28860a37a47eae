package dev.anmok.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.image.Filter;
import dev.anmok.core.image.FormulaPicture;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Resize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BlurMeasuresTest {
  /// A line of `blur-expected.txt`: a picture of the formula after a box blur, and the measures in
  /// their order, computed with Pillow, NumPy and OpenCV.
  record Expected(int width, int height, int box, List<Double> values) {
    static Expected parse(String line) {
      var f = line.split(";", -1);
      var values = Arrays.stream(f).skip(3).map(Double::valueOf).toList();
      return new Expected(
          Integer.parseInt(f[0]), Integer.parseInt(f[1]), Integer.parseInt(f[2]), values);
    }
  }

  static List<Expected> expected() throws IOException {
    try (var in = BlurMeasuresTest.class.getResourceAsStream("blur-expected.txt")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(l -> !l.startsWith("#")).map(Expected::parse).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("expected")
  void agreesWithOpenCvAndNumPy(Expected expected) {
    var picture = blurred(FormulaPicture.of(expected.width(), expected.height()), expected.box());
    var measures = BlurMeasures.of(Luma.whole(picture));

    assertThat(measures.values()).hasSameSizeAs(expected.values()).doesNotContainKey("bdnet");
    var reference = expected.values().iterator();
    for (var measure : EnumSet.complementOf(EnumSet.of(BlurMeasure.BDNET))) {
      double value = reference.next();
      double tolerance = measure.code().startsWith("spectrum") ? 1e-4 : 2e-7;
      assertThat(measures.value(measure))
          .as(measure.code())
          .isCloseTo(value, within(1e-9 + tolerance * Math.abs(value)));
    }
  }

  @Test
  void aFlatPictureOfAnyShapeHasNothingButItsLuma() {
    for (int[] size : new int[][] {{1, 1}, {2, 2}, {600, 400}, {20_000, 100}, {7, 3000}}) {
      var white = FormulaPicture.plain(size[0], size[1], 0xffffff);
      var measures = BlurMeasures.of(Luma.whole(white));

      assertThat(measures)
          .isEqualTo(
              BlurMeasures.of(
                  Map.of(
                      BlurMeasure.LUMA_MEAN, 255.0,
                      BlurMeasure.EDGE_WIDTH_ROWS, 32.0,
                      BlurMeasure.EDGE_WIDTH_COLUMNS, 32.0,
                      BlurMeasure.EDGE_WIDTH_SHARPEST, 32.0,
                      BlurMeasure.TILES_FLAT, 1.0)));
    }
  }

  @Test
  void anEnlargedPictureHasAnEmptyHighestOctave() {
    var real = FormulaPicture.of(900, 600);
    var enlarged = Resize.to(FormulaPicture.of(300, 200), 900, 600, Filter.BICUBIC);

    assertThat(BlurMeasures.of(Luma.whole(enlarged)).value(BlurMeasure.OCTAVE_RATIO))
        .isLessThan(0.6 * BlurMeasures.of(Luma.whole(real)).value(BlurMeasure.OCTAVE_RATIO));
  }

  @Test
  void motionMakesEdgesWideAlongItAndEnergyUneven() {
    var random = new java.util.Random(5);
    var sharp = new byte[3 * 400 * 300];
    random.nextBytes(sharp);
    var moved = moved(blurred(Pixels.wrap(400, 300, sharp), 3), 15);
    var still = BlurMeasures.of(Luma.whole(blurred(Pixels.wrap(400, 300, sharp), 3)));
    var motion = BlurMeasures.of(Luma.whole(moved));

    assertThat(motion.value(BlurMeasure.SPECTRUM_ANISOTROPY))
        .isGreaterThan(2 * still.value(BlurMeasure.SPECTRUM_ANISOTROPY));
    assertThat(motion.value(BlurMeasure.LAPLACIAN_STD_8BIT))
        .isLessThan(still.value(BlurMeasure.LAPLACIAN_STD_8BIT));
  }

  @Test
  void oneSharpCornerShowsInTheTopTilesAndNotInTheMedian() {
    var rgb = blurred(FormulaPicture.of(400, 400), 25).rgb().clone();
    var sharp = FormulaPicture.of(400, 400).rgb();
    for (int y = 0; y < 150; y++) {
      System.arraycopy(sharp, 3 * 400 * y, rgb, 3 * 400 * y, 3 * 150);
    }
    var measures = BlurMeasures.of(Luma.whole(Pixels.wrap(400, 400, rgb)));

    assertThat(measures.value(BlurMeasure.TILES_TOP)).isGreaterThan(100);
    assertThat(measures.value(BlurMeasure.TILES_MEDIAN)).isLessThan(10);
    assertThat(measures.value(BlurMeasure.TILES_SHARP))
        .isCloseTo(9.0 / 64, within(1.01 / 64)); // 3x3 of 8x8 tiles
  }

  @Test
  void namesAreInTheMeasuresOrder() {
    var measures = BlurMeasures.of(Map.of(BlurMeasure.LUMA_MEAN, 0.1));

    assertThat(measures.values().keySet())
        .startsWith("laplacian_std_8bit", "laplacian_std_abs")
        .hasSize(BlurMeasure.values().length - 1); // no network has looked
    assertThat(measures.values()).containsEntry("luma_mean", (double) 0.1f);
    assertThat(BlurMeasure.parse("octave_ratio")).contains(BlurMeasure.OCTAVE_RATIO);
    assertThat(BlurMeasure.parse("new")).isEmpty();
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatThrownBy(() -> BlurMeasures.of(Map.of(BlurMeasure.LUMA_MEAN, Double.NaN)))
        .hasMessageContaining("luma_mean");
  }

  /// Each channel's rounded mean over box x box pixels, mirrored outside as reflect-101.
  private static Pixels blurred(Pixels in, int box) {
    if (box == 1) {
      return in;
    }
    var rgb = new byte[in.rgb().length];
    int r = box / 2;
    for (int y = 0; y < in.height(); y++) {
      for (int x = 0; x < in.width(); x++) {
        int[] sums = new int[3];
        for (int dy = -r; dy <= r; dy++) {
          for (int dx = -r; dx <= r; dx++) {
            int rgbThere = in.at(reflected(x + dx, in.width()), reflected(y + dy, in.height()));
            for (int c = 0; c < 3; c++) {
              sums[c] += rgbThere >> (16 - 8 * c) & 0xff;
            }
          }
        }
        for (int c = 0; c < 3; c++) {
          rgb[3 * (y * in.width() + x) + c] = (byte) ((2 * sums[c] + box * box) / (2 * box * box));
        }
      }
    }
    return Pixels.wrap(in.width(), in.height(), rgb);
  }

  private static int reflected(int i, int side) {
    int at = Math.abs(i);
    return at < side ? at : 2 * side - 2 - at;
  }

  /// The mean of `length` neighbours along the row.
  private static Pixels moved(Pixels in, int length) {
    var rgb = new byte[in.rgb().length];
    for (int i = 0; i < rgb.length; i++) {
      int sum = 0;
      for (int k = 0; k < length; k++) {
        sum += in.rgb()[(i + 3 * k) % rgb.length] & 0xff;
      }
      rgb[i] = (byte) (sum / length);
    }
    return Pixels.wrap(in.width(), in.height(), rgb);
  }
}
