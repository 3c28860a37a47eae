package dev.anmok.app.album;

import dev.anmok.core.curate.AlbumPhoto;
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

  void add(AlbumPhoto photo, LowQualityVerdict verdict) {
    photos++;
    low += verdict.low() ? 1 : 0;
    if (photo.detail().isPresent()) {
      return; // what still has no value cannot be had
    }
    var missing = verdict.findings(Criterion.State.NOT_MEASURED);
    unmeasured += missing.isEmpty() ? 0 : 1;
    missing.forEach(finding -> unmeasuredCriteria.add(finding.criterion().name()));
  }

  LowQualityShare share() {
    return new LowQualityShare(low, photos);
  }

  /// Photos that lack the value of a criterion because they were not measured at native resolution.
  long unmeasured() {
    return unmeasured;
  }

  /// The criteria that lack values.
  Set<String> unmeasuredCriteria() {
    return unmeasuredCriteria;
  }
}
