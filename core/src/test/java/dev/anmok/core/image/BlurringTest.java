package dev.anmok.core.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BlurringTest {
  /// A line of `blur-expected.txt`, computed with OpenCV.
  record Case(String kind, int width, int height, int size, double degrees, String base64) {
    static Case parse(String line) {
      var f = line.split(";", -1);
      return new Case(
          f[0],
          Integer.parseInt(f[1]),
          Integer.parseInt(f[2]),
          Integer.parseInt(f[3]),
          Double.parseDouble(f[4]),
          f[5]);
    }

    Degradation degradation() {
      return switch (kind) {
        case "box" -> new Smear.Box(size);
        case "gaussian" -> new Smear.Gaussian(size);
        case "disc" -> new Smear.Disc(size);
        case "motion" -> new Smear.Motion(size, degrees);
        default -> throw new AssertionError(kind);
      };
    }

    @Override
    public String toString() {
      return "%s %d at %.0f of %dx%d".formatted(kind, size, degrees, width, height);
    }
  }

  static List<Case> cases() throws IOException {
    try (var in = BlurringTest.class.getResourceAsStream("blur-expected.txt")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(l -> !l.startsWith("#")).map(Case::parse).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithOpenCvWithinOneLevel(Case expected) {
    var picture = FormulaPicture.of(expected.width(), expected.height());
    var actual = expected.degradation().apply(picture).rgb();
    var values = Base64.getDecoder().decode(expected.base64());

    assertThat(actual).hasSameSizeAs(values);
    int apart = 0;
    for (int i = 0; i < actual.length; i++) {
      int difference = Math.abs((actual[i] & 0xff) - (values[i] & 0xff));
      assertThat(difference).as("value %d", i).isLessThanOrEqualTo(1);
      apart += difference;
    }
    assertThat(apart).isLessThanOrEqualTo(values.length / 100); // halves that round the other way
  }

  @Test
  void everyKernelSumsToOne() {
    var kernels =
        List.of(
            BlurKernel.box(99),
            BlurKernel.disc(5),
            BlurKernel.disc(99),
            BlurKernel.motion(99, 33),
            BlurKernel.motion(1, 0),
            BlurKernel.gaussianRow(99, 15.2));

    for (var kernel : kernels) {
      double sum =
          kernel.runs().stream().mapToDouble(r -> r.weight() * (r.to() - r.from() + 1.0)).sum();
      assertThat(sum).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void leavesAPlainPictureAsItIs() {
    var grey = FormulaPicture.plain(40, 30, 0x4080c0);

    assertThat(new Smear.Disc(49).apply(grey).rgb()).isEqualTo(grey.rgb());
    assertThat(new Smear.Gaussian(99).apply(grey).rgb()).isEqualTo(grey.rgb());
    assertThat(new Degradation.LowResolution(4).apply(grey).rgb()).isEqualTo(grey.rgb());
  }

  @Test
  void motionAlongARowLeavesStripesAlongItAndErasesThoseAcross() {
    var along = stripes(true);
    var across = stripes(false);
    var motion = new Smear.Motion(9, 0);

    assertThat(motion.apply(along).rgb()).isEqualTo(along.rgb());
    assertThat(motion.apply(across).at(16, 16) & 0xff).isBetween(100, 155);
  }

  /// Black and white lines of one pixel.
  private static Pixels stripes(boolean rows) {
    var rgb = new byte[3 * 32 * 32];
    for (int i = 0; i < rgb.length; i++) {
      int line = rows ? i / 3 / 32 : i / 3 % 32;
      rgb[i] = (byte) (line % 2 == 0 ? 0 : 255);
    }
    return Pixels.wrap(32, 32, rgb);
  }

  @Test
  void noiseIsTheSameForTheSameSeed() {
    var picture = FormulaPicture.of(20, 20);
    var first = new Degradation.Noisy(20, 3).apply(picture);

    assertThat(new Degradation.Noisy(20, 3).apply(picture).rgb()).isEqualTo(first.rgb());
    assertThat(new Degradation.Noisy(20, 4).apply(picture).rgb()).isNotEqualTo(first.rgb());
  }

  @Test
  void theSpreadOfAKernelIsItsLargestStandardDeviation() {
    assertThat(new Smear.Box(5).spread()).isCloseTo(Math.sqrt(24 / 12.0), within(1e-6));
    assertThat(new Smear.Gaussian(31).spread()).isCloseTo(5, within(0.15)); // its ends are cut off
    assertThat(new Smear.Motion(41, 30).spread()).isCloseTo(40 / Math.sqrt(12), within(0.2));
    assertThat(new Smear.Disc(41).spread()).isCloseTo(41 / 4.0, within(0.1));
    assertThat(new Smear.Motion(1, 0).spread()).isZero();
  }

  @Test
  void aShakeSumsToOneAndIsTheSameForTheSameSeed() {
    for (int seed = 0; seed < 20; seed++) {
      var kernel = BlurKernel.shake(31, seed);
      double sum = kernel.runs().stream().mapToDouble(BlurKernel.Run::weight).sum();
      assertThat(sum).isCloseTo(1, within(1e-5));
      assertThat(kernel.spread()).isBetween(1.0, 31 / 2.0);
      assertThat(BlurKernel.shake(31, seed).runs()).isEqualTo(kernel.runs());
    }
  }

  @Test
  void aBlurInLightKeepsLightAndNotValues() {
    // half black, half white: the mean of light is 1/2, whose value is 255 * 0.5^(1/2.2) = 186
    var mixed = new Degradation.InLight(new Smear.Box(9), 0).apply(stripes(true));
    var burnt = new Degradation.InLight(new Smear.Box(9), 6).apply(stripes(true));

    assertThat(mixed.at(16, 16) & 0xff).isBetween(176, 195);
    assertThat(burnt.at(16, 16) & 0xff).isEqualTo(255);
    var grey = FormulaPicture.plain(9, 9, 0x4080c0);
    assertThat(new Degradation.InLight(new Smear.Disc(5), 0).apply(grey).rgb())
        .isEqualTo(grey.rgb());
  }

  @Test
  void shallowFocusLeavesTheMiddleSharp() {
    var lines = stripes(true);
    var shallow = new Degradation.Shallow(new Smear.Disc(9), 0.5, 0.5, 0.25).apply(lines);

    for (int y = 12; y < 20; y++) {
      assertThat(shallow.at(16, y)).isEqualTo(lines.at(16, y));
      assertThat(shallow.at(1, y) & 0xff).isBetween(150, 215);
    }
  }

  @Test
  void sharpeningAddsWhatBlurTakesAway() {
    var in = FormulaPicture.of(30, 20);
    var soft = new Smear.Gaussian(5).apply(in);
    var crisp = new Degradation.Sharpened(5, 1).apply(in);

    for (int i = 0; i < crisp.rgb().length; i++) {
      int value = in.rgb()[i] & 0xff;
      int expected = Math.clamp(2 * value - (soft.rgb()[i] & 0xff), 0, 255);
      assertThat(crisp.rgb()[i] & 0xff).isEqualTo(expected);
    }
  }

  @Test
  void darkensEachValue() {
    var dark = new Degradation.Darkened(0.25).apply(FormulaPicture.plain(2, 2, 0xff8002));

    assertThat(dark.at(1, 1)).isEqualTo(0x402001);
  }

  @Test
  void refusesKernelsWithoutAMiddle() {
    var picture = FormulaPicture.plain(4, 4, 0);

    for (int size : new int[] {0, 8, -3, 201}) {
      assertThatThrownBy(() -> new Smear.Box(size).apply(picture))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("size must be odd, 1..199, was " + size);
    }
    assertThatThrownBy(() -> new Degradation.LowResolution(1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
