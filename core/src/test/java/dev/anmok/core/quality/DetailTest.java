package dev.anmok.core.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.image.Filter;
import dev.anmok.core.image.FormulaPicture;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Resize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;

class DetailTest {
  private static final BigInteger TWO_TO_64 = BigInteger.ONE.shiftLeft(64);

  @Test
  void pixelsAreTheDigestOfSizeLanesAndTheRest() throws Exception {
    var rgb = new byte[3 * 26];
    new Random(1).nextBytes(rgb);
    var lanes = new BigInteger[8];
    Arrays.setAll(lanes, BigInteger::valueOf);
    for (int i = 0; i < 9; i++) { // 78 bytes are nine words and six bytes
      var word = BigInteger.ZERO;
      for (int b = 7; b >= 0; b--) {
        word = word.shiftLeft(8).or(BigInteger.valueOf(rgb[8 * i + b] & 0xff));
      }
      var mixed = lanes[i % 8].xor(word);
      var turned = mixed.shiftLeft(29).or(mixed.shiftRight(35)).mod(TWO_TO_64);
      lanes[i % 8] = turned.multiply(new BigInteger("9E3779B97F4A7C15", 16)).mod(TWO_TO_64);
    }
    var hashed = ByteBuffer.allocate(8 + 64 + 6).putInt(13).putInt(2);
    for (var lane : lanes) {
      hashed.putLong(lane.longValue());
    }
    hashed.put(rgb, 72, 6);
    var sha256 = MessageDigest.getInstance("SHA-256").digest(hashed.array());

    assertThat(Detail.of(Pixels.wrap(13, 2, rgb)).pixels())
        .isEqualTo(HexFormat.of().formatHex(sha256));
    assertThat(Detail.of(Pixels.wrap(2, 13, rgb)).pixels())
        .isNotEqualTo(HexFormat.of().formatHex(sha256));
  }

  @Test
  void everyByteCountsForTheDigest() {
    var rgb = FormulaPicture.of(11, 9).rgb();
    var digests = new HashSet<String>();
    digests.add(PixelDigest.of(Pixels.wrap(11, 9, rgb)));
    for (int i = 0; i < rgb.length; i++) {
      var other = rgb.clone();
      other[i] ^= 1;
      digests.add(PixelDigest.of(Pixels.wrap(11, 9, other)));
    }

    assertThat(digests).hasSize(rgb.length + 1);
  }

  @Test
  void sharesCountPixelsUnder26AndFrom250On() {
    int[] levels = {0, 25, 26, 100, 249, 250, 255, 128};

    var detail = Detail.of(grey(8, 1, (x, y) -> levels[x]));

    assertThat(detail.darkShare()).isEqualTo(0.25); // 0 and 25
    assertThat(detail.brightShare()).isEqualTo(0.25); // 250 and 255
  }

  @Test
  void everyShapeGivesNumbersAndFlatOnesGiveNought() {
    var flat =
        Stream.of(
                grey(1, 1, (x, y) -> 255),
                grey(2, 2, (x, y) -> 255),
                grey(300, 200, (x, y) -> 255),
                grey(300, 200, (x, y) -> 0),
                grey(20_000, 100, (x, y) -> 90),
                grey(3, 2_000, (x, y) -> 90))
            .map(Detail::of);

    assertThat(flat)
        .allSatisfy(detail -> {
          assertThat(detail.sharpness()).isZero();
          assertThat(detail.noiseSigma()).isZero();
          assertThat(detail.blockiness()).isZero();
          assertThat(detail.darkShare() + detail.brightShare()).isBetween(0.0, 1.0);
        });
  }

  @Test
  void measuresAStripThatIsNotFlat() {
    var detail = Detail.of(noisy(20_000, 100, 20, 1));

    assertThat(detail.noiseSigma()).isCloseTo(20, within(2.0));
    assertThat(detail.sharpness()).isFinite().isPositive();
  }

  @Test
  void findsTheSigmaOfWhiteNoise() {
    for (double sigma : new double[] {2, 5, 10, 25}) {
      assertThat(Detail.of(noisy(400, 300, sigma, 7)).noiseSigma())
          .isCloseTo(0.95 * sigma, within(0.05 * sigma));
    }
  }

  @Test
  void textureOfHalfThePictureIsNoNoise() {
    var random = new Random(3);

    var detail = Detail.of(grey(400, 300, (x, y) -> x < 200 ? 128 : random.nextInt(256)));

    assertThat(detail.noiseSigma()).isZero();
  }

  @Test
  void clippedPartsDoNotHideNoise() {
    var random = new Random(3);

    var detail =
        Detail.of(
            grey(400, 300, (x, y) -> x < 320 ? 255 : (int) (128.5 + 10 * random.nextGaussian())));

    assertThat(detail.noiseSigma()).isCloseTo(9.5, within(0.6));
  }

  @Test
  void aCopyThatLostItsDetailIsLessSharpWhateverItsSize() {
    var original = FormulaPicture.of(1200, 900);
    var small = Resize.to(original, 240, 180, Filter.BOX);
    var enlarged = Resize.to(small, 1200, 900, Filter.BICUBIC);

    double sharpness = Detail.of(original).sharpness();
    assertThat(Detail.of(small).sharpness()).isLessThan(0.7 * sharpness);
    assertThat(Detail.of(enlarged).sharpness()).isLessThan(0.7 * sharpness);
    assertThat(Detail.of(Resize.to(original, 600, 450, Filter.BOX)).sharpness())
        .isCloseTo(sharpness, within(0.1 * sharpness));
  }

  @Test
  void seesTheGridOfAStronglyCompressedJpegAlsoAfterACrop() throws IOException {
    var original = noisy(333, 250, 6, 5);
    var compressed = jpeg(original, 0.08f);

    double blocky = Detail.of(compressed).blockiness();

    assertThat(Detail.of(original).blockiness()).isLessThan(0.03);
    assertThat(Detail.of(jpeg(original, 0.97f)).blockiness()).isLessThan(0.03);
    assertThat(blocky).isGreaterThan(0.3);
    assertThat(Detail.of(cropped(compressed, 3, 5)).blockiness()).isCloseTo(blocky, within(0.1));
  }

  @Test
  void stripesAreNoGrid() {
    assertThat(Detail.of(grey(160, 160, (x, y) -> x / 8 % 2 * 40)).blockiness()).isZero();
    assertThat(Detail.of(grey(160, 160, (x, y) -> (x / 8 + y / 8) % 2 * 40)).blockiness())
        .isGreaterThan(0.9);
  }

  private static Pixels noisy(int width, int height, double sigma, int seed) {
    var random = new Random(seed);
    return grey(
        width,
        height,
        (x, y) ->
            (int)
                Math.floor(
                    0.5 + 128 + 40 * Math.sin((x + y) / 30.0) + sigma * random.nextGaussian()));
  }

  private static Pixels grey(int width, int height, IntBinaryOperator level) {
    var rgb = new byte[3 * width * height];
    for (int i = 0; i < width * height; i++) {
      int value = Math.clamp(level.applyAsInt(i % width, i / width), 0, 255);
      Arrays.fill(rgb, 3 * i, 3 * i + 3, (byte) value);
    }
    return Pixels.wrap(width, height, rgb);
  }

  private static Pixels cropped(Pixels in, int left, int top) {
    return grey(in.width() - left, in.height() - top, (x, y) -> in.at(x + left, y + top) & 0xff);
  }

  /// A grey picture through the JDK's JPEG.
  private static Pixels jpeg(Pixels in, float quality) throws IOException {
    var image = new BufferedImage(in.width(), in.height(), BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < in.height(); y++) {
      for (int x = 0; x < in.width(); x++) {
        image.getRaster().setSample(x, y, 0, in.at(x, y) & 0xff);
      }
    }
    var bytes = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var out = ImageIO.createImageOutputStream(bytes)) {
      var param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    var raster = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray())).getRaster();
    return grey(in.width(), in.height(), (x, y) -> raster.getSample(x, y, 0));
  }
}
