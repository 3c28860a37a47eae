package dev.anmok.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CurvesTest {
  /// From the top: wanted, other, wanted, a tie of both kinds, other.
  private static final List<LabelledScore> SIX =
      List.of(
          new LabelledScore(0.9, true),
          new LabelledScore(0.8, false),
          new LabelledScore(0.7, true),
          new LabelledScore(0.5, true),
          new LabelledScore(0.5, false),
          new LabelledScore(0.1, false));

  private static List<LabelledScore> drawn(int seed) {
    var random = new Random(seed);
    var drawn = new ArrayList<LabelledScore>();
    for (int i = 0; i < 80; i++) {
      boolean wanted = i < 2 || (i > 3 && random.nextInt(4) == 0);
      drawn.add(new LabelledScore((random.nextInt(20) + (wanted ? 6 : 0)) / 4.0, wanted));
    }
    return drawn;
  }

  @Test
  void areaIsTheShareOfPairsInTheRightOrder() {
    // 0.9 beats 3, 0.7 beats 2, 0.5 beats 1 and ties with 1: 6.5 of 9
    assertThat(RocCurve.of(SIX).area().value()).isCloseTo(6.5 / 9, within(1e-12));

    for (int seed = 0; seed < 20; seed++) {
      var scores = drawn(seed);
      double right = 0;
      double pairs = 0;
      for (var a : scores) {
        for (var b : scores) {
          if (a.wanted() && !b.wanted()) {
            pairs++;
            right += a.score() > b.score() ? 1 : a.score() == b.score() ? 0.5 : 0;
          }
        }
      }
      assertThat(RocCurve.of(scores).area().value()).isCloseTo(right / pairs, within(1e-12));
    }
  }

  @Test
  void theIntervalIsDeLongsByItsDefinition() {
    for (int seed = 0; seed < 5; seed++) {
      var scores = drawn(seed);
      double area = RocCurve.of(scores).area().value();
      double variance = variance(scores, true, area) + variance(scores, false, area);
      double half = 1.959963984540054 * Math.sqrt(variance) / (area * (1 - area));
      double low = 1 / (1 + Math.exp(half) * (1 - area) / area);
      double high = 1 / (1 + Math.exp(-half) * (1 - area) / area);

      assertThat(RocCurve.of(scores).area().low()).isCloseTo(low, within(1e-12));
      assertThat(RocCurve.of(scores).area().high()).isCloseTo(high, within(1e-12));
    }
  }

  private static double variance(List<LabelledScore> scores, boolean wanted, double area) {
    double squares = 0;
    double count = 0;
    for (var a : scores) {
      if (a.wanted() != wanted) {
        continue;
      }
      double won = 0;
      double against = 0;
      for (var b : scores) {
        if (b.wanted() != wanted) {
          double sign = wanted ? a.score() - b.score() : b.score() - a.score();
          won += sign > 0 ? 1 : sign == 0 ? 0.5 : 0;
          against++;
        }
      }
      squares += Math.pow(won / against - area, 2);
      count++;
    }
    return squares / (count - 1) / count;
  }

  @Test
  void perfectSeparationOfAFewIsNotCertainty() {
    var area =
        RocCurve.of(
                List.of(
                    new LabelledScore(2, true),
                    new LabelledScore(3, true),
                    new LabelledScore(1, false)))
            .area();

    assertThat(area.value()).isEqualTo(1);
    assertThat(area.low()).isLessThan(0.3);
    assertThat(area.high()).isEqualTo(1);
  }

  @Test
  void rocRunsFromNothingToEverything() {
    assertThat(RocCurve.of(SIX).points())
        .containsExactly(
            new RocCurve.Point(Double.POSITIVE_INFINITY, 0, 0),
            new RocCurve.Point(0.9, 0, 1.0 / 3),
            new RocCurve.Point(0.8, 1.0 / 3, 1.0 / 3),
            new RocCurve.Point(0.7, 1.0 / 3, 2.0 / 3),
            new RocCurve.Point(0.5, 2.0 / 3, 1),
            new RocCurve.Point(0.1, 1, 1));
  }

  @Test
  void averagePrecisionWeighsEachPrecisionByTheRecallGained() {
    double byHand = (1 + 2.0 / 3 + 3.0 / 5) / 3;

    assertThat(PrecisionRecallCurve.of(SIX).averagePrecision()).isCloseTo(byHand, within(1e-12));
  }

  @Test
  void findsTheBestPointOfATarget() {
    var curve = PrecisionRecallCurve.of(SIX);

    assertThat(curve.recallAt(0.6).orElseThrow().threshold()).isEqualTo(0.5);
    assertThat(curve.recallAt(0.65).orElseThrow().threshold()).isEqualTo(0.7);
    assertThat(curve.recallAt(1).orElseThrow().recall()).isEqualTo(new Proportion(1, 3));
    assertThat(curve.precisionAt(0.3).precision()).isEqualTo(new Proportion(1, 1));
    assertThat(curve.precisionAt(0.5).precision()).isEqualTo(new Proportion(2, 3));
    assertThat(curve.precisionAt(1).precision()).isEqualTo(new Proportion(3, 5));
  }

  @Test
  void recallOfAnUnreachablePrecisionIsEmpty() {
    var upsideDown = List.of(new LabelledScore(1, true), new LabelledScore(2, false));

    assertThat(PrecisionRecallCurve.of(upsideDown).recallAt(0.9)).isEmpty();
  }

  @Test
  void countsWhatAThresholdDoes() {
    var at = Confusion.at(0.5, SIX);

    assertThat(at).isEqualTo(new Confusion(2, 1, 1, 2));
    assertThat(at.precision()).isEqualTo(new Proportion(2, 3));
    assertThat(at.recall()).isEqualTo(new Proportion(2, 3));
    assertThat(at.falsePositiveRate()).isEqualTo(new Proportion(1, 3));
    assertThat(at.f1()).isCloseTo(2.0 / 3, within(1e-12));
    assertThat(Confusion.at(1, SIX).f1()).isZero();
    // 2 of 4 in the share of Hand and others: Wilson 0.1500..0.8500, carried 0.2608..0.9189
    assertThat(at.f1Interval().low()).isCloseTo(0.2609, within(1e-4));
    assertThat(at.f1Interval().high()).isCloseTo(0.9189, within(1e-4));
  }

  @Test
  void refusesLabelsOfOneKindAndScoresThatAreNoNumbers() {
    assertThatThrownBy(() -> RocCurve.of(SIX.stream().filter(LabelledScore::wanted).toList()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("labels must be of both kinds, were 3 wanted of 3");
    assertThatThrownBy(() -> PrecisionRecallCurve.of(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LabelledScore(Double.NaN, true))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
