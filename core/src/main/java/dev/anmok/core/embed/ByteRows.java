package dev.anmok.core.embed;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Unit vectors in one byte a value that lie outside the heap, such as in a mapped file, with a
/// proven bound on every score's error. They are met one by one or in runs.
///
/// A row `x` is held as `x = m + s c + e`: a common centre `m`, a scale `s`, whole numbers `c` in
/// -127..127 and what rounding left over, `e`. A query is split alike, `q = m + t g + f`. Then `q·x
/// = q·m + (x - m)·m + s t (g·c) + f·(s c) + (q - m)·e`, and by Cauchy-Schwarz the last two terms
/// are together at most `|f| |s c| + |q - m| |e|`. Whatever the centre, the bound holds; near the
/// rows' mean it is small.
///
/// Thread-safe, as long as the memory is not closed; probes are for one thread.
public final class ByteRows {
  /// Numbers that a row has beside its codes: `s`, `(x - m)·m`, `|s c|` and `|e|`.
  public static final int FIGURES = 4;

  /// Covers the rounding of the few float operations on a score.
  private static final float SLACK = 1e-5f;

  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final long FIGURE_BYTES = FIGURES * (long) Float.BYTES;

  private final float[] centre;
  private final int count;
  private final MemorySegment codes;
  private final MemorySegment figures;

  /// @param centre the centre that the rows were encoded with
  /// @param count number of rows
  /// @param codes `count * centre.length` bytes, row by row
  /// @param figures `count * FIGURES` little-endian floats, row by row
  /// @throws IllegalArgumentException if a segment is of another size
  public ByteRows(float[] centre, int count, MemorySegment codes, MemorySegment figures) {
    if (codes.byteSize() != (long) count * centre.length
        || figures.byteSize() != count * FIGURE_BYTES) {
      throw new IllegalArgumentException(
          "%d rows of %d do not lie in %d and %d bytes"
              .formatted(count, centre.length, codes.byteSize(), figures.byteSize()));
    }
    this.centre = centre.clone();
    this.count = count;
    this.codes = codes;
    this.figures = figures;
  }

  /// Encodes rows around one centre; for one thread.
  public static final class Encoder {
    private final float[] centre;
    private final float[] rest;

    /// @param centre for example the mean of a sample of the rows
    public Encoder(float[] centre) {
      this.centre = centre.clone();
      this.rest = new float[centre.length];
    }

    /// Writes the codes and figures of one row.
    ///
    /// @param row as long as the centre
    /// @param code receives as many bytes
    /// @param figures receives [#FIGURES] values
    public void encode(float[] row, byte[] code, float[] figures) {
      subtract(row, centre, rest);
      var rounded = CompactRows.round(rest, code, 0);
      figures[0] = rounded.scale();
      figures[1] = Dot.precise(rest, centre);
      figures[2] = rounded.length();
      figures[3] = rounded.error();
    }
  }

  /// Number of rows.
  public int count() {
    return count;
  }

  /// Prepares a query as long as the centre.
  public Probe probe(float[] query) {
    return new Probe(query);
  }

  /// A query made ready for these rows; for one thread.
  public final class Probe {
    private final byte[] code = new byte[centre.length];
    private final float offset;
    private final float scale;
    private final float restLength;
    private final float error;
    private int[] sums = new int[0];
    private float[] held = new float[0];

    private Probe(float[] query) {
      var rest = new float[centre.length];
      subtract(query, centre, rest);
      var rounded = CompactRows.round(rest, code, 0);
      offset = Dot.precise(query, centre);
      scale = rounded.scale();
      restLength = (float) Math.sqrt(Dot.precise(rest, rest));
      error = rounded.error();
    }

    /// Dot products with all rows, without what rounding left over.
    ///
    /// @param scores receives as many values as there are rows
    public void scores(float[] scores) {
      read(0, count);
      for (int i = 0; i < count; i++) {
        scores[i] = score(i);
      }
    }

    /// Bounds the dot products with some rows.
    ///
    /// @param rows their numbers
    /// @param number how many of them
    /// @param lower receives as many values that the true dot products reach at least
    /// @param upper receives as many values that they do not exceed
    public void bounds(int[] rows, int number, float[] lower, float[] upper) {
      reserve(number);
      Dot.bytes(code, codes, rows, number, sums);
      for (int i = 0; i < number; i++) {
        MemorySegment.copy(figures, FLOAT, rows[i] * FIGURE_BYTES, held, i * FIGURES, FIGURES);
      }
      bound(number, lower, upper);
    }

    /// Bounds the dot products with the rows `from` to `to` (exclusive).
    public void bounds(int from, int to, float[] lower, float[] upper) {
      read(from, to);
      bound(to - from, lower, upper);
    }

    private void read(int from, int to) {
      reserve(to - from);
      Dot.bytes(code, codes, from, to, sums);
      MemorySegment.copy(figures, FLOAT, from * FIGURE_BYTES, held, 0, (to - from) * FIGURES);
    }

    private void reserve(int number) {
      if (sums.length < number) {
        sums = new int[number];
        held = new float[number * FIGURES];
      }
    }

    private void bound(int number, float[] lower, float[] upper) {
      for (int i = 0; i < number; i++) {
        float score = score(i);
        float bound = error * held[i * FIGURES + 2] + restLength * held[i * FIGURES + 3] + SLACK;
        lower[i] = score - bound;
        upper[i] = score + bound;
      }
    }

    private float score(int i) {
      return offset + held[i * FIGURES + 1] + held[i * FIGURES] * scale * sums[i];
    }
  }

  private static void subtract(float[] a, float[] b, float[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] = a[i] - b[i];
    }
  }
}
