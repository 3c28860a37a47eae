package dev.anmok.core.pipeline;

/// Hears how a run goes. Called from one thread at a time.
public interface Progress {
  /// Hears nothing.
  Progress NONE = (done, rejected, total) -> {};

  /// Says how far a run is.
  ///
  /// @param done source photos finished so far, whatever their outcome, skipped ones included
  /// @param rejected how many of them ended as a rejection in this run
  /// @param total how many there will be, -1 while that is unknown
  void report(long done, long rejected, long total);
}
