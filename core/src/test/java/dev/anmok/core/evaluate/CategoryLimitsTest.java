package dev.anmok.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.curate.CategoryRule;
import dev.anmok.core.evaluate.CategoryLimits.Labelled;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CategoryLimitsTest {
  private static Labelled right(double margin, double gap) {
    return new Labelled(margin, gap, true, false);
  }

  private static Labelled wrong(double margin, double gap) {
    return new Labelled(margin, gap, false, false);
  }

  private static Labelled others(double margin, double gap) {
    return new Labelled(margin, gap, false, true);
  }

  @Test
  void aRuleIsCountedByHand() {
    var photos =
        List.of(right(0.3, 0.2), right(0.05, 0.2), wrong(0.3, 0.2), others(0.3, 0.2), others(0, 0));

    var found = CategoryLimits.of(photos, new CategoryRule(0.1, 0.1));

    assertThat(found.precision()).isEqualTo(new Proportion(1, 3));
    assertThat(found.recall()).isEqualTo(new Proportion(1, 3));
    assertThat(found.rejectedOthers()).isEqualTo(new Proportion(1, 2));
  }

  /// The wrong ones have small gaps but large margins: only a limit on the gap parts them.
  @Test
  void theGapIsUsedWhereTheMarginCannotPart() {
    var photos = new ArrayList<Labelled>();
    for (int i = 0; i < 50; i++) {
      photos.add(right(0.2, 0.10 + i * 1e-3));
      photos.add(wrong(0.3, 0.01));
    }

    var found = CategoryLimits.find(photos, 0.9).orElseThrow();

    assertThat(found.precision()).isEqualTo(new Proportion(50, 50));
    assertThat(found.rule().gap()).isBetween(0.01, 0.10);
  }

  @Test
  void noRuleReachesWhatCannotBeReached() {
    assertThat(CategoryLimits.find(List.of(wrong(1, 1), others(1, 1)), 0.1)).isEmpty();
    assertThat(CategoryLimits.find(List.of(), 0.1)).isEmpty();
    // one right of one: the interval starts at 1 / (1 + 1.96²) = 0.2065
    assertThat(CategoryLimits.find(List.of(right(1, 1)), 0.20)).isPresent();
    assertThat(CategoryLimits.find(List.of(right(1, 1)), 0.21)).isEmpty();
  }

  /// Against all pairs of limits between neighbouring values, with few different gaps.
  @Test
  void noOtherPairOfLimitsGetsMoreRight() {
    var random = new Random(11);
    var photos = new ArrayList<Labelled>();
    for (int i = 0; i < 120; i++) {
      boolean good = random.nextInt(3) > 0;
      double margin = ((good ? 10 : 0) + random.nextInt(20)) / 100.0;
      double gap = ((good ? 2 : 0) + random.nextInt(6)) / 100.0;
      photos.add(new Labelled(margin, gap, good, !good && random.nextBoolean()));
    }

    var found = CategoryLimits.find(photos, 0.75).orElseThrow();

    long best = 0;
    for (int m = -1; m < 40; m++) {
      for (int g = -1; g < 20; g++) {
        var rule = new CategoryRule(m * 0.01 + 0.005, g * 0.01 + 0.005);
        var tried = CategoryLimits.of(photos, rule).precision();
        best = tried.low() >= 0.75 ? Math.max(best, tried.successes()) : best;
      }
    }
    assertThat(found.precision().low()).isGreaterThanOrEqualTo(0.75);
    assertThat(found.precision().successes()).isEqualTo(best);
    assertThat(CategoryLimits.of(photos, found.rule()).precision()).isEqualTo(found.precision());
  }
}
