package dev.anmok.core.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TemperatureTest {
  static List<double[]> rows(String name) throws IOException {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(TemperatureTest.class.getResourceAsStream(name)),
                StandardCharsets.UTF_8))) {
      var rows = new ArrayList<double[]>();
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.startsWith("#")) {
          rows.add(
              java.util.Arrays.stream(line.split(",", -1))
                  .mapToDouble(Double::parseDouble)
                  .toArray());
        }
      }
      return rows;
    }
  }

  @Test
  void findsTheTemperatureThatSciPyFinds() throws IOException {
    var rows = rows("temperature-reference.csv");
    var truth = rows.stream().mapToInt(row -> (int) row[0]).toArray();
    var chances = rows.stream().map(row -> java.util.Arrays.copyOfRange(row, 1, 4)).toList();

    assertThat(Temperature.fit(chances, truth).value()).isCloseTo(5.44193112, within(1e-5));
  }

  @Test
  void whatCouldNotBeAnsweredHeatsNothing() throws IOException {
    var rows = rows("temperature-reference.csv");
    var truth = new ArrayList<>(rows.stream().map(row -> (int) row[0]).toList());
    var chances = new ArrayList<double[]>();
    rows.forEach(row -> {
      var each = java.util.Arrays.copyOfRange(row, 1, 4);
      double sum = each[0] + each[1] + each[2];
      chances.add(new double[] {each[0] / sum, each[1] / sum, each[2] / sum}); // no rest
    });
    var known = Temperature.fit(chances, ints(truth));
    for (int i = 0; i < 5; i++) {
      chances.add(new double[] {0.9, 0.1, 0});
      truth.add(-1);
    }

    assertThat(Temperature.fit(chances, ints(truth))).isEqualTo(known);
    assertThat(Temperature.fit(List.of(new double[] {0.9, 0.1}), new int[] {-1}))
        .isEqualTo(Temperature.NONE);
  }

  private static int[] ints(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  @Test
  void flattensByTheRootAndKeepsTheOrder() {
    // square roots of 0.64, 0.32 and the rest 0.04: 0.8, 0.5657, 0.2
    double sum = 0.8 + Math.sqrt(0.32) + 0.2;

    var flat = new Temperature(2).apply(new double[] {0.64, 0.32});

    assertThat(flat[0]).isCloseTo(0.8 / sum, within(1e-9));
    assertThat(flat[1]).isCloseTo(Math.sqrt(0.32) / sum, within(1e-9));
    assertThat(new Temperature(2).apply(new double[] {0.8, 0.2}))
        .satisfies(p -> assertThat(p[0] + p[1]).isCloseTo(1, within(1e-12)));
    assertThat(Temperature.NONE.apply(new double[] {0.3})).containsExactly(0.3);
  }

  @Test
  void staysWithinItsBoundsWhereEveryAnswerIsRight() {
    var sure = List.of(new double[] {0.6, 0.4}, new double[] {0.4, 0.6});

    assertThat(Temperature.fit(sure, new int[] {0, 1}).value())
        .isCloseTo(Temperature.LEAST, within(1e-9));
    assertThat(Temperature.fit(sure, new int[] {1, 0}).value())
        .isCloseTo(Temperature.MOST, within(1e-9));
    assertThatThrownBy(() -> Temperature.fit(List.of(), new int[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
