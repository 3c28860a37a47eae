package dev.anmok.spark;

import java.util.ArrayList;
import java.util.List;

/// Counts what was written into an index.
final class IndexTally implements Tally {
  private final List<PartReport.Failed> failed = new ArrayList<>();
  private long photos;

  @Override
  public void accept(PartReport report) {
    switch (report) {
      case PartReport.Failed failure -> failed.add(failure);
      case PartReport.Indexed indexed -> photos += indexed.photos();
      case PartReport.Done done ->
          throw new IllegalArgumentException("expected a part of an index, was " + done);
    }
  }

  @Override
  public List<PartReport.Failed> takeFailed() {
    var taken = List.copyOf(failed);
    failed.clear();
    return taken;
  }

  /// Photos that were written; one of two rows counts twice.
  long photos() {
    return photos;
  }
}
