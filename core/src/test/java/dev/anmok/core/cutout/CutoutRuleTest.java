package dev.anmok.core.cutout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutoutRuleTest {
  private final CutoutRule rule = new CutoutRule(0.1, 0.8, 0.5, 0.6);

  @ParameterizedTest
  @CsvSource({
    "....|....|....|....,NEARLY_EMPTY",
    "#...|....|....|....,NEARLY_EMPTY",
    "####|####|####|####,NEARLY_FULL",
    "....|.#+.|.++.|....,UNDECIDED",
    "####|###.|####|...., CUT_AT_BORDER",
  })
  void keepsPhotosWhoseMaskIsNotBelieved(String drawn, KeptReason reason) {
    var mask = MaskTest.of(drawn.split("\\|"));

    assertThat(rule.judge(mask))
        .isInstanceOfSatisfying(
            Cutout.Kept.class, kept -> assertThat(kept.reason()).isEqualTo(reason));
  }

  @Test
  void aClearSubjectIsCutOut() {
    assertThat(rule.judge(MaskTest.of("....", ".##.", ".##.", "....")))
        .isInstanceOf(Cutout.Cut.class);
  }

  @Test
  void limitsThemselvesPass() {
    var mask = MaskTest.of("##", ".."); // a half is subject, border 2 of 4
    assertThat(new CutoutRule(0.5, 0.5, 0.5, 1).judge(mask)).isInstanceOf(Cutout.Cut.class);
  }

  @Test
  void saysFigureAndLimit() {
    assertThat(rule.judge(MaskTest.of("####", "####", "####")))
        .isEqualTo(
            new Cutout.Kept(KeptReason.NEARLY_FULL, "subject 100.0 %, needs at most 80.0 %"));
  }

  @Test
  void anEmptyMaskIsNeverUsed() {
    assertThat(CutoutRule.ANY.judge(Mask.empty(4, 4))).isInstanceOf(Cutout.Kept.class);
  }

  @Test
  void refusesLimitsThatAreNoShares() {
    assertThatThrownBy(() -> new CutoutRule(0, 1.2, 1, 0))
        .hasMessage("maxShare must be 0..1, was 1.2");
    assertThatThrownBy(() -> new CutoutRule(0.5, 0.4, 1, 0))
        .hasMessage("minShare must be <= maxShare, was 0.5 and 0.4");
  }
}
