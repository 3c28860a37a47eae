package dev.anmok.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CorrelationTest {
  static Stream<String> expected() throws IOException {
    try (var in = CorrelationTest.class.getResourceAsStream("correlation-expected.txt")) {
      var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.startsWith("#")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("expected")
  void valuesAndIntervalsAreThoseOfSciPy(String line) {
    var f = line.split(";", -1);
    int count = Integer.parseInt(f[1]);
    int modulus = Integer.parseInt(f[2]);
    var a = IntStream.range(0, count).mapToDouble(k -> k * 37 % modulus).toArray();
    var b = IntStream.range(0, count).mapToDouble(k -> (k * k * 11 + k) % 23 + a[k] / 2).toArray();

    var found =
        (f[0].equals("pearson") ? Correlation.pearson(a, b) : Correlation.spearman(a, b))
            .orElseThrow();

    assertThat(found.value()).isCloseTo(Double.parseDouble(f[3]), within(1e-12));
    assertThat(found.low()).isCloseTo(Double.parseDouble(f[4]), within(1e-12));
    assertThat(found.high()).isCloseTo(Double.parseDouble(f[5]), within(1e-12));
    assertThat(found.count()).isEqualTo(count);
  }

  @Test
  void equalValuesShareTheirMeanRank() {
    assertThat(Correlation.ranks(new double[] {5, 1, 5, 9, 5})).containsExactly(3, 1, 3, 5, 3);
  }

  @Test
  void perfectOrderIsOneWithoutWidth() {
    double[] rising = {1, 2, 3, 4, 50};

    var found = Correlation.spearman(rising, rising).orElseThrow();

    assertThat(found).isEqualTo(new Correlation(1, 1, 1, 5));
    assertThat(found.differsFromZero()).isTrue();
  }

  @Test
  void aConstantAndThreePairsHaveNone() {
    assertThat(Correlation.pearson(new double[] {1, 1, 1, 1}, new double[] {1, 2, 3, 4})).isEmpty();
    assertThat(Correlation.spearman(new double[] {1, 2, 3}, new double[] {1, 2, 3})).isEmpty();
    assertThatThrownBy(() -> Correlation.pearson(new double[4], new double[5]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// Errors of 1, 1, −2 and 0 are √(6 / 4); 1.5, −0.5, −1.5 and 0.5 of a mean of 2.5, √(5 / 4).
  @Test
  void theErrorOfPredictionsStandsBesideThatOfTheMean() {
    var error =
        PredictionError.of(
            new double[] {2, 4, 2, 2},
            new double[] {2.5, 2.5, 2.5, 2.5},
            new double[] {1, 3, 4, 2});

    assertThat(error.rmse()).isCloseTo(Math.sqrt(1.5), within(1e-12));
    assertThat(error.meanRmse()).isCloseTo(Math.sqrt(1.25), within(1e-12));
    assertThat(error.spearman()).isPresent();
    assertThat(error.count()).isEqualTo(4);
  }
}
