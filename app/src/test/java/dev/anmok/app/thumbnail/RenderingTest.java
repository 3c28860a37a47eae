package dev.anmok.app.thumbnail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.codec.PhotoDecoder;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Reason;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderingTest {
  private static final PhotoDecoder DECODER = PhotoDecoder.open(DecodeLimits.DEFAULT);
  private final Rendering rendering = Rendering.open();

  private byte[] jpeg(byte[] photo, int longerSide) {
    var rendered = rendering.jpeg(photo, longerSide);
    assertThat(rendered).isInstanceOf(Rendered.Jpeg.class);
    return ((Rendered.Jpeg) rendered).bytes();
  }

  private static Pixels pixels(byte[] jpeg) {
    return ((Decoded.Image) DECODER.decode(jpeg, 0)).pixels();
  }

  @ParameterizedTest
  @CsvSource({
    "400, 300, 256, 256, 192",
    "300, 400, 256, 192, 256",
    "400, 300, 400, 400, 300",
    "400, 300, 512, 400, 300",
    "1000, 750, 64, 64, 48",
    "999, 333, 64, 64, 21",
    "1000, 3, 64, 64, 1",
    "400, 300, 2147483647, 400, 300",
  })
  void theLongerSideIsAtMostTheSizeAndTheShapeStays(
      int width, int height, int longerSide, int toWidth, int toHeight) {
    var pixels = pixels(jpeg(TestPhoto.noise(1, width, height), longerSide));

    assertThat(pixels.width()).isEqualTo(toWidth);
    assertThat(pixels.height()).isEqualTo(toHeight);
  }

  @Test
  void noMetadataIsLeft() {
    var photo = TestPhoto.withMetadata(TestPhoto.quarters(300, 200), 1);
    assertThat(text(photo)).contains("SECRET-NAME", "SECRET-PLACE", "SECRET-XMP", "SECRET-IPTC");

    for (int size : new int[] {64, 300, Integer.MAX_VALUE}) {
      var shown = text(jpeg(photo, size));
      assertThat(shown).doesNotContain("SECRET", "Exif", "adobe", "Photoshop");
      assertThat(shown).doesNotContain("\u00ff\u00e1", "\u00ff\u00ed", "\u00ff\u00fe");
    }
  }

  @ParameterizedTest
  @CsvSource({
    // The quarters of an upright picture, top left and right, bottom left and right.
    "1, RED, GREEN, BLUE, GREY",
    "3, GREY, BLUE, GREEN, RED",
    "6, BLUE, RED, GREY, GREEN",
    "8, GREEN, GREY, RED, BLUE",
  })
  void thePictureStandsUpright(int exif, String a, String b, String c, String d) {
    var photo = TestPhoto.withMetadata(TestPhoto.quarters(320, 200), exif);
    var pixels = pixels(jpeg(photo, 160));

    boolean turned = exif > 4;
    assertThat(pixels.width()).isEqualTo(turned ? 100 : 160);
    assertThat(pixels.height()).isEqualTo(turned ? 160 : 100);
    int right = pixels.width() - 20;
    int bottom = pixels.height() - 20;
    near(pixels.at(20, 20), colour(a));
    near(pixels.at(right, 20), colour(b));
    near(pixels.at(20, bottom), colour(c));
    near(pixels.at(right, bottom), colour(d));
  }

  private static int colour(String name) {
    return switch (name) {
      case "RED" -> TestPhoto.RED;
      case "GREEN" -> TestPhoto.GREEN;
      case "BLUE" -> TestPhoto.BLUE;
      default -> TestPhoto.GREY;
    };
  }

  private static void near(int found, int expected) {
    for (int shift = 0; shift <= 16; shift += 8) {
      int middle = expected >> shift & 0xff;
      assertThat(found >> shift & 0xff).isBetween(middle - 8, middle + 8);
    }
  }

  /// Lines of one pixel, black and white, reduced five times: an antialiased reduction gives their
  /// mean, 128; one that skips pixels gives black or white.
  @Test
  void fineLinesBecomeGrey() throws IOException {
    var lines = new BufferedImage(640, 640, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 640; x += 2) {
      for (int y = 0; y < 640; y++) {
        lines.setRGB(x, y, 0xffffff);
      }
    }
    var pixels = pixels(jpeg(png(lines), 128));
    for (int at = 8; at < 120; at++) {
      assertThat(pixels.at(at, at) & 0xff).isBetween(118, 138);
    }
  }

  @Test
  void transparencyIsWhite() throws IOException {
    var glass = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);
    glass.setRGB(20, 20, new Color(0, 0, 0, 1).getRGB());

    near(pixels(jpeg(png(glass), 64)).at(5, 5), 0xffffff);
  }

  @Test
  void whatIsNoPictureIsSaid() {
    assertThat(
            rendering.jpeg(
                "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8), 64))
        .isInstanceOfSatisfying(
            Rendered.NoPicture.class,
            refused -> assertThat(refused.reason()).isIn(Reason.NOT_AN_IMAGE, Reason.UNSUPPORTED));
  }

  private static byte[] png(BufferedImage image) throws IOException {
    var out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
