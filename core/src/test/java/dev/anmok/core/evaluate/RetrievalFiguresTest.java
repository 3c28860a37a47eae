package dev.anmok.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.evaluate.RankedAnswer.GradedHit;
import dev.anmok.core.search.MatchStrength;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RetrievalFiguresTest {
  private static RankedAnswer answer(List<String> ids, Map<String, Double> grades) {
    return RankedAnswer.of("en", ids, Collections.nCopies(ids.size(), MatchStrength.FAIR), grades);
  }

  @Test
  void countsByHand() {
    var first = answer(List.of("a", "b", "c"), Map.of("a", 1.0)); // right at rank 1
    var second = answer(List.of("x", "b", "c"), Map.of("c", 1.0, "z", 1.0)); // one of two at 3
    var third = answer(List.of("x", "y"), Map.of("z", 1.0)); // none
    var figures = RetrievalFigures.of(List.of(first, second, third));

    assertThat(figures.queries()).isEqualTo(3);
    assertThat(figures.success()).containsEntry(1, new Proportion(1, 3));
    assertThat(figures.success()).containsEntry(5, new Proportion(2, 3));
    assertThat(Objects.requireNonNull(figures.recall().get(1)).value())
        .isCloseTo(1.0 / 3, within(1e-12));
    assertThat(Objects.requireNonNull(figures.recall().get(5)).value())
        .isCloseTo(1.5 / 3, within(1e-12));
    assertThat(figures.reciprocalRank().value()).isCloseTo((1 + 1.0 / 3) / 3, within(1e-12));
    // second: gain 1 / log2(4) = 0.5 of at best 1 + 1 / log2(3) = 1.63093
    assertThat(figures.discountedGain().value())
        .isCloseTo((1 + 0.5 / 1.6309297535714575) / 3, within(1e-12));
  }

  @Test
  void leavesOutQueriesForAbsentThings() {
    var present = answer(List.of("a"), Map.of("a", 1.0));
    var absent = answer(List.of("a"), Map.of());

    assertThat(RetrievalFigures.of(List.of(present, absent)))
        .isEqualTo(RetrievalFigures.of(List.of(present)));
  }

  @Test
  void agreesWithScikitLearn() throws IOException {
    var lines = lines("retrieval-reference.csv");

    assertThat(lines).hasSizeGreaterThan(10);
    for (var line : lines.subList(1, lines.size())) {
      var fields = line.split(",", -1);
      var grades = Arrays.stream(fields[0].split(" ", -1)).map(Double::valueOf).toList();
      var hits = grades.stream().map(grade -> new GradedHit(grade, MatchStrength.WEAK)).toList();
      var relevant = grades.stream().filter(grade -> grade > 0).toList();
      var answer = new RankedAnswer("en", hits, relevant);
      assertThat(
              List.of(
                  answer.recall(1),
                  answer.recall(5),
                  answer.recall(10),
                  answer.reciprocalRank(),
                  answer.discountedGain(10)))
          .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-11 ? 0 : 1)
          .containsExactly(
              Double.valueOf(fields[1]),
              Double.valueOf(fields[2]),
              Double.valueOf(fields[3]),
              Double.valueOf(fields[4]),
              Double.valueOf(fields[5]));
    }
  }

  @Test
  void bootstrapIntervalComesNearTheStandardError() {
    var values = new double[400];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 2; // mean 0.5, standard error 0.025
    }
    var interval = Bootstrap.mean(values);

    assertThat(interval.value()).isEqualTo(0.5);
    assertThat(interval.low()).isCloseTo(0.5 - 1.96 * 0.025, within(0.006));
    assertThat(interval.high()).isCloseTo(0.5 + 1.96 * 0.025, within(0.006));
  }

  static List<String> lines(String name) throws IOException {
    try (var in = RetrievalFiguresTest.class.getResourceAsStream(name)) {
      var text =
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
      return new ArrayList<>(text.lines().toList());
    }
  }
}
