package dev.anmok.core.embed;

/// Plain loops with four running sums, which shortens the chain of additions.
final class ScalarDotKernel implements DotKernel {
  @Override
  public String name() {
    return "scalar";
  }

  @Override
  public float dot(float[] a, int aOffset, float[] b, int bOffset, int length) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      s0 += a[aOffset + i] * b[bOffset + i];
      s1 += a[aOffset + i + 1] * b[bOffset + i + 1];
      s2 += a[aOffset + i + 2] * b[bOffset + i + 2];
      s3 += a[aOffset + i + 3] * b[bOffset + i + 3];
    }
    for (; i < length; i++) {
      s0 += a[aOffset + i] * b[bOffset + i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  @Override
  public void manyToMany(
      float[] left, int leftRows, float[] right, int rightRows, int dimension, float[] out) {
    for (int l = 0; l < leftRows; l++) {
      for (int r = 0; r < rightRows; r++) {
        out[l * rightRows + r] = dot(left, l * dimension, right, r * dimension, dimension);
      }
    }
  }

  @Override
  public void bytes(byte[] query, byte[] rows, int from, int to, int[] out) {
    for (int r = from; r < to; r++) {
      int row = r * query.length;
      int sum = 0;
      for (int i = 0; i < query.length; i++) {
        sum += query[i] * rows[row + i];
      }
      out[r - from] = sum;
    }
  }
}
