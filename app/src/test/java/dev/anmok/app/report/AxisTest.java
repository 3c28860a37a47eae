package dev.anmok.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AxisTest {
  @Test
  void ticksAreRoundNumbersInsideTheRange() {
    var axis = new Axis(new Range(-0.07, 0.05), 0, 120);

    assertThat(axis.ticks(6))
        .extracting(Axis.Tick::label)
        .containsExactly("−0.06", "−0.04", "−0.02", "0.00", "0.02", "0.04");
    assertThat(axis.ticks(6))
        .extracting(Axis.Tick::value)
        .containsExactly(-0.06, -0.04, -0.02, 0.0, 0.02, 0.04);
  }

  @Test
  void ticksOfLargeCountsHaveNoDecimals() {
    assertThat(new Axis(new Range(0, 23_456), 0, 1).ticks(5))
        .extracting(Axis.Tick::label)
        .containsExactly("0", "5,000", "10,000", "15,000", "20,000");
  }

  @Test
  void stepsAreOneTwoOrFiveTimesAPowerOfTen() {
    assertThat(Step.crossing(1, 10)).isEqualTo(new Step(1, -1));
    assertThat(Step.crossing(1, 9)).isEqualTo(new Step(2, -1));
    assertThat(Step.crossing(1, 4)).isEqualTo(new Step(5, -1));
    assertThat(Step.crossing(1, 1)).isEqualTo(new Step(1, 0));
    assertThat(Step.crossing(700, 6)).isEqualTo(new Step(2, 2));
  }

  @Test
  void multiplesAreTheNearestDecimals() {
    var tenth = new Step(1, -1);

    assertThat(tenth.times(3)).isEqualTo(0.3);
    assertThat(new Step(1, -2).times(29)).isEqualTo(0.29);
    assertThat(tenth.below(0.3)).isEqualTo(3);
    assertThat(tenth.above(0.3)).isEqualTo(3);
    assertThat(tenth.below(-0.05)).isEqualTo(-1);
    assertThat(tenth.above(-0.05)).isEqualTo(0);
  }

  @Test
  void valuesMapToPixelsEvenUpsideDown() {
    var axis = new Axis(new Range(10, 20), 200, 100);

    assertThat(axis.at(10)).isEqualTo(200);
    assertThat(axis.at(12.5)).isEqualTo(175);
    assertThat(axis.at(20)).isEqualTo(100);
  }

  @Test
  void aSingleValueGetsARangeAroundIt() {
    assertThat(Range.of(2, 2)).isEqualTo(new Range(1.995, 2.005));
    assertThat(Range.of(1, 3)).isEqualTo(new Range(1, 3));
  }
}
