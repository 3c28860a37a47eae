package dev.anmok.core.quality;

import dev.anmok.core.image.Pixels;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Decides whether two files show the same pixels: SHA-256 over the width and the height, four
/// bytes each with the highest first, and the red, green and blue bytes row by row.
final class PixelDigest {
  private PixelDigest() {}

  /// 64 hexadecimal digits in lower case.
  static String of(Pixels in) {
    var digest = sha256();
    digest.update(ByteBuffer.allocate(8).putInt(in.width()).putInt(in.height()).array());
    digest.update(in.rgb());
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
