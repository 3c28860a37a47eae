package dev.anmok.core.score;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import java.util.Arrays;

/// A learned linear head: `score = w·x + b` on unit embeddings of one space, about 1..10. Computed
/// in double precision and in one fixed order, so that equal photos have equal scores on every
/// machine.
public final class LinearHead implements HighlightScorer {
  private final VectorSpace space;
  private final double[] weights;
  private final double bias;

  private LinearHead(VectorSpace space, double[] weights, double bias) {
    this.space = space;
    this.weights = weights;
    this.bias = bias;
  }

  /// Copies the weights.
  ///
  /// @throws IllegalArgumentException if there are more or fewer than the space has dimensions, or
  ///   one of them or the bias is not finite
  public static LinearHead of(VectorSpace space, double[] weights, double bias) {
    if (weights.length != space.dimension()) {
      throw new IllegalArgumentException(
          space.id() + " has " + space.dimension() + " dimensions, the head " + weights.length);
    }
    if (!Double.isFinite(bias) || !Arrays.stream(weights).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("a head's weights and its bias must be finite");
    }
    return new LinearHead(space, weights.clone(), bias);
  }

  public VectorSpace space() {
    return space;
  }

  /// A copy of the weights.
  public double[] weights() {
    return weights.clone();
  }

  public double bias() {
    return bias;
  }

  @Override
  public double raw(Embedding photo) {
    if (!photo.space().equals(space)) {
      throw new IllegalArgumentException(
          "a head of " + space.id() + " cannot score vectors of " + photo.space().id());
    }
    return bias + photo.dot(weights);
  }
}
