package dev.anmok.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.score.Gaussian;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class RankTestTest {
  private static final double[] A = {1.2, 3.4, 2.2, 5.5, 4.1, 3.3, 2.9, 6.0};
  private static final double[] B = {2.2, 1.1, 0.7, 3.3, 1.9, 2.8, 0.5, 1.2, 2.2};

  @Test
  void agreesWithScipyWhereValuesTie() {
    var test = RankTest.of(A, B);
    var reversed = RankTest.of(B, A);

    assertThat(test.u()).isEqualTo(62);
    assertThat(test.p()).isCloseTo(0.013785302348218354, within(1e-12));
    assertThat(reversed.u()).isEqualTo(10);
    assertThat(reversed.z()).isEqualTo(-test.z());
    assertThat(reversed.p()).isEqualTo(test.p());
  }

  @Test
  void theTailOfTheNormalDistributionIsExact() {
    assertThat(Gaussian.above(0)).isEqualTo(0.5);
    assertThat(Gaussian.above(1.96)).isCloseTo(0.024997895148220435, within(1e-13));
    assertThat(Gaussian.above(2.9)).isCloseTo(0.0018658133003840375, within(1e-13));
    assertThat(Gaussian.above(3.1))
        .isCloseTo(0.0009676032132183563, Percentage.withPercentage(1e-8));
    assertThat(Gaussian.above(8)).isCloseTo(6.22096057427174e-16, Percentage.withPercentage(1e-8));
  }

  @Test
  void equalGroupsDoNotDiffer() {
    assertThat(RankTest.of(new double[] {2, 2}, new double[] {2, 2, 2}))
        .isEqualTo(new RankTest(3, 0, 1));
  }

  @Test
  void refusesEmptyGroupsAndNaN() {
    assertThatThrownBy(() -> RankTest.of(new double[0], B))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RankTest.of(A, new double[] {1, Double.NaN}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
