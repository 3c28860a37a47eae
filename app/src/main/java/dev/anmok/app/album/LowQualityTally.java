package dev.anmok.app.album;

import dev.anmok.core.curate.Criterion;
import dev.anmok.core.curate.LowQualityShare;
import dev.anmok.core.curate.LowQualityVerdict;
import java.util.Set;
import java.util.TreeSet;

/// Counts over the photos of one question.
final class LowQualityTally {
  private long photos;
  private long low;
  private long unmeasured;
  private final Set<String> unmeasuredCriteria = new TreeSet<>();

  void add(LowQualityVerdict verdict) {
    photos++;
    low += verdict.low() ? 1 : 0;
    var missing = verdict.findings(Criterion.State.NOT_MEASURED);
    unmeasured += missing.isEmpty() ? 0 : 1;
    missing.forEach(finding -> unmeasuredCriteria.add(finding.criterion().name()));
  }

  LowQualityShare share() {
    return new LowQualityShare(low, photos);
  }

  /// Photos that lack the value of at least one criterion.
  long unmeasured() {
    return unmeasured;
  }

  /// The criteria that lack values.
  Set<String> unmeasuredCriteria() {
    return unmeasuredCriteria;
  }
}
