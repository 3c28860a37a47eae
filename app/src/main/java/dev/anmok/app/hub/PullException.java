package dev.anmok.app.hub;

import java.io.IOException;
import java.io.Serial;

/// A file was not pulled and another try would end the same way.
final class PullException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  PullException(String message) {
    super(message);
  }

  PullException(String message, Throwable cause) {
    super(message, cause);
  }
}
