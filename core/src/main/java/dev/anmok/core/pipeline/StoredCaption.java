package dev.anmok.core.pipeline;

import dev.anmok.core.image.Caption;
import java.time.Instant;
import java.util.Optional;

/// What a captioner said of a photo, or that it failed, wherever the photo lies.
///
/// @param sha256 the photo's digest, 64 lower-case hexadecimal digits
/// @param model who captioned
/// @param language of the text, as an ISO 639-1 code
/// @param outcome what was said; of a failure only the detail is kept
/// @param made when
public record StoredCaption(
    String sha256, String model, String language, Caption outcome, Instant made) {
  /// What was said, if anything was.
  public Optional<String> text() {
    return outcome instanceof Caption.Said(var text, _) ? Optional.of(text) : Optional.empty();
  }
}
