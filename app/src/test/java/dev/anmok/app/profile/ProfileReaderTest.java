package dev.anmok.app.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.app.workspace.Models;
import dev.anmok.core.score.Pooling;
import dev.anmok.core.score.PromptFinding;
import dev.anmok.core.score.PromptLint;
import dev.anmok.core.search.VectorQuery;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileReaderTest {
  private static final String SMALL =
      """
      name: small
      lens:
        name: mood
        positive: [a room]
        negative: [a cake]
      curate:
        keep: 3
      """;

  @Test
  void theCafeProfileHasTheSourcesPromptsWithTheDisabledOneKept() throws IOException {
    var cafe = Profiles.load("cafe");

    var prompts = cafe.lens().prompts();
    assertThat(prompts.positiveTexts()).hasSize(6);
    assertThat(prompts.negativeTexts()).hasSize(8);
    assertThat(prompts.positive()).filteredOn(prompt -> !prompt.enabled()).hasSize(1);
    assertThat(cafe.lens().pooling()).isEqualTo(Pooling.MEAN);
    assertThat(cafe.rule().keep()).isEqualTo(5);
    assertThat(cafe.rule().require()).isEqualTo(5);
    assertThat(cafe.among()).isEqualTo(VectorQuery.Scope.REPRESENTATIVES);
    assertThat(PromptLint.check(prompts)).isEmpty();
  }

  @Test
  void theEmbeddedModelHasAThresholdForEachShippedLens() throws IOException {
    var pack = Models.embedded();
    for (var name :
        List.of(
            "cafe", "cafe-ko", "album", "album-as-published", "review", "review-as-published")) {
      var lens = Profiles.load(name).lens();

      var shipped = pack.calibration(lens.name()).orElseThrow();

      assertThat(shipped.prompts()).as(name).isEqualTo(lens.prompts().digest());
      assertThat(shipped.pooling()).as(name).isEqualTo(lens.pooling().code());
    }
  }

  @Test
  void theAsPublishedProfileHasTheGluedPromptAndSaysSo() throws IOException {
    var published = Profiles.load("cafe-as-published");

    assertThat(published.lens().prompts().negativeTexts()).hasSize(7);
    assertThat(published.method()).isEqualTo(Method.AS_PUBLISHED);
    assertThat(published.publishedThreshold()).hasValue(0.01);
    assertThat(published.rule().near()).isEmpty();
    assertThat(PromptLint.check(published.lens().prompts()))
        .extracting(PromptFinding::prompt)
        .singleElement()
        .asString()
        .contains("cupa close-up");
  }

  @Test
  void whatIsLeftOutHasADefault() throws IOException {
    var small = Profiles.parse("small.yaml", SMALL);

    assertThat(small.rule().keep()).isEqualTo(3);
    assertThat(small.rule().require()).isEqualTo(3);
    assertThat(small.method()).isEqualTo(Method.DELTA);
    assertThat(small.among()).isEqualTo(VectorQuery.Scope.ALL);
    assertThat(small.publishedThreshold()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "  keep: 3   |   keeep: 3          | line 7: unknown key 'keeep'",
        "  keep: 3   |   keep: many        | line 7: 'keep' must be a number, was many",
        "  keep: 3   |   keep: 2.5         | line 7: 'keep' must be a whole number",
        "  keep: 3   |   keep: 0           | keep must be >= 1, was 0",
        "  keep: 3   |   diversity: 7      | diversity must be 0..1",
        "  keep: 3   |   method: best      | 'method' must be one of as-published, delta, useful, was best",
        "    name: mood |   nam: mood        | the key 'name' is missing",
        "  positive: [a room] |   positive: a room | 'positive' must be a list",
        "  positive: [a room] |   positive: [] | each side needs at least one enabled prompt",
        "  positive: [a room] |   positive: [{text: x, enabled: maybe}] | 'enabled' must be true or",
        "name: small  | name: [                | not valid YAML",
        "name: small  | nope: small            | 'name' is missing",
      })
  void aMistakeIsNamedWithItsPlace(String before, String after, String message) {
    var yaml = SMALL.replace(before.strip(), after.strip());
    assertThat(yaml).isNotEqualTo(SMALL);

    assertThatThrownBy(() -> Profiles.parse("small.yaml", yaml))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("profile small.yaml")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "just text", "- a\n- list"})
  void whatIsNoMappingIsRefused(String yaml) {
    assertThatThrownBy(() -> Profiles.parse("x.yaml", yaml)).isInstanceOf(IOException.class);
  }

  @Test
  void anUnknownNameListsTheKnownOnes() {
    assertThatThrownBy(() -> Profiles.load("caffe"))
        .isInstanceOf(UnknownProfileException.class)
        .hasMessageContaining("cafe, cafe-ko, cafe-as-published");
  }
}
