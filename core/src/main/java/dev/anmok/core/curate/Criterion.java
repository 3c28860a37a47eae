package dev.anmok.core.curate;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// One thing that a photo's quality is judged by.
///
/// @param name how results call it, for example `sharpness`
/// @param fault what a photo is that fails it, for example `blurred`
/// @param bound on which side of the threshold a value passes
/// @param thresholdOrNull the threshold; null where none is known, so that nothing is judged by it
/// @param weight what failing it counts under [FaultRule.Weighted], at least 0
/// @param origin where the threshold came from, in plain words
public record Criterion(
    String name,
    String fault,
    Bound bound,
    @Nullable Double thresholdOrNull,
    double weight,
    String origin) {
  /// What a value says.
  public enum State {
    PASSES,
    FAILS,
    /// There is no value for this photo.
    NOT_MEASURED,
    /// There is a value and nothing to compare it with.
    NO_THRESHOLD;

    /// The stable lower-case name.
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Criterion {
    if (!(weight >= 0) || !Double.isFinite(weight)) {
      throw new IllegalArgumentException(
          "the weight of '" + name + "' must be >= 0, was " + weight);
    }
  }

  public OptionalDouble threshold() {
    return thresholdOrNull == null ? OptionalDouble.empty() : OptionalDouble.of(thresholdOrNull);
  }

  /// Judges a value.
  ///
  /// @param value `NaN` where there is none
  public State judge(double value) {
    if (Double.isNaN(value)) {
      return State.NOT_MEASURED;
    }
    if (thresholdOrNull == null) {
      return State.NO_THRESHOLD;
    }
    return bound.allows(value, thresholdOrNull) ? State.PASSES : State.FAILS;
  }
}
