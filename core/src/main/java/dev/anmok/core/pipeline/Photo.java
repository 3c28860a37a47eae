package dev.anmok.core.pipeline;

import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.quality.Detail;
import dev.anmok.core.quality.Measures;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A photo that was decoded, identified by its bytes.
///
/// @param sha256 hexadecimal digest of its bytes
/// @param bytes length of the file
/// @param facts what the file says of itself
/// @param measures what its pixels say
/// @param detailOrNull what they say at native resolution; null where that was not measured
public record Photo(
    String sha256, long bytes, ImageFacts facts, Measures measures, @Nullable Detail detailOrNull) {
  /// A photo that was not measured at native resolution.
  public Photo(String sha256, long bytes, ImageFacts facts, Measures measures) {
    this(sha256, bytes, facts, measures, null);
  }

  /// The SHA-256 of a photo's bytes as 64 lower-case hexadecimal digits.
  public static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  public Optional<Detail> detail() {
    return Optional.ofNullable(detailOrNull);
  }
}
