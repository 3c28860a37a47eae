package dev.anmok.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.TextEncoder;
import dev.anmok.core.embed.VectorSpace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PairsLensTest {
  private static final VectorSpace SPACE = new VectorSpace("test", "00", "none", "none", 2);
  private static final Map<String, float[]> TEXTS =
      Map.of("sharp", unit(1, 0), "crisp", unit(0.6f, 0.8f), "blurry", unit(0, 1));

  private static final PromptPair SHARP =
      new PromptPair("sharp", "blurred", List.of("sharp"), List.of("blurry"));

  private final Embedding image = Embedding.ofUnit(SPACE, unit(0.8f, 0.6f));

  // cosines: sharp 0.8, crisp 0.48 + 0.48 = 0.96, blurry 0.6

  @Test
  void softmaxIsTheGoodSidesProbabilityAtTheLogitScale() {
    assertThat(score(PairsLens.Form.SOFTMAX, SHARP))
        .isCloseTo(Math.exp(10 * 0.8) / (Math.exp(10 * 0.8) + Math.exp(10 * 0.6)), within(1e-6));
  }

  @Test
  void differenceIsTheRawOne() {
    assertThat(score(PairsLens.Form.DIFFERENCE, SHARP)).isCloseTo(0.2, within(1e-6));
  }

  @Test
  void aSideOfSeveralPromptsCountsByTheirMean() {
    var pair = new PromptPair("sharp", "blurred", List.of("sharp", "crisp"), List.of("blurry"));

    assertThat(score(PairsLens.Form.DIFFERENCE, pair)).isCloseTo(0.88 - 0.6, within(1e-6));
  }

  @Test
  void aPairWithoutASideOrWithABlankPromptIsRefused() {
    assertThatThrownBy(() -> new PromptPair("sharp", "blurred", List.of("sharp"), List.of()))
        .hasMessageContaining("bad side of pair 'sharp'");
    assertThatThrownBy(() -> new PromptPair("sharp", "blurred", List.of(" "), List.of("blurry")))
        .hasMessageContaining("good side of pair 'sharp'");
    assertThatThrownBy(() -> new PromptPair("Sharp!", "blurred", List.of("a"), List.of("b")))
        .hasMessageContaining("name must be lower-case");
  }

  @Test
  void twoPairsOfOneNameAreRefused() {
    assertThatThrownBy(() -> lens(PairsLens.Form.SOFTMAX, SHARP, SHARP))
        .hasMessageContaining("two pairs are called 'sharp'");
  }

  @Test
  void theDigestChangesWithThePromptsAndTheirSides() {
    var turned = new PromptPair("sharp", "blurred", List.of("blurry"), List.of("sharp"));

    assertThat(lens(PairsLens.Form.SOFTMAX, SHARP).digest())
        .matches("[0-9a-f]{12}")
        .isNotEqualTo(lens(PairsLens.Form.SOFTMAX, turned).digest());
  }

  private double score(PairsLens.Form form, PromptPair pair) {
    return lens(form, pair).bind(new Words()).score(0, image);
  }

  private static PairsLens lens(PairsLens.Form form, PromptPair... pairs) {
    return new PairsLens("quality", form, List.of(pairs));
  }

  private static float[] unit(float x, float y) {
    return new float[] {x, y};
  }

  private static final class Words implements TextEncoder {
    @Override
    public VectorSpace space() {
      return SPACE;
    }

    @Override
    public double logitScale() {
      return 10;
    }

    @Override
    public List<Embedding> encode(List<String> texts) {
      return texts.stream()
          .map(text -> Embedding.ofUnit(SPACE, java.util.Objects.requireNonNull(TEXTS.get(text))))
          .toList();
    }

    @Override
    public void close() {}
  }
}
