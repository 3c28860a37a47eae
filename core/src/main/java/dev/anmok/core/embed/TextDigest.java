package dev.anmok.core.embed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of texts as UTF-8, in lower-case hexadecimal digits: names that change with what they
/// name.
public final class TextDigest {
  private TextDigest() {}

  /// All 64 digits.
  public static String sha256(String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// The first twelve digits, which tell apart what people write by hand.
  public static String brief(String text) {
    return sha256(text).substring(0, 12);
  }
}
