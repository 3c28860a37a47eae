package dev.anmok.core.pipeline;

import dev.anmok.core.image.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the catalog knows of a URI from an earlier run.
///
/// @param sizeBytes length of the file then, -1 if it could not be read
/// @param modifiedMillis the file's time of last change then, -1 if unknown
/// @param reasonOrNull why it was rejected, null if it was accepted
/// @param sha256OrNull digest of its bytes, null if they could not be read
public record Seen(
    long sizeBytes,
    long modifiedMillis,
    @Nullable Reason reasonOrNull,
    @Nullable String sha256OrNull) {
  /// Whether it ended as a rejection.
  public boolean rejected() {
    return reasonOrNull != null;
  }

  public Optional<String> sha256() {
    return Optional.ofNullable(sha256OrNull);
  }
}
