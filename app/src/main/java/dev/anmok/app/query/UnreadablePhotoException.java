package dev.anmok.app.query;

import dev.anmok.core.image.Reason;
import java.io.IOException;
import java.nio.file.Path;

/// A photo to look for is no picture that can be read.
public final class UnreadablePhotoException extends IOException {
  private final Reason reason;
  private final String detail;

  UnreadablePhotoException(Path file, Reason reason, String detail) {
    super(file + ": " + reason.code() + ": " + detail);
    this.reason = reason;
    this.detail = detail;
  }

  public Reason reason() {
    return reason;
  }

  /// One plain sentence that does not name the file.
  public String detail() {
    return detail;
  }
}
