package dev.anmok.app.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Names one thing that can be computed again from what the key was made of.
///
/// @param text 1 to 20 small letters, a hyphen, and 64 hexadecimal digits
public record CacheKey(String text) {
  /// The SHA-256 of some parts, each preceded by its length, under a kind.
  ///
  /// @param kind what is kept, such as `vector` or `answer`
  /// @param parts all that the value depends on
  public static CacheKey of(String kind, List<String> parts) {
    var digest = sha256();
    for (var part : parts) {
      var bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      digest.update(bytes);
    }
    return new CacheKey(kind + "-" + HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
