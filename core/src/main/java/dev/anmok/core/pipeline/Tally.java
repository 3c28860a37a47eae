package dev.anmok.core.pipeline;

import dev.anmok.core.image.Reason;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/// Counts a run's outcomes. Used by one thread.
final class Tally {
  private final Map<Reason, Long> rejected = new EnumMap<>(Reason.class);
  private long skipped;
  private long accepted;
  private long known;
  private long rejections;

  void add(PartitionResult result) {
    skipped += result.skipped();
    for (var ingested : result.ingested()) {
      switch (ingested.outcome()) {
        case Outcome.Processed processed -> accepted++;
        case Outcome.Detailed detailed -> accepted++;
        case Outcome.Known sameBytes -> known++;
        case Outcome.Rejected(var sha256, var reason, var detail) -> {
          rejected.merge(reason, 1L, Long::sum);
          rejections++;
        }
      }
    }
  }

  long seen() {
    return skipped + accepted + known + rejections;
  }

  long rejections() {
    return rejections;
  }

  IngestSummary summary(Duration elapsed, boolean interrupted) {
    return new IngestSummary(seen(), skipped, accepted, known, rejected, elapsed, interrupted);
  }
}
