package dev.anmok.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DistributionTest {
  @Test
  void countsWhatIsGreaterThanALimit() {
    var values = Distribution.ofDeltas();
    for (double value : new double[] {-3, -0.50002, 0.10005, 0.20005, 0.20006, 3}) {
      values.add(value);
    }

    assertThat(values.above(-2.5)).isEqualTo(6);
    assertThat(values.above(-0.50004)).as("the middle of its bin lies below").isEqualTo(4);
    assertThat(values.above(-0.50006)).as("the middle of its bin lies above").isEqualTo(5);
    assertThat(values.above(0.15)).isEqualTo(3);
    assertThat(values.above(0.2001)).isEqualTo(1);
    assertThat(values.above(2)).isZero();
  }

  @Test
  void aValueLiesInItsBin() {
    var values = Distribution.ofDeltas();

    assertThat(values.center(values.bin(0.12345))).isBetween(0.1234, 0.1235);
    assertThat(values.bin(-9)).isZero();
    assertThat(values.bin(9)).isEqualTo(values.bins() - 1);
  }
}
