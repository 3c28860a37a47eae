package dev.anmok.core.embed;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Unit vectors in one bit a value that lie outside the heap, such as in a mapped file, with likely
/// bounds on every score.
///
/// A row `x` is held by the signs `b` of its rest `r = x - m` from a common centre `m`. With `u = q
/// - m`, `q·x = q·m + m·r + u·r`, and `u·r` is estimated by `(u·b) |r|² / |r|₁`, which is right on
///   average if the signs of what is left over have nothing to do with `u`; it is then off by about
///   `|u| |r| √((1 - ρ²) / ρ² / (d - 1))`, where `ρ = |r|₁ / (√d |r|)`. The bounds lie
///   [#DEVIATIONS] times that apart from the estimate: they hold nearly always and are proven by
///   nothing.
///
/// Source: Gao and Long, "RaBitQ", SIGMOD 2024, without its rotation of the rows.
///
/// Thread-safe, as long as the memory is not closed; probes are for one thread.
public final class BitRows {
  /// Numbers that a row has beside its signs: `|r|² / |r|₁`, `m·r` and the error for `|u| = 1`.
  public static final int FIGURES = 3;

  private static final float DEVIATIONS = 3;

  /// Bits that a value of the query is rounded to.
  private static final int PLANES = 6;

  private static final int LEVELS = (1 << PLANES) - 1;

  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final long FIGURE_BYTES = FIGURES * (long) Float.BYTES;

  private final float[] centre;
  private final int words;
  private final MemorySegment codes;
  private final MemorySegment figures;

  /// @param centre the centre that the rows were encoded with
  /// @param count number of rows
  /// @param codes `count` times [#codeBytes], row by row
  /// @param figures `count * FIGURES` little-endian floats, row by row
  /// @throws IllegalArgumentException if a segment is of another size
  public BitRows(float[] centre, int count, MemorySegment codes, MemorySegment figures) {
    if (codes.byteSize() != (long) count * codeBytes(centre.length)
        || figures.byteSize() != count * FIGURE_BYTES) {
      throw new IllegalArgumentException(
          "%d rows of %d bits do not lie in %d and %d bytes"
              .formatted(count, centre.length, codes.byteSize(), figures.byteSize()));
    }
    this.centre = centre.clone();
    this.words = codeBytes(centre.length) / Long.BYTES;
    this.codes = codes;
    this.figures = figures;
  }

  /// Bytes of the signs of a row: whole words of 64 bits.
  public static int codeBytes(int dimension) {
    return Math.ceilDiv(dimension, Long.SIZE) * Long.BYTES;
  }

  /// Encodes rows around one centre; for one thread.
  public static final class Encoder {
    private final float[] centre;

    /// @param centre for example the mean of a sample of the rows
    public Encoder(float[] centre) {
      this.centre = centre.clone();
    }

    /// Writes the signs and figures of one row.
    ///
    /// @param row as long as the centre
    /// @param code receives [#codeBytes] bytes
    /// @param figures receives [#FIGURES] values
    public void encode(float[] row, byte[] code, float[] figures) {
      Arrays.fill(code, (byte) 0);
      double sum = 0;
      double squares = 0;
      double along = 0;
      for (int i = 0; i < centre.length; i++) {
        double rest = (double) row[i] - centre[i];
        if (rest > 0) {
          code[i >> 3] |= (byte) (1 << (i & 7));
        }
        sum += Math.abs(rest);
        squares += rest * rest;
        along += rest * centre[i];
      }
      double straight = sum > 0 ? sum * sum / (squares * centre.length) : 1; // ρ²
      double left = Math.max(0, (1 - straight) / straight / Math.max(1, centre.length - 1));
      figures[0] = sum > 0 ? (float) (squares / sum) : 0;
      figures[1] = (float) along;
      figures[2] = (float) Math.sqrt(squares * left);
    }
  }

  /// Prepares a query as long as the centre.
  public Probe probe(float[] query) {
    return new Probe(query);
  }

  /// A query made ready for these rows; for one thread.
  public final class Probe {
    /// Bit `p` of the rounded values, all values of a word together.
    private final long[] planes = new long[words * PLANES];

    private final float offset;
    private final float low;
    private final float step;
    private final float sum;
    private final float error;

    private Probe(float[] query) {
      float least = Float.POSITIVE_INFINITY;
      float most = Float.NEGATIVE_INFINITY;
      double sums = 0;
      double squares = 0;
      for (int i = 0; i < centre.length; i++) {
        float value = query[i] - centre[i];
        least = Math.min(least, value);
        most = Math.max(most, value);
        sums += value;
        squares += (double) value * value;
      }
      this.offset = Dot.precise(query, centre);
      this.low = least;
      this.step = most > least ? (most - least) / LEVELS : 1;
      this.sum = (float) sums;
      this.error = DEVIATIONS * (float) Math.sqrt(squares);
      for (int i = 0; i < centre.length; i++) {
        int rounded = Math.clamp(Math.round((query[i] - centre[i] - low) / step), 0, LEVELS);
        for (int p = 0; p < PLANES; p++) {
          planes[(i >> 6) * PLANES + p] |= (long) (rounded >> p & 1) << (i & 63);
        }
      }
    }

    /// Bounds the dot products with some rows.
    ///
    /// @param rows their numbers
    /// @param number how many of them
    /// @param lower receives as many values that the true dot products hardly ever fall below
    /// @param upper receives as many values that they hardly ever exceed
    public void bounds(int[] rows, int number, float[] lower, float[] upper) {
      for (int i = 0; i < number; i++) {
        long at = rows[i] * FIGURE_BYTES;
        float scale = figures.get(FLOAT, at);
        float score = offset + figures.get(FLOAT, at + 4) + scale * signed(rows[i]);
        float bound = error * figures.get(FLOAT, at + 8);
        lower[i] = score - bound;
        upper[i] = score + bound;
      }
    }

    /// `u·b`: the values under set bits less those under others.
    private float signed(int row) {
      long at = (long) row * words * Long.BYTES;
      int set = 0;
      int s0 = 0;
      int s1 = 0;
      int s2 = 0;
      int s3 = 0;
      int s4 = 0;
      int s5 = 0;
      for (int w = 0; w < words; w++) {
        long bits = codes.get(LONG, at + w * (long) Long.BYTES);
        int plane = w * PLANES;
        set += Long.bitCount(bits);
        s0 += Long.bitCount(bits & planes[plane]);
        s1 += Long.bitCount(bits & planes[plane + 1]);
        s2 += Long.bitCount(bits & planes[plane + 2]);
        s3 += Long.bitCount(bits & planes[plane + 3]);
        s4 += Long.bitCount(bits & planes[plane + 4]);
        s5 += Long.bitCount(bits & planes[plane + 5]);
      }
      int levels = s0 + 2 * s1 + 4 * s2 + 8 * s3 + 16 * s4 + 32 * s5;
      return 2 * (low * set + step * levels) - sum;
    }
  }
}
