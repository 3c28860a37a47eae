package dev.anmok.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RidgeRegressionTest {
  static Stream<String> expected() throws IOException {
    try (var in = RidgeRegressionTest.class.getResourceAsStream("ridge-expected.txt")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).toList().stream();
    }
  }

  /// 60 rows of 8 values and 300 of 256 take the normal equations, 12 of 30 the dual.
  @ParameterizedTest
  @MethodSource("expected")
  void weightsBiasAndErrorAreThoseOfScikitLearnAndNumPy(String line) {
    var f = line.split(";", -1);
    var ridge =
        RidgeRegression.of(RatedFormula.rows(Integer.parseInt(f[0]), Integer.parseInt(f[1])));
    double lambda = Double.parseDouble(f[2]);
    var weights = Arrays.stream(f[5].split(",", -1)).mapToDouble(Double::parseDouble).toArray();

    var head = ridge.fit(lambda);

    assertThat(Arrays.copyOf(head.weights(), weights.length))
        .containsExactly(weights, within(1e-6));
    assertThat(head.bias()).isCloseTo(Double.parseDouble(f[3]), within(1e-6));
    double error = Double.parseDouble(f[4]);
    assertThat(ridge.crossValidationError(lambda)).isCloseTo(error, within(1e-6 * error));
  }

  @Test
  void theBestLambdaHasTheSmallestErrorOfItsGrid() {
    var rows = RatedFormula.rows(60, 8);
    var ridge = RidgeRegression.of(rows);

    double best = ridge.bestLambda();

    var grid = IntStream.range(0, 15).mapToDouble(i -> 60 * Math.pow(10, i / 2.0 - 6)).toArray();
    double least = Arrays.stream(grid).map(ridge::crossValidationError).min().orElseThrow();
    assertThat(grid).contains(new double[] {best}, within(1e-12));
    assertThat(ridge.crossValidationError(best)).isEqualTo(least);
  }

  /// Scores that are a linear function of the vectors are learnt; the direction comes back.
  @Test
  void aLinearScoreIsLearntWithLittleShrinkage() {
    var rows =
        RatedFormula.rows(60, 8).stream()
            .map(row -> {
              var v = row.embedding().toArray();
              return new RatedVector(row.embedding(), 5 + 2 * v[3] - v[5]);
            })
            .toList();

    var ridge = RidgeRegression.of(rows);
    var head = ridge.fit(1e-9);

    assertThat(head.weights())
        .containsExactly(new double[] {0, 0, 0, 2, 0, -1, 0, 0}, within(1e-6));
    assertThat(head.bias()).isCloseTo(5, within(1e-6));
    assertThat(ridge.bestLambda()).isLessThan(60 * 1e-5);
  }

  @Test
  void rowsOfTwoSpacesAndTooFewAreRefused() {
    var one = RatedFormula.rows(2, 8);
    var other = new VectorSpace("other", "none", "none", "none", 8);
    var stranger =
        new RatedVector(Embedding.normalize(other, one.getFirst().embedding().toArray()), 3);

    assertThatThrownBy(() -> RidgeRegression.of(List.of(one.getFirst(), stranger)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("other-");
    assertThatThrownBy(() -> RidgeRegression.of(one.subList(0, 1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RidgeRegression.of(one).fit(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lambda");
  }
}
