package dev.anmok.core.embed;

import java.lang.foreign.Arena;
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

  private static final long LINE = 64;

  private final float[] centre;
  private final float centreSquared;
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
    this.centreSquared = Dot.precise(centre, centre);
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

  /// A copy of some rows that lies together, in memory that is freed with it.
  ///
  /// @param rows their numbers, in the order of the copy
  public ByteRows copy(int[] rows) {
    var arena = Arena.ofAuto();
    var copied = arena.allocate((long) rows.length * centre.length, LINE);
    var described = arena.allocate(rows.length * FIGURE_BYTES, LINE);
    for (int i = 0; i < rows.length; i++) {
      long row = rows[i];
      MemorySegment.copy(
          codes, row * centre.length, copied, (long) i * centre.length, centre.length);
      MemorySegment.copy(figures, row * FIGURE_BYTES, described, i * FIGURE_BYTES, FIGURE_BYTES);
    }
    return new ByteRows(centre, rows.length, copied, described);
  }

  /// Number of rows.
  public int count() {
    return count;
  }

  /// Prepares a query as long as the centre.
  public Probe probe(float[] query) {
    var probe = new Probe();
    probe.aim(query);
    return probe;
  }

  /// Prepares a probe that is aimed at a row before it is used.
  public Probe probe() {
    return new Probe();
  }

  /// A query made ready for these rows; for one thread.
  public final class Probe {
    private final byte[] code = new byte[centre.length];
    private float offset;
    private float scale;
    private float restLength;
    private float error;
    private int[] sums = new int[0];
    private int[] run = new int[0];

    private Probe() {}

    /// Takes a row as the query, as exactly as it is held.
    public void aim(int row) {
      MemorySegment.copy(
          codes, ValueLayout.JAVA_BYTE, (long) row * code.length, code, 0, code.length);
      offset = centreSquared + figure(row, 1);
      scale = figure(row, 0);
      restLength = figure(row, 2) + figure(row, 3);
      error = figure(row, 3);
    }

    private void aim(float[] query) {
      var rest = new float[centre.length];
      subtract(query, centre, rest);
      var rounded = CompactRows.round(rest, code, 0);
      offset = Dot.precise(query, centre);
      scale = rounded.scale();
      restLength = (float) Math.sqrt(Dot.precise(rest, rest));
      error = rounded.error();
    }

    /// Dot products with some rows, without what rounding left over.
    ///
    /// @param rows their numbers
    /// @param number how many of them
    /// @param scores receives as many values
    public void scores(int[] rows, int number, float[] scores) {
      sum(rows, number);
      for (int i = 0; i < number; i++) {
        scores[i] = score(rows[i], sums[i]);
      }
    }

    /// Bounds the dot products with some rows.
    ///
    /// @param rows their numbers
    /// @param number how many of them
    /// @param lower receives as many values that the true dot products reach at least
    /// @param upper receives as many values that they do not exceed
    public void bounds(int[] rows, int number, float[] lower, float[] upper) {
      sum(rows, number);
      for (int i = 0; i < number; i++) {
        float score = score(rows[i], sums[i]);
        float bound = error * figure(rows[i], 2) + restLength * figure(rows[i], 3) + SLACK;
        lower[i] = score - bound;
        upper[i] = score + bound;
      }
    }

    /// Bounds the dot products with the rows `from` to `to` (exclusive).
    public void bounds(int from, int to, float[] lower, float[] upper) {
      if (run.length < to - from) {
        run = new int[to - from];
      }
      for (int i = 0; i < to - from; i++) {
        run[i] = from + i;
      }
      bounds(run, to - from, lower, upper);
    }

    private void sum(int[] rows, int number) {
      if (sums.length < number) {
        sums = new int[number];
      }
      Dot.bytes(code, codes, rows, number, sums);
    }

    private float score(int row, int sum) {
      return offset + figure(row, 1) + figure(row, 0) * scale * sum;
    }
  }

  private float figure(int row, int which) {
    return figures.get(FLOAT, row * FIGURE_BYTES + which * (long) Float.BYTES);
  }

  private static void subtract(float[] a, float[] b, float[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] = a[i] - b[i];
    }
  }
}
