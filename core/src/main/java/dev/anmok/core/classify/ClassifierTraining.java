package dev.anmok.core.classify;

import dev.anmok.core.embed.Embedding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

/// Learns a [LinearClassifier]. The strength of shrinkage is the one whose predictions for parts
/// left out have the smallest mean of `−log p`; the temperature is fitted to those predictions. The
/// parts are given, so that photos that belong together can stay together.
public final class ClassifierTraining {
  /// Strengths tried, the strongest first: 0.1 down to 10⁻⁶ in halves of a power of ten.
  private static final double[] LAMBDAS =
      IntStream.rangeClosed(0, 10).mapToDouble(i -> StrictMath.pow(10, -1 - i / 2.0)).toArray();

  /// Slope at which a search for comparison has settled.
  private static final double ROUGH = 1e-5;

  private ClassifierTraining() {}

  /// A vector with its label.
  public record Example(Embedding vector, String label) {}

  /// What was learnt.
  ///
  /// @param classifier fitted to all examples, at the temperature found
  /// @param lambda the strength of shrinkage
  /// @param loss mean of `−log p` of the parts left out, before the temperature
  public record Learnt(LinearClassifier classifier, double lambda, double loss) {}

  /// Learns from examples.
  ///
  /// @param labels all labels in their order; those without an example are left out
  /// @param parts the part of each example, from 0; at least two parts
  /// @throws IllegalArgumentException if fewer than two labels have examples, or there is one part
  public static Learnt learn(
      String name, List<Example> examples, List<String> labels, int[] parts) {
    var present = present(examples, labels);
    int count = Arrays.stream(parts).max().orElse(-1) + 1;
    if (present.size() < 2 || count < 2 || parts.length != examples.size()) {
      throw new IllegalArgumentException(
          "learning needs two labels and two parts, had "
              + present.size()
              + " and "
              + count
              + " of "
              + examples.size()
              + " examples");
    }
    var truth = places(examples, present);
    var left =
        IntStream.range(0, count)
            .parallel()
            .mapToObj(part -> predictions(examples, present, parts, part))
            .toList();
    int best = best(left, truth, parts);
    var chances =
        IntStream.range(0, truth.length).mapToObj(i -> left.get(parts[i]).get(best)[i]).toList();
    var temperature = Temperature.fit(chances, truth);
    var regression =
        MultinomialRegression.of(
            examples.stream().map(Example::vector).toList(), truth, present.size());
    var fit = regression.fit(LAMBDAS[best]);
    var space = examples.getFirst().vector().space();
    var classifier =
        LinearClassifier.of(name, space, present, fit.weights(), fit.biases(), temperature);
    return new Learnt(classifier, LAMBDAS[best], loss(left, truth, parts, best));
  }

  /// For each strength, the probabilities of the examples of one part from the others'.
  private static List<double[][]> predictions(
      List<Example> examples, List<String> labels, int[] parts, int part) {
    var training = new ArrayList<Example>();
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] != part) {
        training.add(examples.get(i));
      }
    }
    var known = present(training, labels);
    var all = new ArrayList<double[][]>();
    if (known.size() < 2) { // the parts are as they are: nothing was learnt for this one
      for (int i = 0; i < LAMBDAS.length; i++) {
        all.add(even(examples.size(), labels.size()));
      }
      return all;
    }
    var regression =
        MultinomialRegression.of(
            training.stream().map(Example::vector).toList(), places(training, known), known.size());
    MultinomialRegression.Fit fit = null;
    for (double lambda : LAMBDAS) {
      fit = fit == null ? regression.fit(lambda) : regression.fit(lambda, fit, ROUGH);
      var space = examples.getFirst().vector().space();
      var classifier =
          LinearClassifier.of("part", space, known, fit.weights(), fit.biases(), Temperature.NONE);
      var predicted = new double[examples.size()][];
      for (int i = 0; i < parts.length; i++) {
        if (parts[i] == part) {
          predicted[i] = aligned(classifier, examples.get(i).vector(), labels);
        }
      }
      all.add(predicted);
    }
    return all;
  }

  private static double[] aligned(Classifier classifier, Embedding vector, List<String> labels) {
    var own = classifier.probabilities(List.of(Sight.of(vector))).getFirst();
    return Labels.aligned(classifier.labels(), own, labels);
  }

  private static double[][] even(int rows, int labels) {
    var even = new double[rows][labels];
    for (var row : even) {
      Arrays.fill(row, 1.0 / labels);
    }
    return even;
  }

  /// Place of the best strength; the stronger of two equals.
  private static int best(List<List<double[][]>> left, int[] truth, int[] parts) {
    int best = 0;
    for (int i = 1; i < LAMBDAS.length; i++) {
      if (loss(left, truth, parts, i) < loss(left, truth, parts, best)) {
        best = i;
      }
    }
    return best;
  }

  private static double loss(List<List<double[][]>> left, int[] truth, int[] parts, int strength) {
    double loss = 0;
    for (int i = 0; i < truth.length; i++) {
      loss -= Chances.log(left.get(parts[i]).get(strength)[i][truth[i]]);
    }
    return loss / truth.length;
  }

  private static List<String> present(List<Example> examples, List<String> labels) {
    var found = new LinkedHashSet<String>();
    examples.forEach(example -> found.add(example.label()));
    return labels.stream().filter(found::contains).toList();
  }

  private static int[] places(List<Example> examples, List<String> labels) {
    return examples.stream().mapToInt(example -> labels.indexOf(example.label())).toArray();
  }
}
