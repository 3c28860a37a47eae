package dev.anmok.app.thumbnail;

import dev.anmok.codec.PhotoWriter;
import dev.anmok.core.image.Pixels;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/// JPEG photos for tests, with as much metadata as cameras and programs leave in them.
final class TestPhoto {
  static final int RED = 0xc81e1e;
  static final int GREEN = 0x1ec81e;
  static final int BLUE = 0x1e1ec8;
  static final int GREY = 0x808080;

  private TestPhoto() {}

  /// Noise of its own for each seed.
  static byte[] noise(int seed, int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    new Random(seed).nextBytes(rgb);
    return PhotoWriter.open().jpeg(Pixels.wrap(width, height, rgb), 90);
  }

  /// Four quarters: red, green, then blue, grey below.
  static byte[] quarters(int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < width * height; i++) {
      boolean left = i % width < width / 2;
      boolean top = i / width < height / 2;
      int colour = top ? (left ? RED : GREEN) : (left ? BLUE : GREY);
      rgb[3 * i] = (byte) (colour >> 16);
      rgb[3 * i + 1] = (byte) (colour >> 8);
      rgb[3 * i + 2] = (byte) colour;
    }
    return PhotoWriter.open().jpeg(Pixels.wrap(width, height, rgb), 95);
  }

  /// The same photo with an orientation, a place on Earth, XMP, IPTC and a comment.
  static byte[] withMetadata(byte[] jpeg, int orientation) {
    var out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    segment(out, 0xe1, exif(orientation));
    segment(out, 0xe1, ascii("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>SECRET-XMP</x:xmpmeta>"));
    segment(out, 0xed, ascii("Photoshop 3.0\0SECRET-IPTC"));
    segment(out, 0xfe, ascii("SECRET-COMMENT"));
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  /// TIFF 6.0 and EXIF 2.32: IFD 0 with description, orientation and the pointer to the GPS IFD,
  /// which holds a latitude's letter and the name of an area.
  private static byte[] exif(int orientation) {
    var exif = ByteBuffer.allocate(6 + 110);
    exif.put(ascii("Exif\0\0")).put(ascii("MM\0*")).putInt(8);
    exif.putShort((short) 3);
    exif.putShort((short) 0x010e).putShort((short) 2).putInt(12).putInt(86);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    exif.putShort((short) orientation).putShort((short) 0);
    exif.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(50);
    exif.putInt(0); // at 46: no next IFD
    exif.putShort((short) 2);
    exif.putShort((short) 1).putShort((short) 2).putInt(2).put(ascii("N\0\0\0"));
    exif.putShort((short) 0x1c).putShort((short) 7).putInt(12).putInt(98);
    exif.putInt(0).putInt(0).putShort((short) 0);
    exif.position(6 + 86).put(ascii("SECRET-NAME\0")).put(ascii("SECRET-PLACE"));
    return exif.array();
  }

  private static void segment(ByteArrayOutputStream out, int marker, byte[] data) {
    out.write(0xff);
    out.write(marker);
    out.write((data.length + 2) >> 8);
    out.write(data.length + 2);
    out.writeBytes(data);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
