package dev.anmok.app.report;

import java.util.Arrays;

/// Counts of values in bins of one round width. Bin `i` holds `edge(i) <= value < edge(i + 1)`; the
/// last one also holds its upper edge. Zero is always an edge where it is inside.
final class Bins {
  private final Step step;
  private final long first;
  private final long[] counts;

  private Bins(Step step, long first, int size) {
    this.step = step;
    this.first = first;
    this.counts = new long[size];
  }

  /// Bins that cover `range`, `most + 1` of them at most.
  static Bins covering(Range range, int most) {
    var step = Step.crossing(range.span(), most);
    long first = step.below(range.min());
    int size = (int) Math.max(1, step.above(range.max()) - first);
    return new Bins(step, first, size);
  }

  /// Counts a value; one that is not finite or lies outside is ignored.
  void add(double value) {
    add(value, 1);
  }

  void add(double value, long times) {
    if (Double.isFinite(value) && value >= edge(0) && value <= edge(counts.length)) {
      int bin = (int) (step.below(value) - first);
      counts[Math.min(bin, counts.length - 1)] += times;
    }
  }

  int size() {
    return counts.length;
  }

  long count(int bin) {
    return counts[bin];
  }

  double edge(int bin) {
    return step.times(first + bin);
  }

  double width() {
    return step.times(1);
  }

  Range range() {
    return new Range(edge(0), edge(counts.length));
  }

  long highest() {
    return Arrays.stream(counts).max().orElse(0);
  }

  long total() {
    return Arrays.stream(counts).sum();
  }
}
