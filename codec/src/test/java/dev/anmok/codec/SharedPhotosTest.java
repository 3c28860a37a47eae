package dev.anmok.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.Orientation;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The collections of odd photos beside the repository; skipped where they are not there.
class SharedPhotosTest {
  private static final PhotoDecoder DECODER = PhotoDecoder.open(DecodeLimits.DEFAULT);
  private static Path photos = Path.of("");

  @BeforeAll
  static void findPhotos() {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve("shared/data/open/torture"))) {
        photos = folder.resolve("shared/data/open");
        return;
      }
    }
    assumeTrue(false, "shared/data/open/torture is not beside the repository");
  }

  /// Counts are those of Pillow 12, but for two files that it refuses and libjpeg reads: one with
  /// bytes between its segments and one with an empty JFIF segment.
  @ParameterizedTest
  @CsvSource({"torture, 91, 74", "exif, 9, 9", "cleanvision, 10, 10", "imagededup, 29, 27"})
  void everyFileEndsAsAnImageOrWithAReason(String folder, int count, int accepted)
      throws IOException {
    List<Path> files;
    try (var walk = Files.walk(photos.resolve(folder))) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    int images = 0;
    for (var file : files) {
      switch (DECODER.decode(Files.readAllBytes(file), 0)) {
        case Decoded.Image(var pixels, var facts) -> {
          images++;
          assertThat(pixels.width()).as(file.toString()).isEqualTo(facts.width());
          assertThat(pixels.height()).as(file.toString()).isEqualTo(facts.height());
        }
        case Decoded.Rejected(var _, var detail) ->
            assertThat(detail).as(file.toString()).endsWith(".");
      }
    }
    assertThat(files).hasSize(count);
    assertThat(images).isEqualTo(accepted);
  }

  @ParameterizedTest
  @CsvSource({
    "torture/jpeg/jpeg-lossless/gradient_ls.jpg, UNSUPPORTED",
    "torture/jpeg/broken-jpeg/broken-bogus-segment-length.jpg, CORRUPT",
    "torture/jpeg/broken-jpeg/broken-sos-before-sof.jpg, CORRUPT",
    "torture/jpeg/broken-jpeg/broken-adobe-segment-length-beyond-eof.jpg, TRUNCATED",
    "imagededup/mixed_images/ukbench09268_corrupt.jpg, NOT_AN_IMAGE"
  })
  void rejectsByName(String file, Reason reason) throws IOException {
    var decoded = DECODER.decode(Files.readAllBytes(photos.resolve(file)), 0);

    assertThat(decoded).isInstanceOf(Decoded.Rejected.class);
    assertThat(((Decoded.Rejected) decoded).reason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "imagededup/formats_images/ukbench09380.bmp, jpeg",
    "imagededup/formats_images/ukbench09380.png, jpeg",
    "imagededup/formats_images/copyleft.tiff, tiff",
    "torture/webp/webp/animated-webp-supported.webp, webp"
  })
  void believesTheBytesAndNotTheName(String file, String format) throws IOException {
    var image = (Decoded.Image) DECODER.decode(Files.readAllBytes(photos.resolve(file)), 0);

    assertThat(image.facts().format()).isEqualTo(format);
  }

  /// The files are separate encodings of one photo, so they agree only on average.
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
  void allOrientationsLookTheSame(int tag) throws IOException {
    var upright = landscape(1);
    var turned = landscape(tag);

    assertThat(turned.width()).isEqualTo(upright.width());
    assertThat(turned.height()).isEqualTo(upright.height());
    assertThat(meanGap(upright, turned)).isLessThan(4);
  }

  @Test
  void anUnturnedPhotoDiffers() throws IOException {
    var upright = landscape(1);
    var mirrored = Orientation.MIRRORED.apply(upright);

    assertThat(meanGap(upright, mirrored)).isGreaterThan(20);
  }

  private static Pixels landscape(int tag) throws IOException {
    var file = photos.resolve("exif/Landscape_" + tag + ".jpg");
    return ((Decoded.Image) DECODER.decode(Files.readAllBytes(file), 0)).pixels();
  }

  private static double meanGap(Pixels a, Pixels b) {
    long sum = 0;
    for (int i = 0; i < a.rgb().length; i++) {
      sum += Math.abs((a.rgb()[i] & 0xff) - (b.rgb()[i] & 0xff));
    }
    return (double) sum / a.rgb().length;
  }
}
