package dev.anmok.app.sample;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// The bytes of a sample file.
public final class PhotoFile {
  private static final byte[] TURN_RIGHT = {
    (byte) 0xff,
    (byte) 0xe1,
    0,
    34,
    'E',
    'x',
    'i',
    'f',
    0,
    0,
    'M',
    'M',
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    1,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    6,
    0,
    0,
    0,
    0,
    0,
    0
  };

  private PhotoFile() {}

  static byte[] of(BufferedImage image, Fault fault) throws IOException {
    return switch (fault) {
      case NONE, BLURRED, DARK, DUPLICATE, TINY -> jpeg(image, 0.86f);
      case NEAR_DUPLICATE -> jpeg(image, 0.7f);
      case ROTATED -> oriented(jpeg(image, 0.86f));
      case ALPHA -> png(image);
      case TRUNCATED -> Arrays.copyOf(jpeg(image, 0.86f), 300);
      case NOT_AN_IMAGE ->
          "이 파일은 사진이 아닙니다. This file is not a photo.\n".getBytes(StandardCharsets.UTF_8);
    };
  }

  /// A picture as JPEG.
  ///
  /// @param quality 0..1
  public static byte[] jpeg(BufferedImage image, float quality) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      var settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(quality);
      writer.write(null, new IIOImage(image, null, null), settings);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static byte[] png(BufferedImage image) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    }
    return bytes.toByteArray();
  }

  /// Puts an EXIF segment after the start marker that says: turn right by a quarter to view.
  private static byte[] oriented(byte[] jpeg) {
    byte[] out = new byte[jpeg.length + TURN_RIGHT.length];
    System.arraycopy(jpeg, 0, out, 0, 2);
    System.arraycopy(TURN_RIGHT, 0, out, 2, TURN_RIGHT.length);
    System.arraycopy(jpeg, 2, out, 2 + TURN_RIGHT.length, jpeg.length - 2);
    return out;
  }
}
