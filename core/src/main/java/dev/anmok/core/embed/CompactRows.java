package dev.anmok.core.embed;

/// Unit vectors in one byte a value, with a proven bound on every score's error: a scan over them
/// reads a quarter of the memory and rules out all but a few rows, whose true vectors are then
/// compared, so that the final ranking is exact.
///
/// A row `x` is held as `x = m + s c + e`: a common centre `m`, a scale `s`, whole numbers `c` in
/// -127..127 and what rounding left over, `e`. A query is split the same way around zero, `q = t g
/// + f`. Then `q·x = q·m + s t (g·c) + f·(s c) + q·e`, and by Cauchy-Schwarz the last two terms are
///   together at most `|f| |s c| + |q| |e|`. Whatever the centre, the bound holds; a centre near
///   the rows' mean makes it small.
///
/// Rows are set by one thread; after that any number of threads may probe.
public final class CompactRows {
  private static final int LEVELS = 127;

  /// Covers the rounding of the few float operations on a score.
  private static final float SLACK = 1e-5f;

  private final float[] centre;
  private final byte[] codes;
  private final float[] scales;
  private final float[] lengths;
  private final float[] errors;

  /// @param centre subtracted from every row, for example the mean of a sample of them
  /// @param rows number of rows; `rows * centre.length` must fit an array
  public CompactRows(float[] centre, int rows) {
    this.centre = centre.clone();
    this.codes = new byte[Math.multiplyExact(rows, centre.length)];
    this.scales = new float[rows];
    this.lengths = new float[rows];
    this.errors = new float[rows];
  }

  /// Bytes that so many rows take.
  public static long bytes(int rows, int dimension) {
    return rows * (dimension + 12L);
  }

  /// Bytes that these rows take.
  public long bytes() {
    return bytes(scales.length, centre.length);
  }

  /// Stores a row.
  ///
  /// @param vector as long as the centre
  public void set(int row, float[] vector) {
    var rest = new float[centre.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = vector[i] - centre[i];
    }
    var rounded = round(rest, codes, row * centre.length);
    scales[row] = rounded.scale();
    lengths[row] = rounded.length();
    errors[row] = rounded.error();
  }

  /// Prepares a query as long as the centre.
  public Probe probe(float[] query) {
    return new Probe(query);
  }

  /// A query made ready for [CompactRows]; for one thread.
  public final class Probe {
    private final byte[] code = new byte[centre.length];
    private final float offset;
    private final float norm;
    private final Rounded rounded;
    private int[] sums = new int[0];

    private Probe(float[] query) {
      this.offset = Dot.precise(query, centre);
      this.norm = (float) Math.sqrt(Dot.precise(query, query));
      this.rounded = round(query, code, 0);
    }

    /// Bounds the dot products of the query with the rows `from` to `to` (exclusive).
    ///
    /// @param lower receives `to - from` values that the true dot products reach at least
    /// @param upper receives as many values that they do not exceed
    public void bounds(int from, int to, float[] lower, float[] upper) {
      if (sums.length < to - from) {
        sums = new int[to - from];
      }
      Dot.bytes(code, codes, from, to, sums);
      for (int i = 0; i < to - from; i++) {
        int row = from + i;
        float score = offset + scales[row] * rounded.scale() * sums[i];
        float error = rounded.error() * lengths[row] + norm * errors[row] + SLACK;
        lower[i] = score - error;
        upper[i] = score + error;
      }
    }
  }

  /// @param scale factor of the whole numbers
  /// @param length Euclidean length of what they stand for
  /// @param error Euclidean length of what they leave out
  record Rounded(float scale, float length, float error) {}

  /// Writes values as whole numbers in -127..127.
  static Rounded round(float[] values, byte[] into, int at) {
    float largest = 0;
    for (float v : values) {
      largest = Math.max(largest, Math.abs(v));
    }
    float scale = largest / LEVELS;
    double length = 0;
    double error = 0;
    for (int i = 0; i < values.length && scale > 0; i++) {
      int code = Math.clamp(Math.round(values[i] / scale), -LEVELS, LEVELS);
      into[at + i] = (byte) code;
      double held = (double) scale * code;
      length += held * held;
      error += (values[i] - held) * (values[i] - held);
    }
    return new Rounded(scale, (float) Math.sqrt(length), (float) Math.sqrt(error));
  }
}
