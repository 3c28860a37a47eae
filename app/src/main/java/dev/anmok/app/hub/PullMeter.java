package dev.anmok.app.hub;

/// Told how far a pull is, by several threads.
@FunctionalInterface
public interface PullMeter {
  /// Some bytes came.
  ///
  /// @param done bytes that are there
  /// @param total bytes of the files whose length is known so far
  void report(long done, long total);
}
