package dev.anmok.core.classify;

import dev.anmok.core.embed.VectorSpace;
import java.util.List;
import java.util.Optional;

/// Says how likely a photo is of each of some labels. Implementations are thread-safe.
public interface Classifier extends AutoCloseable {
  /// A stable name that changes with what it answers: what is stored carries it.
  String id();

  /// The labels in the order of the probabilities, all different; mostly leaves as `head/leaf`.
  List<String> labels();

  /// Whether it needs the photos' pictures.
  boolean seesPixels();

  /// The space of the vectors that it needs; empty if it needs none.
  Optional<VectorSpace> space();

  /// The probabilities of the labels, each 0..1, for each photo in the order given. They add up to
  /// 1 at most: what is missing belongs to none of the labels.
  ///
  /// @param sights at most some tens
  /// @throws IllegalArgumentException if a picture or vector is missing that it needs, or a vector
  ///   is of another space
  List<double[]> probabilities(List<Sight> sights);

  @Override
  void close();
}
