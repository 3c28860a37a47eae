package dev.anmok.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumbersTest {
  @Test
  void countsHaveCommas() {
    assertThat(Numbers.count(0)).isEqualTo("0");
    assertThat(Numbers.count(999)).isEqualTo("999");
    assertThat(Numbers.count(1_000)).isEqualTo("1,000");
    assertThat(Numbers.count(-1_234_567)).isEqualTo("−1,234,567");
  }

  @Test
  void deltasHaveASignUnlessTheyRoundToZero() {
    assertThat(Numbers.delta(0.01344)).isEqualTo("+0.0134");
    assertThat(Numbers.delta(-0.01345)).isEqualTo("−0.0135");
    assertThat(Numbers.delta(0.00004)).isEqualTo("0.0000");
    assertThat(Numbers.delta(-0.00004)).isEqualTo("0.0000");
  }

  @Test
  void thresholdsKeepTheDecimalsTheyNeed() {
    assertThat(Numbers.threshold(0.01)).isEqualTo("0.01");
    assertThat(Numbers.threshold(0.0125)).isEqualTo("0.0125");
    assertThat(Numbers.threshold(0)).isEqualTo("0.00");
    assertThat(Numbers.threshold(-1.5)).isEqualTo("−1.50");
  }

  @Test
  void whatIsNotANumberIsADash() {
    assertThat(Numbers.delta(Double.NaN)).isEqualTo("–");
    assertThat(Numbers.delta(Double.POSITIVE_INFINITY)).isEqualTo("–");
    assertThat(Numbers.percent(Double.NaN)).isEqualTo("–");
    assertThat(Numbers.threshold(Double.NaN)).isEqualTo("–");
  }

  @Test
  void coordinatesHaveOneDecimalAndAPlainMinus() {
    assertThat(Numbers.pixels(12)).isEqualTo("12");
    assertThat(Numbers.pixels(12.34)).isEqualTo("12.3");
    assertThat(Numbers.pixels(-0.26)).isEqualTo("-0.3");
    assertThat(Numbers.pixels(-0.01)).isEqualTo("0");
  }

  @Test
  void theDefaultLocaleDoesNotMatter() {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(Numbers.count(12_345)).isEqualTo("12,345");
      assertThat(Numbers.fixed(0.5, 3)).isEqualTo("0.500");
      assertThat(Numbers.percent(0.615)).isEqualTo("62%");
      assertThat(Numbers.pixels(1.5)).isEqualTo("1.5");
      assertThat(new Step(2, -2).label(3)).isEqualTo("0.06");
    } finally {
      Locale.setDefault(before);
    }
  }
}
