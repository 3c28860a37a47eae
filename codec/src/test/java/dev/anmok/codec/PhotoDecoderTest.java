package dev.anmok.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.image.Orientation;
import dev.anmok.core.image.Reason;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoDecoderTest {
  private final PhotoDecoder decoder = PhotoDecoder.open(DecodeLimits.DEFAULT);

  @Test
  void usesTheNativeLibraryOnThisMachineAndSaysSo() {
    assertThat(decoder.backend()).startsWith("OpenCV");
    assertThat(decoder.warning()).isEmpty();
    assertThat(PhotoDecoder.openJava(DecodeLimits.DEFAULT).backend()).startsWith("Java");
  }

  @Test
  void rejectsAnEmptyFile() {
    assertThat(reject(new byte[0]).reason()).isEqualTo(Reason.EMPTY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello, this is a note | NOT_AN_IMAGE | text",
        "<!DOCTYPE html><html> | NOT_AN_IMAGE | HTML",
        "%PDF-1.7 | NOT_AN_IMAGE | PDF",
        "BMW is a car | NOT_AN_IMAGE | text",
        "....ftypisom....isom | NOT_AN_IMAGE | video",
        "<svg width='5'/> | UNSUPPORTED | SVG",
        "....ftypheic....mif1 | UNSUPPORTED | HEIC",
        "....ftypavif....mif1 | UNSUPPORTED | AVIF",
        "8BPS.... | UNSUPPORTED | Photoshop"
      })
  void saysWhatAFileIsThatIsNoPhoto(String text, Reason reason, String word) {
    var rejected = reject(text.getBytes(ISO_8859_1));

    assertThat(rejected.reason()).isEqualTo(reason);
    assertThat(rejected.detail()).contains(word);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void turnsAPhotoUprightAndGivesItsUprightSize(int tag) {
    var plain = accept(SamplePhotos.bytes("baseline.jpg"), 0).pixels();
    var expected = Orientation.of(tag).apply(plain);

    var image = accept(withExif(SamplePhotos.bytes("baseline.jpg"), tag), 0);

    assertThat(image.pixels().rgb()).isEqualTo(expected.rgb());
    assertThat(image.facts())
        .isEqualTo(new ImageFacts("jpeg", expected.width(), expected.height()));
  }

  @Test
  void readsTheOrientationOfPng() {
    byte[] png = SamplePhotos.bytes("rgb-clear.png");
    byte[] turned = insert(png, 33, pngChunk("eXIf", tiffWithOrientation(6)));

    assertThat(accept(turned, 0).facts()).isEqualTo(new ImageFacts("png", 16, 24));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1000, 750",
    "400, 1000, 750",
    "375, 500, 375",
    "224, 500, 375",
    "188, 250, 188",
    "187, 250, 188",
    "94, 125, 94",
    "1, 125, 94"
  })
  void reducesAJpegOnlyAsFarAsTheShorterSideAllows(int minSide, int width, int height)
      throws IOException {
    var image = accept(withExif(jpeg(1000, 750), 1), minSide);

    assertThat(image.pixels().width()).isEqualTo(width);
    assertThat(image.pixels().height()).isEqualTo(height);
    assertThat(image.facts()).isEqualTo(new ImageFacts("jpeg", 1000, 750));
  }

  @Test
  void reducesInJavaToTheSameSize() throws IOException {
    var java = PhotoDecoder.openJava(DecodeLimits.DEFAULT);
    var image = (Decoded.Image) java.decode(withExif(jpeg(333, 201), 6), 50);

    assertThat(image.pixels().width()).isEqualTo(51);
    assertThat(image.pixels().height()).isEqualTo(84);
    assertThat(image.facts()).isEqualTo(new ImageFacts("jpeg", 201, 333));
  }

  @Test
  void aReducedGreyPhotoStaysGrey() throws IOException {
    var grey = new BufferedImage(64, 48, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setSample(5, 5, 0, 200);

    var pixels = accept(write(grey, "jpeg"), 12).pixels();

    assertThat(pixels.width()).isEqualTo(16);
    assertThat(pixels.at(1, 1) & 0xff).isEqualTo(pixels.at(1, 1) >> 16).isGreaterThan(0);
  }

  @Test
  void holdsToTheLimitsBeforeDecoding() throws IOException {
    byte[] photo = jpeg(100, 80);

    assertThat(reject(photo, new DecodeLimits(100, 1_000_000, 1000)).reason())
        .isEqualTo(Reason.TOO_MANY_BYTES);
    assertThat(reject(photo, new DecodeLimits(1 << 20, 7_999, 1000)).reason())
        .isEqualTo(Reason.TOO_MANY_PIXELS);
    assertThat(reject(photo, new DecodeLimits(1 << 20, 8_000, 99)).reason())
        .isEqualTo(Reason.TOO_LONG_SIDE);
    assertThat(PhotoDecoder.open(new DecodeLimits(1 << 20, 8_000, 100)).decode(photo, 0))
        .isInstanceOf(Decoded.Image.class);
  }

  @Test
  void aBombOfSixtyThousandPixelsASideIsRejectedByItsHeader() {
    byte[] png = SamplePhotos.bytes("grey16.png");
    ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);
    ByteBuffer.wrap(png).putInt(29, (int) crc(png, 12, 17));
    byte[] jpeg = SamplePhotos.bytes("baseline.jpg");
    int frame = indexOf(jpeg, 0xc0);
    ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 60_000).putShort(frame + 7, (short) 60_000);
    var unlimitedSide = new DecodeLimits(1 << 20, Long.MAX_VALUE, Integer.MAX_VALUE);

    for (byte[] bomb : new byte[][] {png, jpeg}) {
      assertThat(reject(bomb).reason()).isEqualTo(Reason.TOO_LONG_SIDE);
      assertThat(reject(bomb, unlimitedSide).reason()).isEqualTo(Reason.TOO_MANY_PIXELS);
    }
  }

  @ParameterizedTest
  @CsvSource({"0xc9, Arithmetic", "0xc5, Hierarchical", "0xf7, JPEG-LS"})
  void namesTheJpegVariantsThatItDoesNotRead(String marker, String word) {
    byte[] jpeg = SamplePhotos.bytes("baseline.jpg");
    jpeg[indexOf(jpeg, 0xc0) + 1] = (byte) (int) Integer.decode(marker);

    var rejected = reject(jpeg);

    assertThat(rejected.reason()).isEqualTo(Reason.UNSUPPORTED);
    assertThat(rejected.detail()).contains(word);
  }

  @Test
  void rejectsTwelveBitJpeg() {
    byte[] jpeg = SamplePhotos.bytes("baseline.jpg");
    jpeg[indexOf(jpeg, 0xc0) + 4] = 12;

    assertThat(reject(jpeg).reason()).isEqualTo(Reason.UNSUPPORTED);
  }

  @Test
  void aNegativeMinSideIsTheCallersMistake() {
    assertThatThrownBy(() -> decoder.decode(new byte[] {1}, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Decoded.Rejected reject(byte[] bytes) {
    return reject(bytes, DecodeLimits.DEFAULT);
  }

  private static Decoded.Rejected reject(byte[] bytes, DecodeLimits limits) {
    var decoded = PhotoDecoder.open(limits).decode(bytes, 0);
    assertThat(decoded).isInstanceOf(Decoded.Rejected.class);
    return (Decoded.Rejected) decoded;
  }

  private Decoded.Image accept(byte[] bytes, int minSide) {
    var decoded = decoder.decode(bytes, minSide);
    assertThat(decoded).isInstanceOf(Decoded.Image.class);
    return (Decoded.Image) decoded;
  }

  private static int indexOf(byte[] jpeg, int marker) {
    for (int i = 0; ; i++) {
      if (jpeg[i] == (byte) 0xff && jpeg[i + 1] == (byte) marker) {
        return i;
      }
    }
  }

  private static byte[] withExif(byte[] jpeg, int orientation) {
    byte[] tiff = tiffWithOrientation(orientation);
    var segment = ByteBuffer.allocate(10 + tiff.length);
    segment.putShort((short) 0xffe1).putShort((short) (8 + tiff.length));
    segment.put("Exif\0\0".getBytes(ISO_8859_1)).put(tiff);
    return insert(jpeg, 2, segment.array());
  }

  /// A big-endian TIFF structure whose only tag is the orientation.
  private static byte[] tiffWithOrientation(int orientation) {
    var tiff = ByteBuffer.allocate(26);
    tiff.put("MM\0*".getBytes(ISO_8859_1)).putInt(8).putShort((short) 1);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
    return tiff.array();
  }

  private static byte[] pngChunk(String type, byte[] data) {
    var chunk = ByteBuffer.allocate(12 + data.length);
    chunk.putInt(data.length).put(type.getBytes(ISO_8859_1)).put(data);
    chunk.putInt((int) crc(chunk.array(), 4, 4 + data.length));
    return chunk.array();
  }

  private static long crc(byte[] bytes, int at, int length) {
    var crc = new CRC32();
    crc.update(bytes, at, length);
    return crc.getValue();
  }

  private static byte[] insert(byte[] into, int at, byte[] what) {
    return ByteBuffer.allocate(into.length + what.length)
        .put(into, 0, at)
        .put(what)
        .put(into, at, into.length - at)
        .array();
  }

  private static byte[] jpeg(int width, int height) throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, (x & 0xff) << 16 | (y & 0xff) << 8 | (x * y / 64 & 0xff));
      }
    }
    return write(image, "jpeg");
  }

  private static byte[] write(BufferedImage image, String format) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }
}
