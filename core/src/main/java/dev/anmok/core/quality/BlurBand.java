package dev.anmok.core.quality;

/// Where a score's verdict changes: up to `sharpUpTo` sharp, over `blurryOver` blurry, uncertain
/// between.
///
/// @param sharpUpTo at most `blurryOver`
/// @param blurryOver the same for a method without an uncertain band
public record BlurBand(double sharpUpTo, double blurryOver) {
  /// What is said of a score.
  public enum Side {
    SHARP,
    /// For a person to see.
    BETWEEN,
    BLURRY
  }

  public BlurBand {
    if (!(sharpUpTo <= blurryOver)) {
      throw new IllegalArgumentException(
          "sharpUpTo must be <= blurryOver, were " + sharpUpTo + " and " + blurryOver);
    }
  }

  /// No uncertain band: blurry strictly over a threshold.
  public static BlurBand at(double threshold) {
    return new BlurBand(threshold, threshold);
  }

  /// On which side a score lies; one that is NaN is between.
  public Side side(double score) {
    return score > blurryOver ? Side.BLURRY : score <= sharpUpTo ? Side.SHARP : Side.BETWEEN;
  }
}
