package dev.anmok.spark;

import java.util.List;

/// Takes the reports of parts as they come. Used by one thread.
interface Tally {
  /// Takes one.
  ///
  /// @throws java.io.UncheckedIOException if what belongs to a report cannot be done
  void accept(PartReport report);

  /// The failures since this was last asked.
  List<PartReport.Failed> takeFailed();
}
