package dev.anmok.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.Orientation;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExifTest {
  private static final int ORIGINAL = 0x9003;
  private static final int DIGITIZED = 0x9004;
  private static final int CHANGED = 0x0132;
  private static final LocalDateTime LEAP_DAY = LocalDateTime.of(2024, 2, 29, 23, 59, 58);

  @Test
  void readsTheOriginalDateInBothByteOrders() {
    for (var order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
      var exif =
          tiff(
              order,
              Map.of(CHANGED, "2025:01:01 00:00:00"),
              Map.of(ORIGINAL, "2024:02:29 23:59:58", DIGITIZED, "2025:01:02 00:00:00"));

      assertThat(Exif.parse(exif).takenOrNull()).isEqualTo(LEAP_DAY);
      assertThat(Exif.parse(exif).orientation()).isEqualTo(Orientation.of(6));
    }
  }

  @Test
  void fallsBackToTheNextWellFormedDate() {
    var digitized = Map.of(ORIGINAL, "0000:00:00 00:00:00", DIGITIZED, "2024-02-29 23:59:58");
    var changed = Map.of(CHANGED, "2024:02:29 23:59:58");

    assertThat(taken(Map.of(), digitized)).isEqualTo(LEAP_DAY);
    assertThat(taken(changed, Map.of(ORIGINAL, "    :  :     :  :  "))).isEqualTo(LEAP_DAY);
    assertThat(taken(changed, Map.of())).isEqualTo(LEAP_DAY);
  }

  @Test
  void aMalformedDateIsNone() {
    for (var text :
        new String[] {
          "2023:02:29 10:00:00", // no leap year
          "2024:13:01 10:00:00",
          "2024:01:01 24:00:00",
          "0000:01:01 00:00:00",
          "2024:01:01",
          "yesterday, at noon.",
          ""
        }) {
      assertThat(taken(Map.of(CHANGED, text), Map.of(ORIGINAL, text))).as(text).isNull();
    }
  }

  @Test
  void damageCostsTheDateButNotTheOrientation() throws Malformed {
    var whole = tiff(ByteOrder.BIG_ENDIAN, Map.of(), Map.of(ORIGINAL, "2024:02:29 23:59:58"));
    var cut = whole.slice(0, whole.length() - 5L);

    assertThat(Exif.parse(cut)).isEqualTo(new Exif(Orientation.of(6), null));
    for (int length = 0; length < whole.length() - 1; length++) {
      assertThat(Exif.parse(whole.slice(0, length)).takenOrNull()).isNull();
    }
  }

  @Test
  void aPhotoCarriesItsDateThroughTheDecoder() {
    var tiff = tiff(ByteOrder.LITTLE_ENDIAN, Map.of(), Map.of(ORIGINAL, "2024:02:29 23:59:58"));
    byte[] jpeg = SamplePhotos.bytes("baseline.jpg");
    var file = ByteBuffer.allocate(jpeg.length + 10 + tiff.length());
    file.put(jpeg, 0, 2).putShort((short) 0xffe1).putShort((short) (8 + tiff.length()));
    file.put("Exif\0\0".getBytes(ISO_8859_1)).put(tiff.array(), 0, tiff.length());
    file.put(jpeg, 2, jpeg.length - 2);

    var decoded = PhotoDecoder.open(DecodeLimits.DEFAULT).decode(file.array(), 0);

    assertThat(((Decoded.Image) decoded).facts().taken()).contains(LEAP_DAY);
  }

  /// A count of 2,000,000 would be 16 MB of numbers, of which one is asked for.
  @Test
  void aNumberThatIsRepeatedMillionsOfTimesIsReadOnce() throws Malformed {
    var out = ByteBuffer.allocate(2_000_100);
    out.put("MM\0*".getBytes(ISO_8859_1)).putInt(8).putShort((short) 1);
    entry(out, 0x0112, 1, 2_000_000);
    out.putInt(100).put(100, (byte) 6);
    var tiff = Bytes.of(out.array());

    assertThat(Exif.parse(tiff).orientation()).isEqualTo(Orientation.of(6));
    assertThatThrownBy(() -> Ifd.first(tiff).numbers(0x0112))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("1000000");
  }

  private static @Nullable LocalDateTime taken(
      Map<Integer, String> main, Map<Integer, String> exif) {
    return Exif.parse(tiff(ByteOrder.BIG_ENDIAN, main, exif)).takenOrNull();
  }

  /// A structure of an orientation of 6, a pointer to the EXIF directory, and these texts.
  private static Bytes tiff(ByteOrder order, Map<Integer, String> main, Map<Integer, String> exif) {
    var out = ByteBuffer.allocate(1000).order(order);
    out.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(ISO_8859_1));
    out.putShort((short) 42).putInt(8);
    int exifAt = 8 + 2 + 12 * (2 + main.size()) + 4;
    int[] texts = {exifAt + 2 + 12 * exif.size() + 4};
    out.putShort((short) (2 + main.size()));
    entry(out, 0x0112, 3, 1);
    out.putShort((short) 6).putShort((short) 0);
    entry(out, 0x8769, 4, 1);
    out.putInt(exifAt);
    main.forEach((tag, text) -> text(out, tag, text, texts));
    out.putInt(0);
    out.putShort((short) exif.size());
    exif.forEach((tag, text) -> text(out, tag, text, texts));
    out.putInt(0);
    out.position(texts[0]);
    return Bytes.of(Arrays.copyOf(out.array(), out.position()));
  }

  private static void text(ByteBuffer out, int tag, String text, int[] texts) {
    entry(out, tag, 2, text.length() + 1);
    if (text.length() < 4) {
      out.putInt(0);
    } else {
      out.putInt(texts[0]);
      out.put(texts[0], (text + "\0").getBytes(ISO_8859_1));
      texts[0] += text.length() + 1;
    }
  }

  private static void entry(ByteBuffer out, int tag, int type, int count) {
    out.putShort((short) tag).putShort((short) type).putInt(count);
  }
}
