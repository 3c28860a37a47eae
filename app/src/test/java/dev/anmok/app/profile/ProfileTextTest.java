package dev.anmok.app.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileTextTest {
  private static final String SMALL =
      """
      # what I look for
      name: small
      lens:
        # rooms
        name: mood
        positive: [a room] # 방
        negative: [a cake]
      curate:
        keep: 3
      """;

  private static String with(BoundThreshold threshold, String yaml) throws IOException {
    return ProfileText.with(threshold, "small", yaml, List.of());
  }

  @Test
  void aThresholdIsAddedAndAllElseStaysAsItWas() throws IOException {
    var text = with(new BoundThreshold("mini-1", 0.0123, "mean", null), SMALL);

    assertThat(
            text.lines().filter(line -> !line.contains("thresholds:") && !line.contains("mini-1")))
        .containsExactlyElementsOf(SMALL.lines().toList());
    var profile = Profiles.parse("small", text);
    assertThat(profile.thresholdIn("mini-1")).hasValue(0.0123);
    assertThat(profile.thresholdIn("mini-2")).isEmpty();
  }

  @Test
  void oneForTheSameSpaceIsReplacedAndOthersStay() throws IOException {
    var first = with(new BoundThreshold("mini-1", 0.01, null, null), SMALL);
    var second = with(new BoundThreshold("mini-2", -0.2, null, null), first);
    var third = with(new BoundThreshold("mini-1", 0.03, null, null), second);

    var profile = Profiles.parse("small", third);
    assertThat(profile.thresholdIn("mini-1")).hasValue(0.03);
    assertThat(profile.thresholdIn("mini-2")).hasValue(-0.2);
    assertThat(profile.thresholds()).hasSize(2);
    assertThat(third.lines()).hasSize(second.lines().toList().size());
  }

  @Test
  void commentsBetweenThresholdsAndTheNextKeyStay() throws IOException {
    var first = with(new BoundThreshold("mini-1", 0.01, null, null), SMALL);
    var commented = first.replace("  name: mood\n", "  # its name\n\n  name: mood\n");
    var second = with(new BoundThreshold("mini-1", 0.02, null, null), commented);

    assertThat(second).contains("  # its name\n\n  name: mood\n");
    assertThat(Profiles.parse("small", second).thresholdIn("mini-1")).hasValue(0.02);
  }

  @Test
  void itHoldsOnlyForThePoolingAndPromptsThatItNames() throws IOException {
    var prompts = Profiles.parse("small", SMALL).lens().prompts().digest();
    var text = with(new BoundThreshold("mini-1", 0.01, "mean", prompts), SMALL);

    assertThat(Profiles.parse("small", text).thresholdIn("mini-1")).hasValue(0.01);
    var others = Profiles.parse("small", text.replace("a cake", "a cake or a tart"));
    assertThat(others.thresholdIn("mini-1")).isEmpty();
    var pooled =
        Profiles.parse("small", text.replace("  name: mood", "  name: mood\n  pooling: max"));
    assertThat(pooled.thresholdIn("mini-1")).isEmpty();
  }

  @Test
  void aHeadStandsBeforeTheRestAsComments() throws IOException {
    var bound = new BoundThreshold("mini-1", 0.01, null, null);
    var text = ProfileText.with(bound, "small", SMALL, List.of("one: two", ""));

    assertThat(text).startsWith("# one: two\n#\n# what I look for\n");
    assertThat(Profiles.parse("small", text).name()).isEqualTo("small");
  }

  @Test
  void aLensInBracesTakesThresholdsToo() throws IOException {
    var braces =
        "name: small # 🍰\nlens: {name: mood, positive: [a],\n  negative: [b]} # 방\ncurate: {keep: 3}\n";
    var first = with(new BoundThreshold("mini-1", 0.01, null, null), braces);
    assertThat(first.replace("thresholds: {mini-1: 0.01}, ", "")).isEqualTo(braces);

    var second = with(new BoundThreshold("mini-2", -0.2, "mean", null), first);
    var third = with(new BoundThreshold("mini-1", 0.03, null, null), second);
    var profile = Profiles.parse("small", third);
    assertThat(profile.thresholdIn("mini-1")).hasValue(0.03);
    assertThat(profile.thresholdIn("mini-2")).hasValue(-0.2);
    assertThat(profile.thresholds()).hasSize(2);
    assertThat(profile.rule().keep()).isEqualTo(3);
  }

  @Test
  void aWrongThresholdIsSaidWithItsLine() {
    var wrong = SMALL.replace("  # rooms", "  thresholds:\n    mini-1: high");
    assertThatThrownBy(() -> Profiles.parse("small", wrong))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 5");
    var unknown = SMALL.replace("  # rooms", "  thresholds: {mini-1: {value: 0.1, pool: mean}}");
    assertThatThrownBy(() -> Profiles.parse("small", unknown))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("unknown key 'pool'");
  }
}
