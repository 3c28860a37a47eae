package dev.anmok.app.thumbnail;

import dev.anmok.core.image.Reason;

/// What became of a photo's bytes.
public sealed interface Rendered {
  /// A JPEG file.
  @SuppressWarnings("ArrayRecordComponent") // shared with whoever shows it; treat as read-only
  record Jpeg(byte[] bytes) implements Rendered {}

  /// The bytes are no picture that is read here.
  record NoPicture(Reason reason, String detail) implements Rendered {}
}
