package dev.anmok.core.search;

import static dev.anmok.core.search.MatchStrength.FAIR;
import static dev.anmok.core.search.MatchStrength.STRONG;
import static dev.anmok.core.search.MatchStrength.WEAK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatchScaleTest {
  private static final Spread SPREAD = new Spread(0.1, 0.1);

  /// Evidence `20 c - 10`: 0 at a cosine of 0.5. The null's mode lies at -2, its tenth from the top
  /// at `-2 + 2.2504 · 0.5 = -0.8748`, which is a cosine of 0.45626.
  private static final MatchModel MODEL = new MatchModel(-10, 20, 0, 0, -2, 0, 0.5);

  private static final MatchScale SCALE = new MatchScale(Map.of(QueryKind.WORDS, MODEL), "a test");

  @Test
  void fairIsWhatAbsentThingsSeldomReachAndStrongLikelyRight() {
    assertThat(SCALE.byVector(QueryKind.WORDS, SPREAD, 0.4562, 100)).isEqualTo(WEAK);
    assertThat(SCALE.byVector(QueryKind.WORDS, SPREAD, 0.4563, 100)).isEqualTo(FAIR);
    assertThat(SCALE.byVector(QueryKind.WORDS, SPREAD, 0.4999, 100)).isEqualTo(FAIR);
    assertThat(SCALE.byVector(QueryKind.WORDS, SPREAD, 0.5001, 100)).isEqualTo(STRONG);
  }

  @Test
  void chanceIsTheUpperTailOfAGumbelDistribution() {
    assertThat(MODEL.chance(-2, 100)).isCloseTo(1 - Math.exp(-1), within(1e-12));
    assertThat(MODEL.chance(-2 + 0.5 * 2.2503673273124454, 100)).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void sameScoreIsWorthLessInALargerCollection() {
    var growing = new MatchModel(-10, 20, 0, 0, -6, 1, 0.5);
    var scale = new MatchScale(Map.of(QueryKind.WORDS, growing), "a test");

    // √(2 ln 1000) = 3.717, √(2 ln 1e6) = 5.257: the limits are -1.158 and 0.382
    assertThat(scale.byVector(QueryKind.WORDS, SPREAD, 0.45, 1_000)).isEqualTo(FAIR);
    assertThat(scale.byVector(QueryKind.WORDS, SPREAD, 0.51, 1_000_000)).isEqualTo(WEAK);
    assertThat(scale.byVector(QueryKind.WORDS, SPREAD, 0.52, 1_000_000)).isEqualTo(STRONG);
  }

  @Test
  void sameCosineIsWorthLessWhereAnyPhotoGetsMuch() {
    var relative = new MatchModel(-10, 20, -20, 0, -2, 0, 0.5);
    var scale = new MatchScale(Map.of(QueryKind.WORDS, relative), "a test");

    assertThat(scale.byVector(QueryKind.WORDS, new Spread(0.0, 0.1), 0.52, 100)).isEqualTo(STRONG);
    assertThat(scale.byVector(QueryKind.WORDS, new Spread(0.2, 0.1), 0.52, 100)).isEqualTo(WEAK);
  }

  @Test
  void kindWithoutModelIsJudgedByTheNormalDistribution() {
    // of 1,000 normal values the best exceeds 3.7058 in 1 of 10 and 4.7533 in 1 of 1,000 cases
    assertThat(SCALE.byVector(QueryKind.PHOTO, SPREAD, 0.1 + 0.3705, 1_000)).isEqualTo(WEAK);
    assertThat(SCALE.byVector(QueryKind.PHOTO, SPREAD, 0.1 + 0.3707, 1_000)).isEqualTo(FAIR);
    assertThat(SCALE.byVector(QueryKind.PHOTO, SPREAD, 0.1 + 0.4752, 1_000)).isEqualTo(FAIR);
    assertThat(SCALE.byVector(QueryKind.PHOTO, SPREAD, 0.1 + 0.4755, 1_000)).isEqualTo(STRONG);
  }

  @Test
  void wordsAreStrongWhereAllOfThemNameTheThing() {
    assertThat(SCALE.byWords(1, in(TextRole.TITLE))).isEqualTo(STRONG);
    assertThat(SCALE.byWords(1, in(TextRole.BODY))).isEqualTo(FAIR);
    assertThat(SCALE.byWords(0.3, in(TextRole.TITLE))).isEqualTo(FAIR);
    assertThat(SCALE.byWords(0.1, in(TextRole.TITLE))).isEqualTo(WEAK);
    assertThat(SCALE.byWords(0.6, in(TextRole.BODY))).isEqualTo(FAIR);
    assertThat(SCALE.byWords(0.3, in(TextRole.BODY))).isEqualTo(WEAK);
    assertThat(SCALE.byWords(0, List.of())).isEqualTo(WEAK);
  }

  @Test
  void twoWordsInAStorySayMoreThanOne() {
    var one = new TextHit.Match(TextRole.BODY, "sea", "sea");
    var again = new TextHit.Match(TextRole.CAPTION, "sea", "ocean");
    var two = new TextHit.Match(TextRole.BODY, "boat", "boat");
    assertThat(SCALE.byWords(0.4, List.of(one, again))).isEqualTo(WEAK);
    assertThat(SCALE.byWords(0.4, List.of(one, two))).isEqualTo(FAIR);
    assertThat(SCALE.byWords(0.29, List.of(one, two))).isEqualTo(WEAK);
    assertThat(SCALE.byWords(1, List.of(one, two))).isEqualTo(FAIR);
  }

  @Test
  void strongerOfTwoKindsOfEvidenceCounts() {
    assertThat(WEAK.or(STRONG)).isEqualTo(STRONG);
    assertThat(FAIR.or(WEAK)).isEqualTo(FAIR);
  }

  @Test
  void numbersComeBackFromTheirNames() {
    assertThat(MatchModel.of(MODEL.values())).contains(MODEL);
    assertThat(MatchModel.of(Map.of("cosine", 1.0))).isEmpty();
    assertThatThrownBy(() -> new MatchModel(0, 0, 0, 0, 0, 0, 1))
        .hasMessageStartingWith("cosine and null-scale must be above 0");
  }

  private static List<TextHit.Match> in(TextRole role) {
    return List.of(new TextHit.Match(role, "hat", "hat"));
  }
}
