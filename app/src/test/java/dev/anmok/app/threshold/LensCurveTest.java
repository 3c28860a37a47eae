package dev.anmok.app.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.evaluate.LabelledScore;
import dev.anmok.core.evaluate.StratifiedLabels;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LensCurveTest {
  private static LensCurve curve(int bad, int good, double target) {
    var labels = new ArrayList<LabelledScore>();
    for (int i = 0; i < bad + good; i++) {
      labels.add(new LabelledScore(i / 100.0, i >= bad));
    }
    var range = new StratifiedLabels.Range(100_000, labels);
    return LensCurve.of(new StratifiedLabels(List.of(range)), target);
  }

  @Test
  void itSaysWhyNoThresholdIsChosen() {
    assertThat(LensCurve.of(new StratifiedLabels(List.of()), 0.9).missing())
        .contains(LensCurve.Missing.NO_LABELS);
    assertThat(curve(9, 0, 0.9).missing()).contains(LensCurve.Missing.NO_GOOD);
    assertThat(curve(5, 5, 0.9).missing()).contains(LensCurve.Missing.TOO_FEW);
    assertThat(curve(5, 5, 0.9).nearest().orElseThrow().precision().value()).isEqualTo(1);
    assertThat(curve(50, 50, 0.9).missing()).isEmpty();
    // 40 good of 40 are surely more than 0.9 (Wilson: 0.912); fewer than 35 are not
    assertThat(curve(5, 40, 0.9).chosen().orElseThrow().threshold()).isLessThan(0.06);
  }

  @Test
  void nothingIsGoodEnoughWhereTheBestAreNoBetter() {
    var labels = new ArrayList<LabelledScore>();
    for (int i = 0; i < 40; i++) {
      labels.add(new LabelledScore(i / 100.0, i % 2 == 0));
    }
    var range = new StratifiedLabels.Range(1000, labels);
    assertThat(LensCurve.of(new StratifiedLabels(List.of(range)), 0.9).missing())
        .contains(LensCurve.Missing.TOO_HIGH);
  }
}
