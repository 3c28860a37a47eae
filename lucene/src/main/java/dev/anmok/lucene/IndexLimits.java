package dev.anmok.lucene;

/// Sizes at which a [LuceneIndex] changes its ways.
///
/// @param exactLimit up to so many photos `AUTO` compares every photo, and none are clustered; at
///   least 0
/// @param scanBytes memory for compact copies of the vectors, which make exact scans several times
///   faster; what does not fit is scanned where it lies on disk
/// @param floatBytes clusters of vectors whose floats take no more hold [VectorFormat#FLOAT32]
/// @param codeBytes clusters of more, up to so many values, hold [VectorFormat#INT8], and beyond
///   [VectorFormat#ONE_BIT]
public record IndexLimits(int exactLimit, long scanBytes, long floatBytes, long codeBytes) {
  /// Photos up to which an exact scan is the default: some milliseconds, against one for a search
  /// through clusters that misses some.
  public static final int EXACT_LIMIT = 200_000;

  /// Values up to which clusters hold a byte for each: four million photos of 512.
  public static final long CODE_BYTES = 2L << 30;

  public static final IndexLimits DEFAULT = new IndexLimits(EXACT_LIMIT, 256L << 20);

  public IndexLimits {
    check("exactLimit", exactLimit);
    check("scanBytes", scanBytes);
    check("floatBytes", floatBytes);
    check("codeBytes", codeBytes);
  }

  /// With the usual choice of vector formats.
  public IndexLimits(int exactLimit, long scanBytes) {
    this(exactLimit, scanBytes, 0, CODE_BYTES);
  }

  /// The same limits with clusters of one format at every size.
  public IndexLimits with(VectorFormat format) {
    return switch (format) {
      case FLOAT32 -> new IndexLimits(exactLimit, scanBytes, Long.MAX_VALUE, Long.MAX_VALUE);
      case INT8 -> new IndexLimits(exactLimit, scanBytes, 0, Long.MAX_VALUE);
      case ONE_BIT -> new IndexLimits(exactLimit, scanBytes, 0, 0);
    };
  }

  /// The format of clusters of some size.
  public VectorFormat format(long photos, int dimension) {
    if (photos * dimension * Float.BYTES <= floatBytes) {
      return VectorFormat.FLOAT32;
    }
    return photos * dimension <= codeBytes ? VectorFormat.INT8 : VectorFormat.ONE_BIT;
  }

  /// Photos in no cluster that are let be beside others: they are compared one by one.
  int tail() {
    return exactLimit / 10;
  }

  private static void check(String name, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " must be >= 0, was " + value);
    }
  }
}
