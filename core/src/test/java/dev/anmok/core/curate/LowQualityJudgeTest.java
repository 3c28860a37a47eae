package dev.anmok.core.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.quality.Measures;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LowQualityJudgeTest {
  private static final VectorSpace SPACE = new VectorSpace("test", "00", "none", "none", 1);
  private static final AlbumPhoto PHOTO =
      new AlbumPhoto(
          "a.jpg",
          "00",
          1,
          new ImageFacts("jpeg", 640, 480),
          new Measures(0, 40, 10, 5),
          null,
          Embedding.ofUnit(SPACE, new float[] {1}));

  @Test
  void aValueAtItsThresholdPasses() {
    assertThat(gauge("a", Bound.AT_LEAST, 5.0, 1, 5).criterion().judge(5))
        .isEqualTo(Criterion.State.PASSES);
    assertThat(gauge("a", Bound.AT_MOST, 5.0, 1, 5).criterion().judge(5))
        .isEqualTo(Criterion.State.PASSES);
    assertThat(Bound.AT_LEAST.allows(4.999, 5)).isFalse();
    assertThat(Bound.AT_MOST.allows(5.001, 5)).isFalse();
  }

  @Test
  void anyNeedsOneFaultAndKOfNNeedsK() {
    var gauges = List.of(fails("a", 1), fails("b", 1), passes("c"));

    assertThat(judge(gauges, new FaultRule.AtLeast(1)).low()).isTrue();
    assertThat(judge(gauges, new FaultRule.AtLeast(2)).low()).isTrue();
    assertThat(judge(gauges, new FaultRule.AtLeast(3)).low()).isFalse();
  }

  @Test
  void weightedNeedsTheWeightsOfTheFailedOnesToReachTheLimit() {
    var gauges = List.of(fails("a", 0.5), fails("b", 0.25), passes("c"));

    assertThat(judge(gauges, new FaultRule.Weighted(0.75)).low()).isTrue();
    assertThat(judge(gauges, new FaultRule.Weighted(0.76)).low()).isFalse();
  }

  @Test
  void whatWasNotMeasuredOrHasNoThresholdNeitherPassesNorFails() {
    var gauges =
        List.of(
            gauge("a", Bound.AT_LEAST, 5.0, 1, Double.NaN), gauge("b", Bound.AT_LEAST, null, 1, 0));

    var verdict = judge(gauges, new FaultRule.AtLeast(1));

    assertThat(verdict.low()).isFalse();
    assertThat(verdict.findings())
        .extracting(LowQualityVerdict.Finding::state)
        .containsExactly(Criterion.State.NOT_MEASURED, Criterion.State.NO_THRESHOLD);
  }

  @Test
  void someCriteriaCanBeChosenByName() {
    var judge = LowQualityJudge.of(List.of(fails("a", 1), passes("c")), new FaultRule.AtLeast(1));

    assertThat(judge.only(Set.of("c"), judge.rule()).judge(PHOTO).low()).isFalse();
    assertThat(judge.only(Set.of(), judge.rule()).judge(PHOTO).low()).isTrue();
    assertThatThrownBy(() -> judge.only(Set.of("x"), judge.rule()))
        .hasMessage("criteria: there is no 'x'; there are a, c");
  }

  @Test
  void moreFaultsThanCriteriaAreRefused() {
    assertThatThrownBy(() -> LowQualityJudge.of(List.of(passes("a")), new FaultRule.AtLeast(2)))
        .hasMessage("faults must be at most 1, the number of criteria, was 2");
  }

  @Test
  void rulesHaveNames() {
    assertThat(FaultRule.parse("any", 7, 7)).isEqualTo(new FaultRule.AtLeast(1));
    assertThat(FaultRule.parse("k-of-n", 3, 7)).isEqualTo(new FaultRule.AtLeast(3));
    assertThat(FaultRule.parse("2-of-n", 1, 7).code()).isEqualTo("2-of-n");
    assertThat(FaultRule.parse("weighted", 1, 0.5)).isEqualTo(new FaultRule.Weighted(0.5));
    assertThatThrownBy(() -> FaultRule.parse("most", 1, 1)).hasMessageContaining("was most");
    assertThatThrownBy(() -> FaultRule.parse("0-of-n", 1, 1)).hasMessageContaining("was 0");
  }

  @Test
  void moreThanHalfOfASampleOfTwentyIsSuspicious() {
    assertThat(new LowQualityShare(11, 20).suspicious()).isTrue();
    assertThat(new LowQualityShare(10, 20).suspicious()).isFalse();
    assertThat(new LowQualityShare(19, 19).suspicious()).isFalse();
  }

  private static LowQualityVerdict judge(List<LowQualityJudge.Gauge> gauges, FaultRule rule) {
    return LowQualityJudge.of(gauges, rule).judge(PHOTO);
  }

  private static LowQualityJudge.Gauge fails(String name, double weight) {
    return gauge(name, Bound.AT_LEAST, 5.0, weight, 4);
  }

  private static LowQualityJudge.Gauge passes(String name) {
    return gauge(name, Bound.AT_LEAST, 5.0, 1, 6);
  }

  private static LowQualityJudge.Gauge gauge(
      String name, Bound bound, @Nullable Double threshold, double weight, double value) {
    return new LowQualityJudge.Gauge(
        new Criterion(name, "faulty", bound, threshold, weight, "a test"), _ -> value);
  }
}
