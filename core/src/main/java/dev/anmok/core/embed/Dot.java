package dev.anmok.core.embed;

/// Dot products of float vectors, with the Vector API where the JVM was started with `--add-modules
/// jdk.incubator.vector` and with plain loops elsewhere. The two agree within float rounding (the
/// order of additions differs).
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

  /// Name of the kernel in use: `vector` or `scalar`.
  public static String kernel() {
    return KERNEL.name();
  }
}
