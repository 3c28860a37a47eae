package dev.anmok.core.evaluate;

import static dev.anmok.core.search.MatchStrength.FAIR;
import static dev.anmok.core.search.MatchStrength.STRONG;
import static dev.anmok.core.search.MatchStrength.WEAK;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatchFiguresTest {
  @Test
  void countsWhatEachStrengthWasWorth() {
    var grades = Map.of("a", 1.0, "b", 1.0);
    var answers =
        List.of(
            RankedAnswer.of("en", List.of("a", "x", "b"), List.of(STRONG, FAIR, FAIR), grades),
            RankedAnswer.of("en", List.of("x", "a"), List.of(STRONG, WEAK), grades),
            RankedAnswer.of("en", List.of("x"), List.of(WEAK), grades), // wrongly refused
            RankedAnswer.of("ko", List.of("x"), List.of(WEAK), Map.of()), // rightly refused
            RankedAnswer.of("ko", List.of(), List.of(), Map.of()), // no hit at all: refused too
            RankedAnswer.of("ko", List.of("x"), List.of(FAIR), Map.of()));
    var figures = MatchFigures.of(answers, 10);

    assertThat(figures.precision())
        .containsEntry(STRONG, new Proportion(1, 2))
        .containsEntry(FAIR, new Proportion(1, 3))
        .containsEntry(WEAK, new Proportion(1, 3));
    assertThat(figures.absentRefused()).isEqualTo(new Proportion(2, 3));
    assertThat(figures.presentRefused()).isEqualTo(new Proportion(1, 3));
  }

  @Test
  void countsHitsDownToADepth() {
    var answer = RankedAnswer.of("en", List.of("a", "x"), List.of(FAIR, FAIR), Map.of("a", 1.0));

    assertThat(MatchFigures.of(List.of(answer), 1).precision())
        .containsEntry(FAIR, new Proportion(1, 1));
  }
}
