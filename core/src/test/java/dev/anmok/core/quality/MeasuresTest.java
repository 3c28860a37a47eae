package dev.anmok.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.image.FormulaPicture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MeasuresTest {
  /// A line of `measures-expected.txt`, computed with Pillow, NumPy and OpenCV.
  record Expected(int width, int height, double mean, double std, double laplacian, long hash) {
    static Expected parse(String line) {
      var f = line.split(";", -1);
      return new Expected(
          Integer.parseInt(f[0]),
          Integer.parseInt(f[1]),
          Double.parseDouble(f[2]),
          Double.parseDouble(f[3]),
          Double.parseDouble(f[4]),
          Long.parseUnsignedLong(f[5], 16));
    }
  }

  static List<Expected> expected() throws IOException {
    try (var in = MeasuresTest.class.getResourceAsStream("measures-expected.txt")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(l -> !l.startsWith("#")).map(Expected::parse).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("expected")
  void agreesWithOpenCvAndNumPy(Expected expected) {
    var measures = Measures.of(FormulaPicture.of(expected.width(), expected.height()));

    assertThat(measures.lumaMean()).isCloseTo(expected.mean(), within(1e-9));
    assertThat(measures.lumaStd()).isCloseTo(expected.std(), within(1e-9));
    assertThat(measures.laplacianStd()).isCloseTo(expected.laplacian(), within(1e-9));
    assertThat(measures.perceptualHash()).isEqualTo(expected.hash());
  }

  @Test
  void aFlatPictureHasNoSpreadNoDetailAndAtMostTheHighestBit() {
    var grey = Measures.of(FormulaPicture.plain(300, 200, 0x808080));

    assertThat(grey).isEqualTo(new Measures(Long.MIN_VALUE, 128, 0, 0));
    assertThat(Measures.of(FormulaPicture.plain(300, 200, 0))).isEqualTo(new Measures(0, 0, 0, 0));
  }

  @Test
  void measuresASinglePixel() {
    assertThat(Measures.of(FormulaPicture.plain(1, 1, 0xff0000)).lumaMean()).isEqualTo(76);
  }
}
