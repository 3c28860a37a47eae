package dev.anmok.app.job;

import java.util.Locale;

/// Where a job stands.
public enum JobState {
  QUEUED,
  RUNNING,
  /// It did all it had to.
  DONE,
  /// It ended with an error; what it had done by then stays done.
  FAILED,
  /// It was stopped; the same work posted again goes on where it was.
  CANCELLED;

  /// Whether it will not change any more.
  public boolean ended() {
    return this == DONE || this == FAILED || this == CANCELLED;
  }

  /// The stable lower-case name.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
