package dev.anmok.app.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.app.workspace.Models;
import dev.anmok.core.curate.FaultRule;
import dev.anmok.core.curate.LowQualityRule;
import dev.anmok.core.curate.PixelMeasure;
import dev.anmok.core.score.PairsLens;
import dev.anmok.core.score.PromptPair;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;

class LowQualitySectionTest {
  private static final String PAIR = "{name: sharp, good: sharp, bad: blurry}";

  @Test
  void theAlbumProfileHasTheSourcesFivePairsAndPixels() throws IOException {
    var rule = Profiles.shippedAlbum().lowQuality();

    var lens = rule.lens().orElseThrow();
    assertThat(lens.form()).isEqualTo(PairsLens.Form.SOFTMAX);
    assertThat(lens.pairs())
        .extracting(PromptPair::name)
        .containsExactly("sharp", "high-resolution", "clean", "well-lit", "natural");
    assertThat(rule.pixels())
        .containsKey(PixelMeasure.NOISE)
        .doesNotContainKey(PixelMeasure.SHARPNESS);
    assertThat(rule.faults()).isEqualTo(new FaultRule.AtLeast(1));
  }

  @Test
  void theEmbeddedModelHasThresholdsForJustThesePrompts() throws IOException {
    var lens = Profiles.shippedAlbum().lowQuality().lens().orElseThrow();

    var shipped = Models.embedded().calibration(lens.name()).orElseThrow();

    assertThat(shipped.prompts()).isEqualTo(lens.digest());
    assertThat(shipped.pooling()).isEqualTo(lens.form().code());
    assertThat(lens.pairs()).extracting(PromptPair::name).containsAll(shipped.values().keySet());
  }

  @Test
  void theAsPublishedProfileComparesRawDifferencesWithOneThreshold() throws IOException {
    var rule = Profiles.load("album-as-published").album().orElseThrow().lowQuality();

    assertThat(rule.lens().orElseThrow().form()).isEqualTo(PairsLens.Form.DIFFERENCE);
    assertThat(rule.promptThresholds())
        .hasSize(5)
        .allSatisfy((_, value) -> assertThat(value).isEqualTo(0.2));
    assertThat(rule.pixels()).isEmpty();
  }

  @Test
  void aSideMayHaveSeveralPromptsAndPartsCanBeSwitchedOff() throws IOException {
    var rule =
        read(
            """
            rule: 2-of-n
            prompts:
              thresholds: {sharp: 0.3}
              pairs:
                - {name: sharp, fault: blurred, good: [sharp, crisp], bad: blurry}
            pixels: {noise: 6, blockiness: off}
            weights: {noise: 0.5}
            """);

    assertThat(rule.lens().orElseThrow().pairs())
        .containsExactly(
            new PromptPair("sharp", "blurred", List.of("sharp", "crisp"), List.of("blurry")));
    assertThat(rule.pixels()).containsOnlyKeys(PixelMeasure.NOISE);
    assertThat(rule.weight("noise")).isEqualTo(0.5);
    assertThat(rule.faults()).isEqualTo(new FaultRule.AtLeast(2));
    assertThat(read("prompts: off\npixels: off").lens()).isEmpty();
  }

  @Test
  void aFlatListOfPromptsIsRefusedWithItsLine() {
    refused(
        "prompts:\n  pairs:\n    - a sharp photo\n    - a blurry photo",
        "line 3:",
        "a bare prompt has no other side");
  }

  @Test
  void aPairWithoutItsBadSideIsRefusedWithItsLine() {
    refused("prompts:\n  pairs:\n    - {name: sharp, good: sharp}", "line 3:", "'bad' is missing");
  }

  @Test
  void anythingElseInAPairIsRefused() {
    refused(
        "prompts:\n  pairs:\n    - {name: sharp, good: sharp, bad: blurry, ugly: x}",
        "line 3:",
        "unknown key 'ugly'");
    refused(
        "prompts:\n  pairs:\n    - {name: sharp, good: [], bad: blurry}", "line 3:", "good side");
    refused("prompts:\n  pairs: sharp", "line 2:", "must be a list");
    refused("prompts:\n  pairs: [" + PAIR + "," + PAIR + "]", "line 2:", "two pairs are called");
  }

  @Test
  void unknownNamesAreRefused() {
    refused("pixels: {sharpnes: 3}", "line 1:", "unknown key 'sharpnes'");
    refused("weights: {noise: -1}", "line 1:", "must be >= 0");
    refused("weights: {nose: 1}", "line 1:", "no criterion 'nose'");
    refused("rule: most", "line 1:", "was most");
    refused(
        "prompts:\n  thresholds: {clean: 1}\n  pairs: [" + PAIR + "]",
        "line 1:",
        "no pair 'clean'");
  }

  private static void refused(String section, String... parts) {
    assertThatThrownBy(() -> read(section))
        .isInstanceOf(IOException.class)
        .message()
        .contains(parts);
  }

  private static LowQualityRule read(String section) throws IOException {
    var settings = LoadSettings.builder().build();
    var node = new Compose(settings).composeReader(new StringReader(section)).orElseThrow();
    return LowQualitySection.read(YamlMap.of("small", node));
  }
}
