package dev.anmok.core.curate;

/// How many of a sample a rule calls low.
///
/// @param low photos of low quality
/// @param photos all photos
public record LowQualityShare(long low, long photos) {
  /// Fewer photos than this say nothing of a rule.
  public static final int LEAST_SAMPLE = 20;

  /// Whether more than half of a sample is rejected: then the rule rather than the photos is at
  /// fault.
  public boolean suspicious() {
    return photos >= LEAST_SAMPLE && 2 * low > photos;
  }
}
