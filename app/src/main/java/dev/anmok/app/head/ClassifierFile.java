package dev.anmok.app.head;

import dev.anmok.core.classify.LinearClassifier;
import dev.anmok.core.classify.Temperature;
import dev.anmok.core.embed.VectorSpace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The content of a learned classifier's file.
///
/// @param format version of this form
/// @param space id of the vector space
/// @param encoder name of the space's encoder
/// @param encoderWeights SHA-256 of the encoder's weights
/// @param labels leaves as `head/leaf`
/// @param biases one a label
/// @param weights a row of the space's dimension for each label
/// @param sha256 digest of space, labels and numbers
record ClassifierFile(
    int format,
    String name,
    String space,
    String encoder,
    String encoderWeights,
    String trained,
    Map<String, Double> heldOut,
    List<String> labels,
    double temperature,
    List<Double> biases,
    List<List<Double>> weights,
    String sha256) {
  static ClassifierFile of(StoredClassifier stored) {
    var classifier = stored.classifier();
    var space = classifier.space().orElseThrow();
    return new ClassifierFile(
        1,
        classifier.name(),
        space.id(),
        space.encoder(),
        space.weights(),
        stored.trained(),
        new TreeMap<>(stored.heldOut()),
        classifier.labels(),
        classifier.temperature().value(),
        boxed(classifier.biases()),
        IntStream.range(0, classifier.labels().size())
            .mapToObj(label -> boxed(classifier.weights(label)))
            .toList(),
        classifier.sha256());
  }

  /// The classifier, if all of it holds together and belongs to the space.
  StoredClassifier in(VectorSpace expected, Path file) throws IOException {
    if (format != 1) {
      throw new IOException(file + ": expected format 1, found " + format);
    }
    if (!space.equals(expected.id())) {
      throw new IOException(
          file
              + ": a classifier for the space "
              + space
              + ", but the photos are in "
              + expected.id()
              + "; train one there with: anmok train classifier");
    }
    try {
      var classifier =
          LinearClassifier.of(
              name,
              expected,
              labels,
              weights.stream().map(ClassifierFile::numbers).toArray(double[][]::new),
              numbers(biases),
              new Temperature(temperature));
      if (!classifier.sha256().equals(sha256)) {
        throw new IOException(
            file + ": the numbers are not those that were saved (another SHA-256 than stated)");
      }
      return new StoredClassifier(classifier, trained, heldOut);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static double[] numbers(@Nullable List<Double> values) {
    return values == null ? new double[0] : values.stream().mapToDouble(HeadFile::finite).toArray();
  }
}
