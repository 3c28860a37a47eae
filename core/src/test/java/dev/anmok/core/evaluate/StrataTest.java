package dev.anmok.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrataTest {
  private static double[] upTo(int n) {
    return IntStream.rangeClosed(1, n).asDoubleStream().toArray();
  }

  @Test
  void rangesAreNarrowNextToTheCentre() {
    // 60 of the scores 1..90 lie up to the centre: 4, 8, 12, 16 and 20 of them; 2, 4, 6, 8, 10 over
    // it
    var strata = Strata.around(upTo(90), 60);

    assertThat(strata.edges())
        .containsExactly(20.0, 36.0, 48.0, 56.0, 60.0, 62.0, 66.0, 72.0, 80.0);
    assertThat(strata.count()).isEqualTo(10);
    assertThat(strata.of(20)).as("an edge belongs to the range under it").isZero();
    assertThat(strata.of(20.5)).isEqualTo(1);
    assertThat(strata.of(1000)).isEqualTo(9);
  }

  @Test
  void fewOrEqualScoresMakeFewerRanges() {
    assertThat(Strata.around(upTo(1), 5).edges()).isEmpty();
    assertThat(Strata.around(new double[] {2, 2, 2, 2}, 2).edges()).isEmpty();
    assertThat(Strata.around(new double[] {1, 2}, 1.5).edges()).containsExactly(1.0, 1.5);
    assertThat(Strata.around(new double[0], 0).count()).isEqualTo(1);
  }

  @Test
  void allScoresOnOneSideAreParted() {
    assertThat(Strata.around(upTo(15), 100).edges()).containsExactly(5.0, 9.0, 12.0, 14.0);
  }

  @Test
  void theRankIsHowManyDoNotPass() {
    var sorted = new double[] {1, 2, 2, 3};
    assertThat(Strata.rank(sorted, 0.5)).isZero();
    assertThat(Strata.rank(sorted, 2)).isEqualTo(3);
    assertThat(Strata.rank(sorted, 9)).isEqualTo(4);
  }

  @Test
  void edgesThatDoNotRiseAreRefused() {
    assertThatThrownBy(() -> new Strata(List.of(1.0, 1.0)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
