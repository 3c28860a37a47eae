package dev.anmok.core.curate;

import dev.anmok.core.cluster.NearRule;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How [DeltaCurator] chooses.
///
/// @param keep number of representatives, at least 1
/// @param require number of distinct photos above the threshold that an item needs, 0 or more
/// @param diversity weight of being different from those already chosen, 0..1; 0 gives the plain
///   best `keep`
/// @param nearOrNull when two photos count as one; null to switch the rule off
/// @param minLaplacianStd photos less sharp than this are dropped as blurred, 0 to switch it off;
///   in the definition of [dev.anmok.core.quality.Measures]
/// @param minLumaMean photos darker than this are dropped as too dark, 0..255, 0 to switch it off
public record CurationRule(
    int keep,
    int require,
    double diversity,
    @Nullable NearRule nearOrNull,
    double minLaplacianStd,
    double minLumaMean) {
  public CurationRule {
    if (keep < 1) {
      throw new IllegalArgumentException("keep must be >= 1, was " + keep);
    }
    if (require < 0) {
      throw new IllegalArgumentException("require must be >= 0, was " + require);
    }
    if (!(diversity >= 0 && diversity <= 1)) {
      throw new IllegalArgumentException("diversity must be 0..1, was " + diversity);
    }
  }

  /// The same rule with another number of representatives.
  public CurationRule keeping(int other) {
    return with(other, require);
  }

  /// The same rule with other numbers of photos to keep and to require.
  public CurationRule with(int otherKeep, int otherRequire) {
    return new CurationRule(
        otherKeep, otherRequire, diversity, nearOrNull, minLaplacianStd, minLumaMean);
  }

  public Optional<NearRule> near() {
    return Optional.ofNullable(nearOrNull);
  }
}
