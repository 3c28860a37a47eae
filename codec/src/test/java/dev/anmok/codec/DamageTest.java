package dev.anmok.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that are cut short, altered or made to mislead.
class DamageTest {
  private static final PhotoDecoder FASTEST = PhotoDecoder.open(DecodeLimits.DEFAULT);
  private static final PhotoDecoder JAVA = PhotoDecoder.openJava(DecodeLimits.DEFAULT);

  static List<String> names() {
    return SamplePhotos.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyFlippedBitGivesAnImageOrAReason(String name) {
    var random = new Random(7);
    byte[] bytes = SamplePhotos.bytes(name);
    for (int round = 0; round < 150; round++) {
      byte[] damaged = bytes.clone();
      for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      assertEnds(round % 5 == 0 ? JAVA : FASTEST, damaged);
    }
  }

  /// What is cut off here is more than an end marker or padding.
  @ParameterizedTest
  @MethodSource("names")
  void everyCutFileIsRejected(String name) {
    byte[] bytes = SamplePhotos.bytes(name);
    if (name.startsWith("animated") || name.startsWith("pages") || name.endsWith(".tiff")) {
      return; // what is cut may lie behind the first picture
    }
    for (int length = 0; length < bytes.length - 4; length += 1 + bytes.length / 100) {
      var decoded = assertEnds(FASTEST, Arrays.copyOf(bytes, length));
      assertThat(decoded)
          .as("%s cut to %d bytes", name, length)
          .isInstanceOf(Decoded.Rejected.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"baseline.jpg", "progressive.jpg", "cmyk.jpg", "grey.jpg", "restarts.jpg"})
  void aJpegCutInItsPictureIsTruncated(String name) {
    byte[] bytes = SamplePhotos.bytes(name);

    byte[] cut = Arrays.copyOf(bytes, middleOfPicture(bytes));

    assertReason(FASTEST, cut, Reason.TRUNCATED);
    assertReason(JAVA, cut, Reason.TRUNCATED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"baseline.jpg", "cmyk.jpg", "grey.jpg", "restarts.jpg"})
  void aSequentialJpegThatLacksOnlyItsEndMarkerIsRead(String name) {
    byte[] bytes = SamplePhotos.bytes(name);
    var whole = (Decoded.Image) FASTEST.decode(bytes, 0);

    var decoded = FASTEST.decode(Arrays.copyOf(bytes, bytes.length - 2), 0);

    assertThat(decoded).isInstanceOf(Decoded.Image.class);
    assertThat(((Decoded.Image) decoded).pixels().rgb()).isEqualTo(whole.pixels().rgb());
  }

  @Test
  void aProgressiveJpegWithoutItsEndMarkerIsTruncated() {
    byte[] bytes = SamplePhotos.bytes("progressive.jpg");

    assertReason(FASTEST, Arrays.copyOf(bytes, bytes.length - 2), Reason.TRUNCATED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"baseline.jpg", "cmyk.jpg", "grey.jpg"})
  void aJpegWithAHoleBeforeItsEndMarkerIsCorrupt(String name) {
    byte[] bytes = SamplePhotos.bytes(name);
    byte[] holed = Arrays.copyOf(bytes, middleOfPicture(bytes));
    holed[holed.length - 2] = (byte) 0xff;
    holed[holed.length - 1] = (byte) 0xd9;

    assertReason(FASTEST, holed, Reason.CORRUPT);
    assertReason(JAVA, holed, Reason.CORRUPT);
  }

  @Test
  void dataBehindTheEndMarkerAreIgnored() {
    byte[] bytes = SamplePhotos.bytes("baseline.jpg");

    assertThat(FASTEST.decode(Arrays.copyOf(bytes, bytes.length + 5000), 0))
        .isInstanceOf(Decoded.Image.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"grey16.png", "rgb-clear.png", "grey-alpha.png", "palette-clear.png"})
  void aPngWhoseDataDoNotMatchTheirChecksumIsCorrupt(String name) {
    byte[] bytes = SamplePhotos.bytes(name);
    int data = new String(bytes, ISO_8859_1).indexOf("IDAT");
    bytes[data + 20] ^= 1;

    assertReason(FASTEST, bytes, Reason.CORRUPT);
    assertReason(JAVA, bytes, Reason.CORRUPT);
  }

  @Test
  void aTiffWhoseDirectoriesLoopIsReadOnce() {
    byte[] tiff = SamplePhotos.bytes("grey.tiff");
    var buffer = ByteBuffer.wrap(tiff).order(ByteOrder.LITTLE_ENDIAN);
    int directory = buffer.getInt(4);
    int entries = buffer.getShort(directory);
    buffer.putInt(directory + 2 + 12 * entries, directory);

    assertThat(assertEnds(FASTEST, tiff)).isInstanceOf(Decoded.Image.class);
  }

  @Test
  void aJpegOfCountlessSegmentsIsNotHeld() {
    byte[] bytes = SamplePhotos.bytes("baseline.jpg");
    byte[] comment = {(byte) 0xff, (byte) 0xfe, 0, 2};

    assertThat(FASTEST.decode(repeated(bytes, 2, comment, 500), 0))
        .isInstanceOf(Decoded.Image.class);
    assertReason(FASTEST, repeated(bytes, 2, comment, 20_000), Reason.UNSUPPORTED);
  }

  /// Each scan is a pass over the picture, whatever its size: a few kilobytes could take hours.
  @Test
  void aJpegOfCountlessScansIsNotDecoded() {
    byte[] bytes = SamplePhotos.bytes("progressive.jpg");
    int last = new String(bytes, ISO_8859_1).lastIndexOf("\u00ff\u00da");
    byte[] scan = Arrays.copyOfRange(bytes, last, bytes.length - 2);

    assertReason(FASTEST, repeated(bytes, bytes.length - 2, scan, 200), Reason.UNSUPPORTED);
    assertReason(JAVA, repeated(bytes, bytes.length - 2, scan, 200), Reason.UNSUPPORTED);
  }

  @Test
  void aPngOfCountlessChunksIsNotHeld() {
    byte[] bytes = SamplePhotos.bytes("rgb-clear.png");
    int data = new String(bytes, ISO_8859_1).indexOf("IDAT") - 4;
    byte[] empty = {0, 0, 0, 0, 'I', 'D', 'A', 'T', 0x35, (byte) 0xaf, 0x06, 0x1e};

    assertThat(FASTEST.decode(repeated(bytes, data, empty, 500), 0))
        .isInstanceOf(Decoded.Image.class);
    assertReason(FASTEST, repeated(bytes, data, empty, 150_000), Reason.UNSUPPORTED);
  }

  @Test
  void aHeaderAloneIsTruncated() {
    for (String head : List.of("\u00ff\u00d8\u00ff", "GIF89a", "II*\0", "BM...", "RIFF....WEBP")) {
      assertThat(assertEnds(FASTEST, head.getBytes(ISO_8859_1)))
          .isInstanceOf(Decoded.Rejected.class);
    }
  }

  private static byte[] repeated(byte[] into, int at, byte[] what, int times) {
    var out = ByteBuffer.allocate(into.length + times * what.length).put(into, 0, at);
    for (int i = 0; i < times; i++) {
      out.put(what);
    }
    return out.put(into, at, into.length - at).array();
  }

  /// Half way between the scan header and the end of a JPEG.
  private static int middleOfPicture(byte[] jpeg) {
    return (new String(jpeg, ISO_8859_1).indexOf("\u00ff\u00da") + jpeg.length) / 2;
  }

  private static void assertReason(PhotoDecoder decoder, byte[] bytes, Reason reason) {
    var decoded = decoder.decode(bytes, 0);
    assertThat(decoded).isInstanceOf(Decoded.Rejected.class);
    assertThat(((Decoded.Rejected) decoded).reason()).isEqualTo(reason);
  }

  private static Decoded assertEnds(PhotoDecoder decoder, byte[] bytes) {
    return Assertions.assertTimeout(
        Duration.ofSeconds(20), () -> decoder.decode(bytes, bytes.length % 3));
  }
}
