package dev.anmok.core.cluster;

/// Cosine similarity in double precision and one fixed order of additions: the same bits on every
/// machine, and 1 within rounding for vectors whose length is not exactly 1.
public final class ExactCosine {
  private final VectorRows rows;
  private final float[] a;
  private final float[] b;

  /// Of rows that are read one by one; for one thread.
  public ExactCosine(VectorRows rows) {
    this.rows = rows;
    this.a = new float[rows.dimension()];
    this.b = new float[rows.dimension()];
  }

  /// The cosine similarity of two rows, -1..1.
  public double of(int rowA, int rowB) {
    rows.copy(rowA, rowA + 1, a);
    rows.copy(rowB, rowB + 1, b);
    return of(a, 0, b, 0, a.length);
  }

  /// The cosine similarity of `length` values of two blocks, -1..1.
  public static double of(float[] a, int aOffset, float[] b, int bOffset, int length) {
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < length; i++) {
      double x = a[aOffset + i];
      double y = b[bOffset + i];
      xy += x * y;
      xx += x * x;
      yy += y * y;
    }
    return xy / (Math.sqrt(xx) * Math.sqrt(yy));
  }
}
