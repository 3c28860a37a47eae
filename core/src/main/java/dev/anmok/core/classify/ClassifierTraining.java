package dev.anmok.core.classify;

import dev.anmok.core.embed.Embedding;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Learns a [LinearClassifier]. The strength of shrinkage is the one whose predictions for parts
/// left out have the smallest mean of `−log p`; the temperature is fitted to those predictions, of
/// photos whose label the others have. The parts are given, so that photos that belong together can
/// stay together.
public final class ClassifierTraining {
  /// Strengths tried, the strongest first: 0.1 down to 10⁻⁶ in halves of a power of ten, until two
  /// in a row were no better.
  private static final double[] LAMBDAS =
      IntStream.rangeClosed(0, 10).mapToDouble(i -> StrictMath.pow(10, -1 - i / 2.0)).toArray();

  /// Slope at which a search for comparison has settled.
  private static final double ROUGH = 1e-5;

  /// Slope at which the search for what is kept has settled.
  private static final double FINE = 1e-7;

  /// After so many strengths without gain no weaker one is tried.
  private static final int PATIENCE = 2;

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
    var without =
        IntStream.range(0, count)
            .mapToObj(part -> Part.of(examples, present, parts, part))
            .toList();
    var best = new double[0][];
    double lambda = 0;
    double least = Double.POSITIVE_INFINITY;
    int worse = 0;
    for (int i = 0; i < LAMBDAS.length && worse < PATIENCE; i++) {
      var chances = new double[truth.length][];
      double strength = LAMBDAS[i];
      without.parallelStream().forEach(part -> part.predict(strength, chances));
      double loss = loss(chances, truth);
      worse = loss < least ? 0 : worse + 1;
      if (loss < least) {
        least = loss;
        lambda = strength;
        best = chances;
      }
    }
    var temperature = Temperature.fit(List.of(best), knowable(best, truth));
    var regression =
        MultinomialRegression.of(
            examples.stream().map(Example::vector).toList(), truth, present.size());
    var fit = regression.fit(lambda, FINE);
    var space = examples.getFirst().vector().space();
    var classifier =
        LinearClassifier.of(name, space, present, fit.weights(), fit.biases(), temperature);
    return new Learnt(classifier, lambda, least);
  }

  /// The examples of one part, predicted from the others. Each strength is searched from the
  /// solution of the one before.
  private static final class Part {
    private final List<Example> examples;
    private final List<String> labels;
    private final int[] mine;
    private final List<String> known;
    private final @Nullable MultinomialRegression regression;
    private MultinomialRegression.@Nullable Fit last;

    private Part(
        List<Example> examples,
        List<String> labels,
        int[] mine,
        List<String> known,
        @Nullable MultinomialRegression regression) {
      this.examples = examples;
      this.labels = labels;
      this.mine = mine;
      this.known = known;
      this.regression = regression;
    }

    static Part of(List<Example> examples, List<String> labels, int[] parts, int part) {
      var others =
          IntStream.range(0, parts.length)
              .filter(i -> parts[i] != part)
              .mapToObj(examples::get)
              .toList();
      var mine = IntStream.range(0, parts.length).filter(i -> parts[i] == part).toArray();
      var known = present(others, labels);
      var regression =
          known.size() < 2
              ? null // nothing can be learnt without this part
              : MultinomialRegression.of(
                  others.stream().map(Example::vector).toList(),
                  places(others, known),
                  known.size());
      return new Part(examples, labels, mine, known, regression);
    }

    /// Fills in the probabilities of this part's examples; parts fill different places.
    void predict(double lambda, double[][] chances) {
      if (regression == null) {
        for (int i : mine) {
          chances[i] = new double[labels.size()];
          Arrays.fill(chances[i], 1.0 / labels.size());
        }
        return;
      }
      var fit = last == null ? regression.fit(lambda, ROUGH) : regression.fit(lambda, last, ROUGH);
      last = fit;
      var space = examples.getFirst().vector().space();
      var classifier =
          LinearClassifier.of("part", space, known, fit.weights(), fit.biases(), Temperature.NONE);
      for (int i : mine) {
        var sight = List.of(Sight.of(examples.get(i).vector()));
        chances[i] = Labels.aligned(known, classifier.probabilities(sight).getFirst(), labels);
      }
    }
  }

  /// The right labels, −1 for those of photos without which nobody knew their label: the classifier
  /// that is kept knows them all, so they tell nothing of how sure it is.
  private static int[] knowable(double[][] chances, int[] truth) {
    return IntStream.range(0, truth.length)
        .map(i -> chances[i][truth[i]] > 0 ? truth[i] : -1)
        .toArray();
  }

  private static double loss(double[][] chances, int[] truth) {
    double loss = 0;
    for (int i = 0; i < truth.length; i++) {
      loss -= Chances.log(chances[i][truth[i]]);
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
