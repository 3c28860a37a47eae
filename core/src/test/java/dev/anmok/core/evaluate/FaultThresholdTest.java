package dev.anmok.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.curate.Bound;
import dev.anmok.core.evaluate.FaultThreshold.Label;
import dev.anmok.core.evaluate.FaultThreshold.Labelled;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FaultThresholdTest {
  /// Values 1 to 6: two faults, another fault, a good photo, a fault, a good photo.
  private static final List<Labelled> SIX =
      List.of(
          new Labelled(1, Label.FAULT),
          new Labelled(2, Label.FAULT),
          new Labelled(3, Label.OTHER_FAULT),
          new Labelled(4, Label.GOOD),
          new Labelled(5, Label.FAULT),
          new Labelled(6, Label.GOOD));

  @Test
  void stopsBeforeTheFirstGoodPhotoWhereNoFalseAlarmIsAllowed() {
    var found = FaultThreshold.find(SIX, Bound.AT_LEAST, 0, 0).orElseThrow();

    assertThat(found.threshold()).isEqualTo(2.5);
    assertThat(found.precision()).isEqualTo(new Proportion(2, 2));
    assertThat(found.recall()).isEqualTo(new Proportion(2, 3));
    assertThat(found.falseAlarms()).isEqualTo(new Proportion(0, 2));
  }

  @Test
  void goesOnWhereHalfOfTheGoodMayFail() {
    var found = FaultThreshold.find(SIX, Bound.AT_LEAST, 0, 0.5).orElseThrow();

    assertThat(found.threshold()).isEqualTo(5.5);
    assertThat(found.precision()).isEqualTo(new Proportion(4, 5));
    assertThat(found.recall()).isEqualTo(new Proportion(3, 3));
    assertThat(found.falseAlarms()).isEqualTo(new Proportion(1, 2));
  }

  @Test
  void theTargetHoldsForTheLowerEndOfTheInterval() {
    // 2 of 2 has a lower end of 2 / (2 + 1.96²) = 0.342
    assertThat(FaultThreshold.find(SIX, Bound.AT_LEAST, 0.34, 0)).isPresent();
    assertThat(FaultThreshold.find(SIX, Bound.AT_LEAST, 0.45, 0)).isEmpty();
  }

  @Test
  void largeValuesFailUnderAnUpperBound() {
    var turned = SIX.stream().map(one -> new Labelled(-one.value(), one.label())).toList();

    var found = FaultThreshold.find(turned, Bound.AT_MOST, 0, 0).orElseThrow();

    assertThat(found.threshold()).isEqualTo(-2.5);
  }

  @Test
  void nothingIsFoundWhereOnlyGoodPhotosAre() {
    var good = List.of(new Labelled(1, Label.GOOD), new Labelled(2, Label.GOOD));

    assertThat(FaultThreshold.find(good, Bound.AT_LEAST, 0, 1)).isEmpty();
  }

  @Test
  void aValueAtTheThresholdDoesNotFail() {
    var at = FaultThreshold.at(2, SIX, Bound.AT_LEAST);

    assertThat(at.recall()).isEqualTo(new Proportion(1, 3));
  }

  @Test
  void rankedPairsAreCountedWithTiesAsHalves() {
    // 3 beats 1 and 2 and ties with 3; 2 beats 1, ties with 2, loses to 3
    assertThat(RankedPairs.share(new double[] {3, 2}, new double[] {1, 2, 3}))
        .isCloseTo((2.5 + 1.5) / 6, within(1e-12));
    assertThat(RankedPairs.share(new double[0], new double[] {1})).isNaN();
  }

  @Test
  void rankedPairsAgreeWithCountingAllPairs() {
    var random = new Random(42);
    var one = random.ints(200, 0, 50).asDoubleStream().toArray();
    var two = random.ints(150, 0, 40).asDoubleStream().toArray();
    var won = new ArrayList<Double>();
    for (double a : one) {
      for (double b : two) {
        won.add(a > b ? 1 : a == b ? 0.5 : 0);
      }
    }

    assertThat(RankedPairs.share(one, two))
        .isCloseTo(
            won.stream().mapToDouble(Double::doubleValue).average().orElseThrow(), within(1e-12));
  }
}
