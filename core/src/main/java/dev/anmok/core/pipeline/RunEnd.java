package dev.anmok.core.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Why a run ends before its source does, if it does. The first failure counts, later ones are
/// attached to it. Used by one thread.
final class RunEnd {
  private @Nullable Throwable failure;
  private boolean interrupted;
  private boolean writable = true;

  void failed(Throwable cause) {
    if (failure == null) {
      failure = cause;
    } else if (!failure.equals(cause)) {
      failure.addSuppressed(cause);
    }
  }

  boolean hasFailed() {
    return failure != null;
  }

  void interrupted() {
    interrupted = true;
  }

  /// The catalog failed: nothing more is written.
  void unwritable() {
    writable = false;
  }

  boolean writable() {
    return writable;
  }

  void rethrow() throws IOException {
    if (failure != null) {
      restoreInterrupt();
      switch (failure) {
        case IOException e -> throw e;
        case UncheckedIOException e -> throw Objects.requireNonNull(e.getCause());
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        default -> throw new IllegalStateException(failure);
      }
    }
  }

  /// Sets the thread's interrupt status again if it was cleared; returns whether it was.
  boolean restoreInterrupt() {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return interrupted;
  }
}
