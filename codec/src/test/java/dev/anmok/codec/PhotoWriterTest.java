package dev.anmok.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.Pixels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhotoWriterTest {
  private static final PhotoDecoder DECODER = PhotoDecoder.open(DecodeLimits.DEFAULT);

  static List<PhotoWriter> writers() {
    return List.of(PhotoWriter.open(), PhotoWriter.openJava());
  }

  /// Orange to the left, blue to the right, dark below.
  private static Pixels picture(int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < width * height; i++) {
      boolean left = i % width < width / 2;
      int shade = i / width < height / 2 ? 2 : 1;
      rgb[3 * i] = (byte) (left ? 120 * shade : 10);
      rgb[3 * i + 1] = (byte) (left ? 60 * shade : 20);
      rgb[3 * i + 2] = (byte) (left ? 0 : 100 * shade);
    }
    return Pixels.wrap(width, height, rgb);
  }

  @ParameterizedTest
  @MethodSource("writers")
  void whatIsWrittenReadsAsTheSamePicture(PhotoWriter writer) {
    var picture = picture(64, 48);
    var read = DECODER.decode(writer.jpeg(picture, 85), 0);

    assertThat(read)
        .isInstanceOfSatisfying(
            Decoded.Image.class,
            image -> {
              assertThat(image.facts().width()).isEqualTo(64);
              assertThat(image.facts().height()).isEqualTo(48);
              for (int[] place : new int[][] {{8, 8}, {56, 8}, {8, 40}, {56, 40}}) {
                int expected = picture.at(place[0], place[1]);
                int found = image.pixels().at(place[0], place[1]);
                for (int shift = 0; shift <= 16; shift += 8) {
                  assertThat(found >> shift & 0xff)
                      .as("%d,%d", place[0], place[1])
                      .isBetween((expected >> shift & 0xff) - 6, (expected >> shift & 0xff) + 6);
                }
              }
            });
  }

  @ParameterizedTest
  @MethodSource("writers")
  void evenTheSmallestPictureIsWritten(PhotoWriter writer) {
    assertThat(DECODER.decode(writer.jpeg(picture(1, 1), 85), 0)).isInstanceOf(Decoded.Image.class);
  }

  @ParameterizedTest
  @MethodSource("writers")
  void lowerQualityIsShorterAndTheNameIsPlain(PhotoWriter writer) {
    var picture = picture(200, 100);
    assertThat(writer.jpeg(picture, 30)).hasSizeLessThan(writer.jpeg(picture, 95).length);
    assertThat(writer.code()).matches("[a-z0-9]+");
  }

  @ParameterizedTest
  @MethodSource("writers")
  void noSegmentButTheFormatsOwnIsWritten(PhotoWriter writer) {
    var file = new String(writer.jpeg(picture(64, 48), 85), StandardCharsets.ISO_8859_1);
    assertThat(file).startsWith("\u00ff\u00d8\u00ff\u00e0").contains("JFIF");
    assertThat(file).doesNotContain("\u00ff\u00e1", "\u00ff\u00e2", "\u00ff\u00fe");
  }

  @Test
  void anImpossibleQualityOrSideIsTheCallersMistake() {
    var writer = PhotoWriter.open();
    assertThatThrownBy(() -> writer.jpeg(picture(2, 2), 0)).hasMessageContaining("1..100");
    assertThatThrownBy(() -> writer.jpeg(Pixels.wrap(70_000, 1, new byte[210_000]), 85))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("70000x1");
  }
}
