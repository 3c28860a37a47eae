package dev.anmok.core.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MultinomialRegressionTest {
  private static final VectorSpace SPACE = new VectorSpace("test", "w", "p", "none", 8);
  private static final int ROWS = 60;

  private static Embedding vector(double[] values) {
    var floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return Embedding.normalize(SPACE, floats);
  }

  private static MultinomialRegression regression(List<double[]> reference) {
    var vectors = new ArrayList<Embedding>();
    var labels = new int[ROWS];
    for (int i = 0; i < ROWS; i++) {
      labels[i] = (int) reference.get(i)[0];
      vectors.add(vector(Arrays.copyOfRange(reference.get(i), 1, 9)));
    }
    return MultinomialRegression.of(vectors, labels, 4);
  }

  @Test
  void findsTheWeightsThatScikitLearnFinds() throws IOException {
    var reference = TemperatureTest.rows("multinomial-reference.csv");

    var fit = regression(reference).fit(0.01);

    for (int k = 0; k < 4; k++) {
      var expected = reference.get(ROWS + k);
      assertThat(fit.biases()[k]).isCloseTo(expected[0], within(1e-5));
      for (int i = 0; i < 8; i++) {
        assertThat(fit.weights()[k][i]).isCloseTo(expected[1 + i], within(1e-5));
      }
    }
  }

  @Test
  void findsTheSameFromAnotherSolution() throws IOException {
    var regression = regression(TemperatureTest.rows("multinomial-reference.csv"));

    var direct = regression.fit(0.01);
    var warm = regression.fit(0.01, regression.fit(0.1), 1e-9);

    for (int k = 0; k < 4; k++) {
      assertThat(warm.weights()[k]).containsExactly(direct.weights()[k], within(1e-6));
    }
  }

  @Test
  void givesTheSameBitsTwice() throws IOException {
    var reference = TemperatureTest.rows("multinomial-reference.csv");

    assertThat(regression(reference).fit(0.003).weights())
        .isDeepEqualTo(regression(reference).fit(0.003).weights());
  }

  @Test
  void refusesAnEmptyClass() {
    var vectors = List.of(vector(new double[] {1, 0, 0, 0, 0, 0, 0, 0}));

    assertThatThrownBy(() -> MultinomialRegression.of(vectors, new int[] {0}, 2))
        .hasMessage("no vector of class 1");
  }

  @Test
  void learnsShrinkageAndTemperatureFromPartsLeftOut() {
    var random = new Random(6);
    var labels = List.of("a/x", "a/y", "b/z");
    var examples = new ArrayList<ClassifierTraining.Example>();
    var parts = new int[90];
    for (int i = 0; i < 90; i++) {
      var values = new double[8];
      for (int j = 0; j < 8; j++) {
        values[j] = random.nextGaussian() * 0.7 + (j == i % 3 ? 2 : 0);
      }
      parts[i] = i / 3 % 5;
      examples.add(new ClassifierTraining.Example(vector(values), labels.get(i % 3)));
    }

    var learnt = ClassifierTraining.learn("t", examples, labels, parts);

    assertThat(learnt.classifier().labels()).isEqualTo(labels);
    assertThat(learnt.loss()).isLessThan(0.5); // chance alone would be log 3 = 1.1
    long right = 0;
    for (var example : examples) {
      var chances =
          learnt.classifier().probabilities(List.of(Sight.of(example.vector()))).getFirst();
      assertThat(Arrays.stream(chances).sum()).isCloseTo(1, within(1e-9));
      right += LeafChance.ranked(labels, chances).getFirst().path().equals(example.label()) ? 1 : 0;
    }
    assertThat(right).isGreaterThan(80);
  }

  @Test
  void refusesVectorsOfAnotherSpace() {
    var classifier =
        LinearClassifier.of(
            "t", SPACE, List.of("a", "b"), new double[2][8], new double[2], Temperature.NONE);
    var other = new VectorSpace("test", "other", "p", "none", 8);
    var vector = Embedding.normalize(other, new float[] {1, 0, 0, 0, 0, 0, 0, 0});

    assertThatThrownBy(() -> classifier.probabilities(List.of(Sight.of(vector))))
        .hasMessageContaining("cannot see " + other.id());
    assertThatThrownBy(() ->
            LinearClassifier.of(
                "t", SPACE, List.of("a", "b"), new double[3][8], new double[2], Temperature.NONE))
        .hasMessageContaining("2 labels need as many rows");
  }
}
