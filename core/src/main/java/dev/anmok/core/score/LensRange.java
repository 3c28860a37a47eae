package dev.anmok.core.score;

/// Between which deltas a lens tells more from less in its space: found on photos, and valid for
/// the lens, pooling, prompts and space that they were scored with.
///
/// @param low delta of what hardly shows it, under `high`
/// @param high delta of what shows it well
public record LensRange(double low, double high) {
  public LensRange {
    if (!(low < high)) {
      throw new IllegalArgumentException("low must be < high, were " + low + " and " + high);
    }
  }

  /// Where a delta lies in the range: 0 at `low` and under it, 1 at `high` and over it.
  public double share(double delta) {
    return Math.clamp((delta - low) / (high - low), 0, 1);
  }
}
