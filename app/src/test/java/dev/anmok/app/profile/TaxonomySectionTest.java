package dev.anmok.app.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.classify.Gate;
import dev.anmok.core.classify.Taxonomy;
import dev.anmok.core.classify.View;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxonomySectionTest {
  @TempDir private Path folder = Path.of("");

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("shop.yaml"), text);
  }

  @Test
  void theShippedTaxonomyHasTheSourcesLeaves() {
    assertThat(Profiles.shippedTaxonomy().paths())
        .containsExactly(
            "의류/상의",
            "의류/하의",
            "의류/아우터",
            "의류/신발",
            "전자제품/스마트폰",
            "전자제품/노트북",
            "전자제품/이어폰",
            "가구/침대",
            "가구/의자",
            "가구/테이블",
            "기타/잡화",
            "기타/뷰티",
            "기타/스포츠");
    assertThat(Profiles.shippedTaxonomy().find("t-shirt")).contains("의류/상의");
    assertThat(Profiles.shippedTaxonomy().label("의류/상의", "en")).isEqualTo("Clothing/Tops");
  }

  @Test
  void theExamplesAreInOrder() throws IOException {
    var examples = Path.of("..", "docs", "examples");
    assertThat(Profiles.taxonomy(examples.resolve("taxonomy-clothing.yaml")).paths()).hasSize(17);
    var grocery = Profiles.taxonomy(examples.resolve("taxonomy-grocery.yaml"));
    assertThat(grocery.paths()).hasSize(43);
    assertThat(grocery.find("Granny-Smith")).contains("과일/Apple");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "heads: [{name: a, leaves: [{name: b}]}, {name: b, leaves: [{name: a}]}]"
            + " | the categories go in a circle: a > b > a",
        "heads: [{name: a, leaves: [{name: x}]}, {name: b, leaves: [{name: x}]}]"
            + " | 'x' stands for both 'a/x' and 'b/x'",
        "heads: [{name: a, leaves: []}] | the head 'a' has no leaves",
        "heads: [{name: a, leaves: [{name: unknown}]}] | what a photo without a category is called",
        "heads: [{name: a, leaves: [{name: x, alias: y}]}] | unknown key 'alias'",
        "heads: [{name: a, leaves: [{name: x, prompts: {en: [' ']}}]}] | an empty text under 'en'",
        "heads: [{name: a}] | the key 'leaves' is missing",
        "heads: [{leaves: [{name: x}]}] | the key 'name' is missing",
        "templates: {en: [photo]} | has no {} where the prompt goes",
        "heads: &h [{name: a, leaves: *h}] | shop.yaml",
      })
  void saysInOneLineWhatIsWrong(String yaml, String problem) throws IOException {
    var file = write(yaml + "\n");

    assertThatThrownBy(() -> Profiles.taxonomy(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("shop.yaml")
        .hasMessageContaining(problem)
        .hasMessageNotContaining("\n");
  }

  @Test
  void namesTheLineOfALeafUnderTwoHeads() throws IOException {
    var file =
        write(
            """
            heads:
              - name: a
                leaves:
                  - name: x
              - name: b
                leaves:
                  - name: x
            """);

    assertThatThrownBy(() -> Profiles.taxonomy(file)).hasMessageContaining("line 7: 'x' stands");
    assertThatThrownBy(() -> Profiles.taxonomy(folder.resolve("absent.yaml")))
        .hasMessageContaining("there is no such file");
  }

  private static final String PROFILE =
      """
      name: p
      lens: {name: l, positive: [a photo], negative: [a drawing]}
      curate: {keep: 3}
      search: {among: all}
      category:
      """;

  private CategoryChoice choice(String section) throws IOException {
    var file = Files.writeString(folder.resolve("p.yaml"), PROFILE + section.indent(2));
    return Profiles.load(file.toString()).category().orElseThrow();
  }

  @Test
  void aProfileSaysHowCategoriesAreFound() throws IOException {
    write("heads: [{name: a, leaves: [{name: x}, {name: y}]}]");

    var choice =
        choice(
            """
            taxonomy: shop.yaml
            classifiers: [zero-shot, {name: fashion, weight: 2, temperature: 1.5}]
            gate: {sure: 0.95}
            field: kind
            views: [flip]
            """);

    assertThat(choice.taxonomy().paths()).containsExactly("a/x", "a/y");
    assertThat(choice.classifiers()).extracting(CategoryChoice.Use::weight).containsExactly(1., 2.);
    assertThat(choice.gate()).isEqualTo(new Gate(0.95, 0.7));
    assertThat(choice.field()).isEqualTo("kind");
    assertThat(choice.views()).containsExactly(View.FLIP);
    assertThat(choice("taxonomy: shop").taxonomy()).isEqualTo(Profiles.shippedTaxonomy());
    Taxonomy inline = choice("taxonomy: {heads: [{name: h, leaves: [{name: l}]}]}").taxonomy();
    assertThat(inline.paths()).containsExactly("h/l");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "gate: {sure: 0.5, least: 0.7} | a gate needs 0 < least <= sure <= 1",
        "views: [zoom] | 'views' may hold flip and crops, held zoom",
        "classifiers: [] | at least one classifier is needed",
        "classifiers: [{name: a, weight: 0}] | the weight of a must be above 0",
        "classifiers: [{name: a, temperature: 100}] | a temperature must be 0.05..20.0",
        "taxonomy: absent.yaml | there is no such file",
        "gates: 1 | unknown key 'gates'",
      })
  void saysWhatIsWrongWithTheSection(String section, String problem) {
    assertThatThrownBy(() -> choice(section)).hasMessageContaining(problem);
  }
}
