package dev.anmok.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TwoModesTest {
  @Test
  void otsuSplitsTwoPointsInTheMiddle() {
    var values = Distribution.ofDeltas();
    for (int i = 0; i < 10; i++) {
      values.add(-0.5);
      values.add(0.3);
    }

    assertThat(Otsu.threshold(values)).isCloseTo(-0.1, within(1e-3));
  }

  @Test
  void otsuAgreesWithTryingEverySplit() {
    var random = new Random(3);
    var data = new double[400];
    var values = Distribution.ofDeltas();
    for (int i = 0; i < data.length; i++) {
      data[i] = i < 250 ? -0.2 + 0.1 * random.nextGaussian() : 0.25 + 0.08 * random.nextGaussian();
      values.add(data[i]);
    }
    java.util.Arrays.sort(data);
    double bestGap = Double.NaN;
    double best = -1;
    for (int n = 1; n < data.length; n++) {
      double low = mean(data, 0, n);
      double high = mean(data, n, data.length);
      double between = (double) n * (data.length - n) * (low - high) * (low - high);
      if (between > best) {
        best = between;
        bestGap = (data[n - 1] + data[n]) / 2;
      }
    }

    assertThat(Otsu.threshold(values)).isCloseTo(bestGap, within(2e-3));
  }

  @Test
  void theMixtureFindsTheComponentsItWasDrawnFrom() {
    var random = new Random(11);
    var values = Distribution.ofDeltas();
    for (int i = 0; i < 30_000; i++) {
      values.add(
          i % 3 == 0 ? 0.3 + 0.05 * random.nextGaussian() : -0.2 + 0.1 * random.nextGaussian());
    }

    var fit = TwoGaussians.fit(values).orElseThrow();

    assertThat(fit.lower().mean()).isCloseTo(-0.2, within(0.01));
    assertThat(fit.lower().std()).isCloseTo(0.1, within(0.01));
    assertThat(fit.lower().weight()).isCloseTo(2 / 3.0, within(0.01));
    assertThat(fit.upper().mean()).isCloseTo(0.3, within(0.01));
    assertThat(fit.upper().std()).isCloseTo(0.05, within(0.01));
    // D = √2 · 0.5 / √(0.01 + 0.0025)
    assertThat(fit.separation()).isCloseTo(6.32, within(0.3));
    assertThat(fit.lower().density(fit.crossing()))
        .isCloseTo(fit.upper().density(fit.crossing()), within(1e-6));
    assertThat(fit.crossing()).isBetween(0.05, 0.25);
  }

  @Test
  void oneModeIsNotCleanlySeparated() {
    var random = new Random(5);
    var values = Distribution.ofDeltas();
    for (int i = 0; i < 5_000; i++) {
      values.add(0.1 * random.nextGaussian());
    }

    assertThat(TwoGaussians.fit(values).orElseThrow().separation())
        .isLessThan(TwoGaussians.CLEAN_SEPARATION);
  }

  @Test
  void oneValueHasNoTwoModes() {
    var values = Distribution.ofDeltas();
    values.add(0.1);
    values.add(0.1);

    assertThat(Otsu.threshold(values)).isNaN();
    assertThat(TwoGaussians.fit(values)).isEmpty();
  }

  private static double mean(double[] data, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += data[i];
    }
    return sum / (to - from);
  }
}
