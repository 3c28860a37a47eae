package dev.anmok.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.Pixels;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Pixels of every format and variant against Pillow's.
class SamplePhotosTest {
  private static final PhotoDecoder FASTEST = PhotoDecoder.open(DecodeLimits.DEFAULT);
  private static final PhotoDecoder JAVA = PhotoDecoder.openJava(DecodeLimits.DEFAULT);

  static List<String> names() {
    return SamplePhotos.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void agreesWithPillowWithinTwoLevels(String name) {
    assertThat(largestGap(decode(FASTEST, name), name)).isLessThanOrEqualTo(2);
  }

  /// TwelveMonkeys repeats the chroma of lossy WebP where libwebp interpolates it.
  @ParameterizedTest
  @MethodSource("names")
  void agreesWithPillowInJavaToo(String name) {
    int tolerance = name.startsWith("lossy") ? 24 : 2;

    assertThat(largestGap(decode(JAVA, name), name)).isLessThanOrEqualTo(tolerance);
  }

  @ParameterizedTest
  @MethodSource("names")
  void namesTheFormatByItsBytes(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1);
    var image = (Decoded.Image) FASTEST.decode(SamplePhotos.bytes(name), 0);

    assertThat(image.facts().format()).isEqualTo(extension.equals("jpg") ? "jpeg" : extension);
  }

  @Test
  void thereAreSamplesOfAllSixFormats() {
    assertThat(names()).hasSize(27);
  }

  private static Pixels decode(PhotoDecoder decoder, String name) {
    var decoded = decoder.decode(SamplePhotos.bytes(name), 0);

    assertThat(decoded).isInstanceOf(Decoded.Image.class);
    return ((Decoded.Image) decoded).pixels();
  }

  private static int largestGap(Pixels pixels, String name) {
    assertThat(pixels.width()).isEqualTo(SamplePhotos.WIDTH);
    assertThat(pixels.height()).isEqualTo(SamplePhotos.HEIGHT);
    byte[] expected = Objects.requireNonNull(SamplePhotos.expected().get(name));
    int gap = 0;
    for (int i = 0; i < expected.length; i++) {
      gap = Math.max(gap, Math.abs((pixels.rgb()[i] & 0xff) - (expected[i] & 0xff)));
    }
    return gap;
  }
}
