package dev.anmok.app.album;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.curate.FaultRule;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LowQualityOptionsTest {
  @Test
  void nothingSentLeavesTheProfilesRule() {
    assertThat(read(Map.of())).isEqualTo(LowQualityOptions.DEFAULT);
  }

  @Test
  void rulesAreReadByNameAndNumber() {
    assertThat(rule(Map.of("rule", "any"))).isEqualTo(new FaultRule.AtLeast(1));
    assertThat(rule(Map.of("faults", "2"))).isEqualTo(new FaultRule.AtLeast(2));
    assertThat(rule(Map.of("rule", "k-of-n", "faults", "3"))).isEqualTo(new FaultRule.AtLeast(3));
    assertThat(rule(Map.of("rule", "2-of-n"))).isEqualTo(new FaultRule.AtLeast(2));
    assertThat(rule(Map.of("rule", "weighted", "limit", "0.5")))
        .isEqualTo(new FaultRule.Weighted(0.5));
  }

  @Test
  void criteriaAreNamesBetweenCommas() {
    assertThat(read(Map.of("criteria", "noise, sharp,")).criteria())
        .containsExactlyInAnyOrder("noise", "sharp");
  }

  @Test
  void whatContradictsItselfOrIsOutOfRangeIsRefused() {
    refused(Map.of("rule", "any", "faults", "2"), "faults needs the rule k-of-n");
    refused(Map.of("rule", "any", "limit", "2"), "limit needs the rule weighted");
    refused(Map.of("rule", "some"), "rule must be any");
    refused(Map.of("faults", "0"), "faults must be a whole number from 1");
    refused(Map.of("rule", "weighted", "limit", "0"), "limit must be above 0");
    refused(Map.of("all", "maybe"), "all must be true or false");
  }

  private static void refused(Map<String, String> sent, String why) {
    assertThatThrownBy(() -> read(sent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  private static FaultRule rule(Map<String, String> sent) {
    return java.util.Objects.requireNonNull(read(sent).ruleOrNull());
  }

  private static LowQualityOptions read(Map<String, String> sent) {
    return LowQualityOptions.read(name -> Optional.ofNullable(sent.get(name)));
  }
}
