package dev.anmok.core.image;

/// The fixed-point filter weights that lead from one side of a picture to another: for each output
/// position the first input position and the weights from there on. Immutable.
///
/// Weights are computed in double precision, normalised to sum 1, then rounded half away from zero
/// to [#PRECISION] fractional bits. Rows of weights are padded with zeros to a common stride, so
/// that a kernel may read a little past the taps.
final class Weights {
  /// 32 bits less 8 for the value and 2 for overshoot of filters with negative lobes.
  static final int PRECISION = 22;

  /// One half in fixed point, added before the shift so that it rounds.
  static final int HALF = 1 << (PRECISION - 1);

  /// Strides are multiples of this, and the array goes on for as many zeros past the last row.
  static final int PADDING = 20;

  /// So many inputs may be read from each start, where the input has as many.
  static final int WINDOW = 4;

  private final int inSize;
  private final boolean identity;
  private final int stride;
  private final int[] starts;
  private final int[] counts;
  private final int[] values;

  private Weights(
      int inSize, boolean identity, int stride, int[] starts, int[] counts, int[] values) {
    this.inSize = inSize;
    this.identity = identity;
    this.stride = stride;
    this.starts = starts;
    this.counts = counts;
    this.values = values;
  }

  static Weights of(int inSize, int outSize, Filter filter) {
    return part(inSize, outSize, filter, 0, outSize);
  }

  /// The weights for the output positions `from .. from + length - 1` alone; the whole output may
  /// be far too long to compute when a thread of a picture is blown up to be cropped.
  static Weights part(int inSize, int outSize, Filter filter, int from, int length) {
    double scale = (double) inSize / outSize;
    double stretch = Math.max(1, scale);
    double support = filter.support() * stretch;
    int maxTaps = Math.min(inSize, (int) Math.ceil(support) * 2 + 1);
    int stride = Math.ceilDiv(maxTaps + WINDOW, PADDING) * PADDING;
    var starts = new int[length];
    var counts = new int[length];
    var values = new int[Math.addExact(Math.multiplyExact(length, stride), PADDING)];
    var exact = new double[maxTaps];
    for (int i = 0; i < length; i++) {
      double centre = (from + i + 0.5) * scale;
      int first = Math.max(0, (int) (centre - support + 0.5));
      int count = Math.min(inSize, (int) (centre + support + 0.5)) - first;
      double sum = 0;
      for (int k = 0; k < count; k++) {
        exact[k] = filter.weight((k + first - centre + 0.5) * (1 / stretch));
        sum += exact[k];
      }
      starts[i] = Math.min(first, Math.max(0, inSize - WINDOW));
      int shift = first - starts[i];
      counts[i] = shift + count;
      for (int k = 0; k < count; k++) {
        values[i * stride + shift + k] = fixed(sum == 0 ? exact[k] : exact[k] / sum);
      }
    }
    boolean identity = inSize == outSize && length == outSize;
    return new Weights(inSize, identity, stride, starts, counts, values);
  }

  private static int fixed(double weight) {
    return (int) (weight * (1 << PRECISION) + (weight < 0 ? -0.5 : 0.5));
  }

  /// Whether all of a side is asked for at its own length, so that the pass changes nothing.
  boolean identity() {
    return identity;
  }

  int inSize() {
    return inSize;
  }

  int outSize() {
    return starts.length;
  }

  int stride() {
    return stride;
  }

  /// Shared: first input position of each output position.
  int[] starts() {
    return starts;
  }

  /// Shared: number of taps of each output position.
  int[] counts() {
    return counts;
  }

  /// Shared: `outSize * stride + PADDING` weights.
  int[] values() {
    return values;
  }

  /// First input position that any output needs.
  int first() {
    return starts[0];
  }

  /// First input position of the last output; none starts later.
  int lastStart() {
    return starts[starts.length - 1];
  }

  /// The greatest number of taps of any output.
  int maxCount() {
    int max = 0;
    for (int count : counts) {
      max = Math.max(max, count);
    }
    return max;
  }

  /// One past the last input position that any output needs.
  int end() {
    int last = starts.length - 1;
    return starts[last] + counts[last];
  }
}
