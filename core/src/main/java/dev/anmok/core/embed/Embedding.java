package dev.anmok.core.embed;

import java.util.Arrays;
import java.util.List;

/// A unit-length vector in a [VectorSpace]. The cosine similarity of two embeddings is their dot
/// product, in -1..1.
public final class Embedding {
  private static final double UNIT_TOLERANCE = 1e-3;

  private final VectorSpace space;
  private final float[] values;

  private Embedding(VectorSpace space, float[] values) {
    this.space = space;
    this.values = values;
  }

  /// Scales a copy of `values` to unit length.
  ///
  /// @throws IllegalArgumentException if the length is not the space's dimension, or the vector is
  ///   zero or not finite
  public static Embedding normalize(VectorSpace space, float[] values) {
    checkDimension(space, values);
    double norm = norm(values);
    if (!(norm > 0) || Double.isInfinite(norm)) {
      throw new IllegalArgumentException("a vector of length " + norm + " has no direction");
    }
    var unit = new float[values.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (values[i] / norm);
    }
    return new Embedding(space, unit);
  }

  /// Copies a vector that is already of unit length, such as one read back from storage.
  ///
  /// @throws IllegalArgumentException if its length differs from 1 by more than 0.001
  public static Embedding ofUnit(VectorSpace space, float[] values) {
    checkDimension(space, values);
    double norm = norm(values);
    if (!(Math.abs(norm - 1) <= UNIT_TOLERANCE)) {
      throw new IllegalArgumentException("expected a unit vector, its length was " + norm);
    }
    return new Embedding(space, values.clone());
  }

  /// The direction of this one and a multiple of another together.
  ///
  /// @param weight of the other, finite
  /// @throws IllegalArgumentException if they live in different spaces or cancel each other out
  public Embedding plus(double weight, Embedding other) {
    requireSame(space, other.space);
    var sum = new float[values.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (float) (values[i] + weight * other.values[i]);
    }
    return normalize(space, sum);
  }

  /// The normalised mean direction of some embeddings of one space.
  ///
  /// @throws IllegalArgumentException if there are none, they live in different spaces, or they
  ///   cancel each other out
  public static Embedding meanOf(List<Embedding> embeddings) {
    if (embeddings.isEmpty()) {
      throw new IllegalArgumentException("the mean of no embeddings has no direction");
    }
    var space = embeddings.getFirst().space;
    var sum = new float[space.dimension()];
    for (var embedding : embeddings) {
      requireSame(space, embedding.space);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += embedding.values[i];
      }
    }
    return normalize(space, sum);
  }

  public VectorSpace space() {
    return space;
  }

  /// The same vector, said to belong to a space that differs in the background alone. Only what
  /// makes the vectors of that space may say so.
  Embedding in(VectorSpace other) {
    requireSame(space.on(other.background()), other);
    return new Embedding(other, values);
  }

  /// The direction of `weight * this + (1 - weight) * other`, in a space that differs in the
  /// background alone.
  ///
  /// @throws IllegalArgumentException if the two live in different spaces or cancel each other out
  Embedding mixed(Embedding other, double weight, VectorSpace target) {
    requireSame(space, other.space);
    requireSame(space.on(target.background()), target);
    var sum = new float[values.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (float) (weight * values[i] + (1 - weight) * other.values[i]);
    }
    return normalize(target, sum);
  }

  /// Cosine similarity, -1..1.
  ///
  /// @throws IllegalArgumentException if the two live in different spaces
  public float cosine(Embedding other) {
    requireSame(space, other.space);
    return Dot.of(values, other.values);
  }

  /// The dot product with some weights, in double precision and in one fixed order: the same bits
  /// on every machine.
  ///
  /// @throws IllegalArgumentException if there are more or fewer weights than dimensions
  public double dot(double[] weights) {
    if (weights.length != values.length) {
      throw new IllegalArgumentException(
          space.id() + " has " + values.length + " dimensions, the weights " + weights.length);
    }
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 3 < weights.length; i += 4) {
      s0 += values[i] * weights[i];
      s1 += values[i + 1] * weights[i + 1];
      s2 += values[i + 2] * weights[i + 2];
      s3 += values[i + 3] * weights[i + 3];
    }
    for (; i < weights.length; i++) {
      s0 += values[i] * weights[i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /// A copy of the vector.
  public float[] toArray() {
    return values.clone();
  }

  /// Copies the vector into a block of vectors, starting at `offset`.
  public void copyTo(float[] block, int offset) {
    System.arraycopy(values, 0, block, offset, values.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Embedding that
        && space.equals(that.space)
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "Embedding[" + space.id() + "]";
  }

  private static void requireSame(VectorSpace a, VectorSpace b) {
    if (!a.equals(b)) {
      throw new IllegalArgumentException("cannot compare vectors of " + a.id() + " and " + b.id());
    }
  }

  private static void checkDimension(VectorSpace space, float[] values) {
    if (values.length != space.dimension()) {
      throw new IllegalArgumentException(
          space.id() + " has " + space.dimension() + " dimensions, the vector " + values.length);
    }
  }

  private static double norm(float[] values) {
    double sum = 0;
    for (float v : values) {
      sum += (double) v * v;
    }
    return Math.sqrt(sum);
  }
}
