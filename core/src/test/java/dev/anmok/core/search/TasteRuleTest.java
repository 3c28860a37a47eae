package dev.anmok.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TasteRuleTest {
  private static final VectorSpace SPACE = new VectorSpace("fake", "00", "none", "none", 3);
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final TasteRule RULE = new TasteRule(0.2, Duration.ofDays(10), 4, 2);

  private static Reaction reaction(double worth, int daysAgo, float... looks) {
    return new Reaction(
        Embedding.normalize(SPACE, looks), worth, NOON.minus(Duration.ofDays(daysAgo)));
  }

  /// A like of the first axis today, a click on the second axis a half-life ago: (1, 0.4 · 0.5).
  @Test
  void aLikeOfTodayOutweighsAClickOfBeforeByWorthAndDecay() {
    var tastes = RULE.tastes(List.of(reaction(0.4, 10, 0, 1, 0), reaction(1, 0, 1, 0, 0)), 0.25);

    assertThat(tastes).hasSize(1);
    var liked = tastes.getFirst();
    assertThat(liked.name()).isEqualTo("liked");
    assertThat(liked.weight()).isCloseTo(0.05, within(1e-12));
    var vector = liked.vector().toArray();
    double length = Math.sqrt(1 + 0.2 * 0.2);
    assertThat((double) vector[0]).isCloseTo(1 / length, within(1e-6));
    assertThat((double) vector[1]).isCloseTo(0.2 / length, within(1e-6));
    assertThat((double) vector[2]).isZero();
  }

  @Test
  void whatWasNotWantedIsATasteOfItsOwn() {
    var tastes =
        RULE.tastes(
            List.of(
                reaction(1, 0, 1, 0, 0),
                reaction(1, 1, 1, 0, 0),
                reaction(-1, 2, 0, 0, 2),
                reaction(-1, 3, 0, 0, 1)),
            1);

    assertThat(tastes).extracting(SubQuery.Taste::name).containsExactly("liked", "disliked");
    assertThat(tastes.getLast().weight()).isEqualTo(-0.2);
    assertThat(tastes.getLast().vector().toArray()).containsExactly(0, 0, 1);
  }

  @Test
  void tooFewReactionsSayNothing() {
    assertThat(RULE.tastes(List.of(), 1)).isEmpty();
    assertThat(RULE.tastes(List.of(reaction(1, 0, 1, 0, 0), reaction(-1, 0, 0, 1, 0)), 1))
        .isEmpty();
  }

  @Test
  void onlyTheNewestCount() {
    var tastes =
        RULE.tastes(
            List.of(
                reaction(1, 50, 0, 1, 0),
                reaction(1, 0, 1, 0, 0),
                reaction(1, 1, 1, 0, 0),
                reaction(1, 2, 1, 0, 0),
                reaction(1, 3, 1, 0, 0)),
            1);

    assertThat(tastes.getFirst().vector().toArray()).containsExactly(1, 0, 0);
  }

  @Test
  void oppositesThatCancelHaveNoDirection() {
    assertThat(RULE.tastes(List.of(reaction(1, 0, 1, 0, 0), reaction(1, 0, -1, 0, 0)), 1))
        .isEmpty();
  }

  @Test
  void aTasteOfLongAgoIsStillOne() {
    assertThat(RULE.tastes(List.of(reaction(1, 9_000, 1, 0, 0), reaction(1, 9_001, 1, 0, 0)), 1))
        .hasSize(1);
  }

  @Test
  void aTasteMovesAHitByAtMostItsWeight() {
    var vector = Embedding.normalize(SPACE, new float[] {1, 0, 0});
    var liked = new SubQuery.Taste("liked", 0.2, vector);
    var disliked = new SubQuery.Taste("disliked", -0.2, vector);

    assertThat(liked.adds(7)).isEqualTo(0.2);
    assertThat(liked.adds(-7)).isEqualTo(-0.2);
    assertThat(liked.adds(0.5)).isEqualTo(0.1);
    assertThat(disliked.adds(7)).isEqualTo(-0.2);
    assertThat(disliked.adds(-7)).isZero();
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new TasteRule(0, Duration.ofDays(1), 1, 1))
        .hasMessageContaining("weight must be above 0");
    assertThatThrownBy(() -> new TasteRule(Double.NaN, Duration.ofDays(1), 1, 1))
        .hasMessageContaining("weight");
    assertThatThrownBy(() -> new TasteRule(0.1, Duration.ZERO, 1, 1))
        .hasMessageContaining("half-life");
    assertThatThrownBy(() -> new TasteRule(0.1, Duration.ofDays(1), 2, 3))
        .hasMessageContaining("least must be 1..2");
    assertThatThrownBy(() -> reaction(0, 0, 1, 0, 0)).hasMessageContaining("worth");
  }
}
