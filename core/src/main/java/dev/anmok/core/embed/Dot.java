package dev.anmok.core.embed;

import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// Dot products of float vectors, with the Vector API where the JVM was started with `--add-modules
/// jdk.incubator.vector` and with plain loops elsewhere. The two agree within float rounding (the
/// order of additions differs, as it does between machines with vectors of other widths). On one
/// machine the same product always has the same bits from [#of], and the same from [#manyToMany]
/// wherever its rows stand.
public final class Dot {
  private static final DotKernel KERNEL = DotKernel.fastest();

  private Dot() {}

  /// The dot product of two vectors of one length.
  public static float of(float[] a, float[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException("lengths differ: " + a.length + " and " + b.length);
    }
    return KERNEL.dot(a, 0, b, 0, a.length);
  }

  /// The dot product of `length` values of `a` and `b` from these offsets on.
  public static float of(float[] a, int aOffset, float[] b, int bOffset, int length) {
    Objects.checkFromIndexSize(aOffset, length, a.length);
    Objects.checkFromIndexSize(bOffset, length, b.length);
    return KERNEL.dot(a, aOffset, b, bOffset, length);
  }

  /// The dot product added up in double precision and in one fixed order: the same bits on every
  /// machine and for every two equal pairs, which [#of] does not promise. Slower; for the last
  /// ranking of a few candidates.
  public static float precise(float[] a, float[] b) {
    if (a.length != b.length) {
      throw new IllegalArgumentException("lengths differ: " + a.length + " and " + b.length);
    }
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      s0 += (double) a[i] * b[i];
      s1 += (double) a[i + 1] * b[i + 1];
      s2 += (double) a[i + 2] * b[i + 2];
      s3 += (double) a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      s0 += (double) a[i] * b[i];
    }
    return (float) ((s0 + s1) + (s2 + s3));
  }

  /// Integer dot products of one row of bytes with many; bounds are checked by the caller.
  static void bytes(byte[] query, byte[] rows, int from, int to, int[] out) {
    KERNEL.bytes(query, rows, from, to, out);
  }

  /// The same with single rows of a block in a memory segment.
  static void bytes(byte[] query, MemorySegment block, int[] which, int count, int[] out) {
    KERNEL.bytes(query, block, which, count, out);
  }

  /// The same with the rows `from` to `to` (exclusive) of a block in a memory segment.
  static void bytes(byte[] query, MemorySegment block, int from, int to, int[] out) {
    KERNEL.bytes(query, block, from, to, out);
  }

  /// Dot products of every row of `left` with every row of `right`.
  ///
  /// @param left row-major block, `leftRows * dimension` values
  /// @param right row-major block, `rightRows * dimension` values
  /// @param out receives `leftRows * rightRows` values, row-major by left row
  public static void manyToMany(
      float[] left, int leftRows, float[] right, int rightRows, int dimension, float[] out) {
    if (left.length < (long) leftRows * dimension
        || right.length < (long) rightRows * dimension
        || out.length < (long) leftRows * rightRows) {
      throw new IllegalArgumentException(
          "blocks too short for " + leftRows + " x " + rightRows + " of dimension " + dimension);
    }
    KERNEL.manyToMany(left, leftRows, right, rightRows, dimension, out);
  }

  static DotKernel fastest() {
    return KERNEL;
  }

  /// Name of the kernel in use: `vector` or `scalar`.
  public static String kernel() {
    return KERNEL.name();
  }
}
