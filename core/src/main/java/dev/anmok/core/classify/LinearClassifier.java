package dev.anmok.core.classify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.anmok.core.embed.VectorSpace;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A learned classifier on unit embeddings of one space: softmax of `W·x + b` at a temperature.
/// Computed in double precision and in one fixed order, so that equal photos have equal
/// probabilities on every machine.
public final class LinearClassifier implements Classifier {
  private final String name;
  private final VectorSpace space;
  private final List<String> labels;
  private final double[][] weights;
  private final double[] biases;
  private final Temperature temperature;
  private final String sha256;

  private LinearClassifier(
      String name,
      VectorSpace space,
      List<String> labels,
      double[][] weights,
      double[] biases,
      Temperature temperature) {
    this.name = name;
    this.space = space;
    this.labels = labels;
    this.weights = weights;
    this.biases = biases;
    this.temperature = temperature;
    this.sha256 = digest();
  }

  /// Copies the numbers.
  ///
  /// @param name how users call it
  /// @param labels at least two, all different
  /// @param weights a row of the space's dimension for each label
  /// @param biases one a label
  /// @throws IllegalArgumentException if a count does not fit, or a number is not finite
  public static LinearClassifier of(
      String name,
      VectorSpace space,
      List<String> labels,
      double[][] weights,
      double[] biases,
      Temperature temperature) {
    if (labels.size() < 2 || labels.stream().distinct().count() < labels.size()) {
      throw new IllegalArgumentException(
          "a classifier needs at least two different labels, had " + labels);
    }
    if (weights.length != labels.size() || biases.length != labels.size()) {
      throw new IllegalArgumentException(
          labels.size()
              + " labels need as many rows of weights and biases, found "
              + weights.length
              + " and "
              + biases.length);
    }
    var copy = new double[weights.length][];
    for (int i = 0; i < weights.length; i++) {
      if (weights[i].length != space.dimension()) {
        throw new IllegalArgumentException(
            space.id() + " has " + space.dimension() + " dimensions, a row " + weights[i].length);
      }
      if (!Arrays.stream(weights[i]).allMatch(Double::isFinite) || !Double.isFinite(biases[i])) {
        throw new IllegalArgumentException("a classifier's numbers must be finite");
      }
      copy[i] = weights[i].clone();
    }
    return new LinearClassifier(
        name, space, List.copyOf(labels), copy, biases.clone(), temperature);
  }

  /// The same at another temperature.
  public LinearClassifier at(Temperature other) {
    return new LinearClassifier(name, space, labels, weights, biases, other);
  }

  @Override
  public String id() {
    return name + "-" + sha256.substring(0, 12);
  }

  public String name() {
    return name;
  }

  @Override
  public List<String> labels() {
    return labels;
  }

  @Override
  public boolean seesPixels() {
    return false;
  }

  @Override
  public Optional<VectorSpace> space() {
    return Optional.of(space);
  }

  public Temperature temperature() {
    return temperature;
  }

  /// A copy of a label's weights.
  ///
  /// @param label its place, from 0
  public double[] weights(int label) {
    return weights[label].clone();
  }

  /// A copy of the biases.
  public double[] biases() {
    return biases.clone();
  }

  /// SHA-256 of space, labels, numbers and temperature, 64 hexadecimal digits.
  public String sha256() {
    return sha256;
  }

  @Override
  public List<double[]> probabilities(List<Sight> sights) {
    return sights.stream().map(this::probabilities).toList();
  }

  private double[] probabilities(Sight sight) {
    var vector = sight.embedding();
    if (!vector.space().equals(space)) {
      throw new IllegalArgumentException(
          "the classifier " + name + " of " + space.id() + " cannot see " + vector.space().id());
    }
    var logits = new double[labels.size()];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (biases[i] + vector.dot(weights[i])) / temperature.value();
    }
    return Chances.softmax(logits, logits.length);
  }

  private String digest() {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      sha.update((space.id() + "\n" + String.join("\n", labels)).getBytes(UTF_8));
      var row = ByteBuffer.allocate(8 * space.dimension());
      for (var each : weights) {
        row.clear();
        for (double weight : each) {
          row.putDouble(weight);
        }
        sha.update(row.array());
      }
      var rest = ByteBuffer.allocate(8 * (biases.length + 1));
      for (double bias : biases) {
        rest.putDouble(bias);
      }
      sha.update(rest.putDouble(temperature.value()).array());
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public void close() {}
}
