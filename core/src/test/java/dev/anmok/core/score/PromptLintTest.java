package dev.anmok.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PromptLintTest {
  @Test
  void theSourcesJoinedPromptIsFound() {
    var joined =
        "beverage in a plastic cupa close-up photo of a beverage cup or hand holding a drink";

    var findings = PromptLint.check(set("a room", joined));

    assertThat(findings).extracting(PromptFinding::prompt).containsExactly(joined);
    assertThat(findings.getFirst().message()).contains("glued").contains("cupa");
  }

  @Test
  void theRepairedPromptsAreClean() {
    var findings =
        PromptLint.check(
            new PromptSet(
                texts(
                    "an interior photo of a cafe",
                    "cozy cafe atmosphere",
                    "indoor lighting and furniture",
                    "wide angle shot of a room",
                    "interior design details and decorations",
                    "outdoor terrace seating area of a coffee shop"),
                texts(
                    "close-up photo of food",
                    "dessert or cake",
                    "a photo of a menu board, price list or signage",
                    "text document or receipt",
                    "a selfie of a person",
                    "beverage in a plastic cup",
                    "a close-up photo of a beverage cup or hand holding a drink",
                    "a graphic logo, illustrative icon, or screenshot")));

    assertThat(findings).isEmpty();
  }

  @Test
  void emptyRepeatedLongAndMixedPromptsAreFound() {
    var longOne = "word ".repeat(25).strip();
    var findings =
        PromptLint.check(
            new PromptSet(
                texts("a room", "A room ", " ", longOne, "카페 interior 사진"),
                texts("a cup.another cup", "receiptA photo of food")));

    assertThat(findings)
        .extracting(PromptFinding::message)
        .satisfiesExactly(
            m -> assertThat(m).contains("twice"),
            m -> assertThat(m).contains("empty"),
            m -> assertThat(m).contains("very long"),
            m -> assertThat(m).contains("mixes Korean and English"),
            m -> assertThat(m).contains("glued"),
            m -> assertThat(m).contains("glued"));
  }

  private static PromptSet set(String positive, String negative) {
    return new PromptSet(texts(positive), texts(negative));
  }

  private static List<Prompt> texts(String... texts) {
    return List.of(texts).stream().map(Prompt::of).toList();
  }
}
