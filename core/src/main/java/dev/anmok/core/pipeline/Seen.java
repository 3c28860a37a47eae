package dev.anmok.core.pipeline;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the catalog knows of a URI from an earlier run.
///
/// @param sizeBytes length of the file then, -1 if it could not be read
/// @param modifiedMillis the file's time of last change then, -1 if unknown
/// @param rejected whether it ended as a rejection
/// @param sha256OrNull digest of its bytes, null if they could not be read
public record Seen(
    long sizeBytes, long modifiedMillis, boolean rejected, @Nullable String sha256OrNull) {
  public Optional<String> sha256() {
    return Optional.ofNullable(sha256OrNull);
  }
}
