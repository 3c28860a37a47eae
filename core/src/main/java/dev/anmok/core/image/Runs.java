package dev.anmok.core.image;

/// What [Filter#BOX] takes of a side when it shrinks: for each output position a run of neighbours
/// of one weight. Immutable.
final class Runs {
  private final int inSize;
  private final int[] starts;
  private final int[] counts;
  private final int[] weights;
  private final int maxCount;

  private Runs(int inSize, int[] starts, int[] counts, int[] weights, int maxCount) {
    this.inSize = inSize;
    this.starts = starts;
    this.counts = counts;
    this.weights = weights;
    this.maxCount = maxCount;
  }

  /// The runs of [Weights] without the taps of weight 0.
  ///
  /// @param outSize at most `inSize`
  static Runs of(int inSize, int outSize) {
    var all = Weights.of(inSize, outSize, Filter.BOX);
    var starts = new int[outSize];
    var counts = new int[outSize];
    var weights = new int[outSize];
    int most = 0;
    for (int i = 0; i < outSize; i++) {
      int from = i * all.stride();
      int end = from + all.counts()[i];
      int first = from;
      while (all.values()[first] == 0) {
        first++;
      }
      while (all.values()[end - 1] == 0) {
        end--;
      }
      starts[i] = all.starts()[i] + first - from;
      counts[i] = end - first;
      weights[i] = all.values()[first];
      most = Math.max(most, counts[i]);
    }
    return new Runs(inSize, starts, counts, weights, most);
  }

  int inSize() {
    return inSize;
  }

  int outSize() {
    return starts.length;
  }

  /// Shared: first input position of each run.
  int[] starts() {
    return starts;
  }

  /// Shared: length of each run, at least 1.
  int[] counts() {
    return counts;
  }

  /// Shared: the weight of each run's values, in [Weights#PRECISION] fractional bits.
  int[] weights() {
    return weights;
  }

  int maxCount() {
    return maxCount;
  }
}
