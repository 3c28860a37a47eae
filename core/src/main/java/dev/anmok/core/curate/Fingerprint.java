package dev.anmok.core.curate;

import java.util.HexFormat;

/// The first half of a SHA-256 digest, in a fraction of the memory of its text: two photos of a
/// billion share one by chance with a probability below 1e-20.
///
/// @param high first 8 bytes
/// @param low next 8 bytes
public record Fingerprint(long high, long low) {
  private static final int DIGITS = 16;

  /// Reads a digest.
  ///
  /// @throws IllegalArgumentException if it is not at least 32 hexadecimal digits
  public static Fingerprint of(String digest) {
    if (digest.length() < 2 * DIGITS) {
      throw new IllegalArgumentException("expected a SHA-256 digest, was '" + digest + "'");
    }
    return new Fingerprint(
        HexFormat.fromHexDigitsToLong(digest, 0, DIGITS),
        HexFormat.fromHexDigitsToLong(digest, DIGITS, 2 * DIGITS));
  }
}
