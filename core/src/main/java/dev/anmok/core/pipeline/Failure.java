package dev.anmok.core.pipeline;

/// Words for a failure that people read.
final class Failure {
  private Failure() {}

  /// The kind of an exception, with its message where it has one.
  static String words(Exception e) {
    var message = e.getMessage();
    return e.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }
}
