package dev.anmok.app.reembed;

import java.io.IOException;

/// A model cannot be changed now; the message says why and what to do. Nothing was changed.
public final class RefusedException extends IOException {
  private static final long serialVersionUID = 1;

  /// @param message why, and what to do
  public RefusedException(String message) {
    super(message);
  }
}
