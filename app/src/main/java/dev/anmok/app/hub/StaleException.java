package dev.anmok.app.hub;

import java.io.IOException;
import java.io.Serial;

/// What is there of a file does not belong to the hub's file: it must be pulled from its beginning.
final class StaleException extends IOException {
  @Serial private static final long serialVersionUID = 1;

  StaleException(String message) {
    super(message);
  }
}
