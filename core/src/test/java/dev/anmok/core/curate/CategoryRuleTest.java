package dev.anmok.core.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.score.CategoryScore;
import java.util.List;
import org.junit.jupiter.api.Test;

class CategoryRuleTest {
  private static final CategoryRule RULE = new CategoryRule(0.1, 0.05);

  private static CategoryScore score(String name, double cosine) {
    return new CategoryScore(name, cosine, cosine - 0.25, 0.5);
  }

  @Test
  void theBestWinsIfItIsFarEnoughAboveTheBankAndTheSecond() {
    var decision = RULE.decide(List.of(score("food", 0.5), score("dog", 0.25)), 1);

    assertThat(decision.category()).isEqualTo("food");
    assertThat(decision.reason()).isEqualTo(CategoryReason.BEST);
    assertThat(decision.scores()).hasSize(1);
  }

  @Test
  void limitsAreStrict() {
    var rule = new CategoryRule(0.25, 0.25);

    assertThat(rule.decide(List.of(score("food", 0.5), score("dog", 0)), 3).reason())
        .isEqualTo(CategoryReason.BELOW_NEUTRAL);
    assertThat(rule.decide(List.of(score("food", 0.75), score("dog", 0.5)), 3).reason())
        .isEqualTo(CategoryReason.NO_CLEAR_WINNER);
  }

  @Test
  void aRejectedPhotoStillSaysWhatCameNearest() {
    var decision = RULE.decide(List.of(score("food", 0.5), score("dog", 0.49)), 5);

    assertThat(decision.category()).isEqualTo("others");
    assertThat(decision.scores())
        .extracting(CategoryScore::category)
        .containsExactly("food", "dog");
  }

  @Test
  void oneCategoryHasNoSecond() {
    assertThat(RULE.decide(List.of(score("food", 0.5)), 3).category()).isEqualTo("food");
  }

  @Test
  void argmaxRejectsNothing() {
    var hopeless = List.of(score("food", -0.9), score("dog", -0.9));

    assertThat(CategoryRule.ARGMAX.decide(hopeless, 3).category()).isEqualTo("food");
  }

  /// exp(100 · ln 2 / 100) = 2.
  @Test
  void withoutDataTheBestMustBeTwiceAsProbable() {
    var rule = CategoryRule.twiceAsProbable(100);

    assertThat(Math.exp(100 * rule.gap())).isCloseTo(2, within(1e-9));
    assertThat(rule.neutralMargin()).isEqualTo(rule.gap());
  }
}
