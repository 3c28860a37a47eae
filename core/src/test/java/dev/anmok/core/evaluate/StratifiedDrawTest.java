package dev.anmok.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StratifiedDrawTest {
  private static final double[] SCORES = {0, 0, 0, 0, 1, 1, 1, 1, 2};
  private static final Strata THREE = new Strata(List.of(0.0, 1.0));

  @Test
  void eachRangeGivesThoseWithTheSmallestNumbers() {
    var numbers = new double[] {0.9, 0.1, 0.8, 0.2, 0.5, 0.4, 0.3, 0.6, 0.7};

    var draw = StratifiedDraw.of(THREE, SCORES, numbers, 5);

    assertThat(draw.sizes()).containsExactly(4L, 4L, 1L);
    assertThat(draw.rows()).containsExactly(List.of(1, 3), List.of(6, 5), List.of(8));
    var more = StratifiedDraw.of(THREE, SCORES, numbers, 7);
    assertThat(more.rows()).containsExactly(List.of(1, 3, 2), List.of(6, 5, 4), List.of(8));
    assertThat(StratifiedDraw.of(THREE, SCORES, numbers, 500).rows().getFirst()).hasSize(4);
  }

  @Test
  void everyRowOfARangeHasTheSameChance() {
    var random = new Random(7);
    var drawn = new int[SCORES.length];
    int draws = 20_000;
    for (int i = 0; i < draws; i++) {
      var numbers = random.doubles(SCORES.length).toArray();
      StratifiedDraw.of(THREE, SCORES, numbers, 3).rows().forEach(rows -> drawn[rows.getFirst()]++);
    }

    // one of four: a share of 1/4 with a standard deviation of √(0.1875 / 20000) = 0.0031
    for (int row = 0; row < 8; row++) {
      assertThat((double) drawn[row] / draws).isCloseTo(0.25, within(0.0155));
    }
    assertThat(drawn[8]).isEqualTo(draws);
  }
}
