package dev.anmok.lucene;

/// Sizes at which a [LuceneIndex] changes its ways.
///
/// @param exactLimit up to so many photos in scope `AUTO` compares every photo, and no graph is
///   built for a part of the index; at least 0
/// @param scanBytes memory for compact copies of the vectors, which make exact scans several times
///   faster; what does not fit is scanned where it lies on disk
public record IndexLimits(int exactLimit, long scanBytes) {
  /// Photos up to which an exact scan is the default: some milliseconds, against the seconds of
  /// building a graph that would answer in one and miss some.
  public static final int EXACT_LIMIT = 200_000;

  public static final IndexLimits DEFAULT = new IndexLimits(EXACT_LIMIT, 256L << 20);

  public IndexLimits {
    if (exactLimit < 0) {
      throw new IllegalArgumentException("exactLimit must be >= 0, was " + exactLimit);
    }
    if (scanBytes < 0) {
      throw new IllegalArgumentException("scanBytes must be >= 0, was " + scanBytes);
    }
  }
}
