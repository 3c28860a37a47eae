package dev.anmok.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResizeTest {
  private static final List<ResizeKernel> KERNELS =
      List.of(new ScalarResizeKernel(), new VectorResizeKernel());

  static List<Expected> pictures() {
    return Expected.all("rgb");
  }

  static List<Expected> planes() {
    return Expected.all("grey");
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void givesTheVeryBytesOfPillow(Expected expected) {
    var resized =
        Resize.to(expected.picture(), expected.toWidth(), expected.toHeight(), expected.filter());

    assertThat(expected.maxDifference(resized.rgb())).isZero();
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void everyKernelGivesTheVeryBytesOfPillow(Expected expected) {
    var columns = Weights.of(expected.width(), expected.toWidth(), expected.filter());
    var rows = Weights.of(expected.height(), expected.toHeight(), expected.filter());

    for (var kernel : KERNELS) {
      var resized = Resize.with(expected.picture(), columns, rows, kernel);
      assertThat(expected.maxDifference(resized.rgb())).as(kernel.toString()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("planes")
  void givesTheVeryBytesOfPillowForGrey(Expected expected) {
    var grey = grey(expected.picture());

    var resized =
        Resize.plane(
            grey,
            expected.width(),
            expected.height(),
            expected.toWidth(),
            expected.toHeight(),
            expected.filter());

    assertThat(expected.maxDifference(resized)).isZero();
  }

  @ParameterizedTest
  @EnumSource(Filter.class)
  void kernelsAgreeOnRandomPicturesOfRandomSizes(Filter filter) {
    var random = new Random(7);
    for (int round = 0; round < 100; round++) {
      var in = noise(1 + random.nextInt(90), 1 + random.nextInt(90), random);
      var columns = Weights.of(in.width(), 1 + random.nextInt(60), filter);
      var rows = Weights.of(in.height(), 1 + random.nextInt(60), filter);

      var scalar = Resize.with(in, columns, rows, new ScalarResizeKernel());
      var vector = Resize.with(in, columns, rows, new VectorResizeKernel());

      assertThat(vector.rgb()).isEqualTo(scalar.rgb());
    }
  }

  @ParameterizedTest
  @EnumSource(Filter.class)
  void keepsAPlainPicturePlain(Filter filter) {
    for (int colour : new int[] {0x000000, 0xffffff, 0x17a3fe}) {
      var resized = Resize.to(FormulaPicture.plain(50, 31, colour), 33, 77, filter);

      assertThat(resized.rgb()).isEqualTo(FormulaPicture.plain(33, 77, colour).rgb());
    }
  }

  @ParameterizedTest
  @EnumSource(Filter.class)
  void aMirroredPictureGivesTheMirroredResult(Filter filter) {
    // 90 to 37: no edge of the box falls on the middle of a pixel, where BOX prefers one side
    var in = noise(90, 40, new Random(3));

    var resized = mirrored(Resize.to(in, 37, 16, filter));

    int tolerance = 1; // sums are the same but for the rounding of weights
    var other = Resize.to(mirrored(in), 37, 16, filter).rgb();
    for (int i = 0; i < other.length; i++) {
      assertThat(Math.abs((other[i] & 0xff) - (resized.rgb()[i] & 0xff)))
          .isLessThanOrEqualTo(tolerance);
    }
  }

  @Test
  void boxHalvesByAveragingFourPixels() {
    var rgb = new byte[] {10, 0, 1, 20, 0, 1, 30, 4, 1, 41, 4, 1};

    var one = Resize.to(Pixels.wrap(2, 2, rgb), 1, 1, Filter.BOX);

    // rows first: (10 + 20) / 2 = 15 and (30 + 41) / 2 = 35.5, rounded to 36; then 25.5, to 26
    assertThat(one.at(0, 0)).isEqualTo(26 << 16 | 2 << 8 | 1);
  }

  @Test
  void aPictureOfTheWantedSizeIsReturnedAsItIs() {
    var in = FormulaPicture.of(9, 8);

    assertThat(Resize.to(in, 9, 8, Filter.BICUBIC)).isSameAs(in);
  }

  @Test
  void aPartIsThatPartOfTheWholeResult() {
    var in = FormulaPicture.of(97, 61);
    var whole = Resize.to(in, 40, 30, Filter.LANCZOS);

    var part =
        Resize.with(
            in,
            Weights.part(97, 40, Filter.LANCZOS, 7, 11),
            Weights.part(61, 30, Filter.LANCZOS, 29, 1));

    for (int x = 0; x < 11; x++) {
      assertThat(part.at(x, 0)).isEqualTo(whole.at(x + 7, 29));
    }
  }

  @Test
  void refusesSidesUnderOne() {
    var in = FormulaPicture.of(4, 4);

    assertThatThrownBy(() -> Resize.to(in, 0, 5, Filter.BOX))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0x5");
    assertThatThrownBy(() -> Resize.plane(new byte[3], 2, 2, 1, 1, Filter.BOX))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2x2");
  }

  private static Pixels noise(int width, int height, Random random) {
    var rgb = new byte[3 * width * height];
    random.nextBytes(rgb);
    return Pixels.wrap(width, height, rgb);
  }

  private static Pixels mirrored(Pixels in) {
    var rgb = new byte[in.rgb().length];
    for (int i = 0; i < rgb.length; i++) {
      int pixel = i / 3;
      int from = pixel / in.width() * in.width() + in.width() - 1 - pixel % in.width();
      rgb[i] = in.rgb()[3 * from + i % 3];
    }
    return Pixels.wrap(in.width(), in.height(), rgb);
  }

  private static byte[] grey(Pixels in) {
    var grey = new byte[in.width() * in.height()];
    for (int i = 0; i < grey.length; i++) {
      int rgb = in.at(i % in.width(), i / in.width());
      int sum = 19595 * (rgb >> 16) + 38470 * (rgb >> 8 & 0xff) + 7471 * (rgb & 0xff) + 32768;
      grey[i] = (byte) (sum >> 16);
    }
    return grey;
  }
}
