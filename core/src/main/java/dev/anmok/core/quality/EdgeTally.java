package dev.anmok.core.quality;

/// Counts strong edges by their width; see [EdgeWidths].
final class EdgeTally {
  /// A lower edge is not strong.
  static final int STRONG = 24;

  private static final int PER_PIXEL = 4;
  private static final int WIDEST = (int) BlurMeasure.NO_EDGES;

  private final int[] histogram = new int[WIDEST * PER_PIXEL + 1];
  private int count;
  private double widths;

  /// Takes a run if it is high enough.
  void add(int height, int steepest) {
    if (height >= STRONG) {
      double width = Math.min(WIDEST, (double) height / steepest);
      widths += width;
      count++;
      histogram[(int) (PER_PIXEL * width)]++;
    }
  }

  int count() {
    return count;
  }

  /// The mean width, or [BlurMeasure#NO_EDGES].
  double mean() {
    return count == 0 ? WIDEST : widths / count;
  }

  /// The width that a tenth of the edges of both do not exceed, or [BlurMeasure#NO_EDGES].
  double sharpestTenth(EdgeTally other) {
    int needed = Math.ceilDiv(count + other.count, 10);
    int seen = 0;
    for (int i = 0; i < histogram.length && needed > 0; i++) {
      seen += histogram[i] + other.histogram[i];
      if (seen >= needed) {
        return (double) i / PER_PIXEL;
      }
    }
    return WIDEST;
  }
}
