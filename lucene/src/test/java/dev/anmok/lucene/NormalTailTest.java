package dev.anmok.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NormalTailTest {
  /// Quantiles from any table of the normal distribution.
  @Test
  void theTailIsThatOfTheNormalDistribution() {
    assertThat(NormalTail.above(0)).isCloseTo(0.5f, within(1e-6f));
    assertThat(NormalTail.above(1.5f)).isCloseTo(0.0668072f, within(1e-6f));
    assertThat(NormalTail.above(-1)).isCloseTo(0.8413447f, within(1e-6f));
    assertThat(NormalTail.above(3)).isCloseTo(0.0013499f, within(1e-7f));
  }

  @Test
  void betweenStepsItIsNotTooLittleAndFarOutItIsNothingOrAll() {
    assertThat(NormalTail.above(1.509f)).isEqualTo(NormalTail.above(1.5f));
    assertThat(NormalTail.above(-0.001f)).isGreaterThan(0.5f);
    assertThat(NormalTail.above(8)).isZero();
    assertThat(NormalTail.above(Float.POSITIVE_INFINITY)).isZero();
    assertThat(NormalTail.above(Float.NEGATIVE_INFINITY)).isEqualTo(1);
  }
}
