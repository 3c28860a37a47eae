package dev.anmok.core.pipeline;

import dev.anmok.core.image.Reason;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// What a run of [Ingest] did; all of it is in the catalog.
///
/// @param seen source photos looked at: the sum of the four kinds below
/// @param skipped already done in an earlier run, their files unchanged
/// @param accepted decoded and measured in this run, and embedded unless they were already
/// @param known bytes that the catalog had already, at a new place
/// @param rejected photos that gave no picture, by reason
/// @param elapsed how long it took
/// @param interrupted whether it was interrupted before the source's end
public record IngestSummary(
    long seen,
    long skipped,
    long accepted,
    long known,
    Map<Reason, Long> rejected,
    Duration elapsed,
    boolean interrupted) {
  public IngestSummary {
    var byReason = new EnumMap<Reason, Long>(Reason.class);
    byReason.putAll(rejected);
    rejected = Collections.unmodifiableMap(byReason);
  }

  /// Number of rejections of all reasons.
  public long rejections() {
    return rejected.values().stream().mapToLong(Long::longValue).sum();
  }
}
