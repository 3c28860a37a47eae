package dev.anmok.app.fetch;

import java.time.Duration;

/// A moment by which something must be done.
record Deadline(long nanos) {
  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /// Negative once it has passed.
  Duration left() {
    return Duration.ofNanos(nanos - System.nanoTime());
  }

  boolean passed() {
    return !left().isPositive();
  }
}
