package dev.anmok.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.TextEncoder;
import dev.anmok.core.embed.VectorSpace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContrastLensTest {
  private static final VectorSpace SPACE = new VectorSpace("test", "00", "none", "none", 3);

  /// Texts that lie on known directions.
  private static final Map<String, float[]> TEXTS =
      Map.of(
          "room", new float[] {1, 0, 0},
          "lamp", new float[] {0.6f, 0.8f, 0},
          "cake", new float[] {0, 0, 1},
          "menu", new float[] {0, 1, 0});

  private static final PromptSet PROMPTS =
      new PromptSet(
          List.of(Prompt.of("room"), Prompt.of("lamp"), new Prompt("cake", false, "switched off")),
          List.of(Prompt.of("cake"), Prompt.of("menu")));

  private final Embedding image = Embedding.ofUnit(SPACE, new float[] {0.8f, 0.6f, 0});

  // cosines: room 0.8, lamp 0.48 + 0.48 = 0.96, cake 0, menu 0.6

  @Test
  void meanPoolingAveragesTheCosinesOfEachSide() {
    var score = score(Pooling.MEAN);

    assertThat(score.positive()).isCloseTo(0.88, within(1e-6));
    assertThat(score.negative()).isCloseTo(0.3, within(1e-6));
    assertThat(score.delta()).isCloseTo(0.58, within(1e-6));
  }

  @Test
  void maxPoolingTakesTheNearestPrompt() {
    var score = score(Pooling.MAX);

    assertThat(score.positive()).isCloseTo(0.96, within(1e-6));
    assertThat(score.negative()).isCloseTo(0.6, within(1e-6));
  }

  @Test
  void ensemblePoolingComparesWithTheMeanDirection() {
    var score = score(Pooling.ENSEMBLE);

    // (1.6, 0.8, 0) / √3.2 · (0.8, 0.6, 0) and (0, 1, 1) / √2 · (0.8, 0.6, 0)
    assertThat(score.positive()).isCloseTo(1.76 / Math.sqrt(3.2), within(1e-6));
    assertThat(score.negative()).isCloseTo(0.6 / Math.sqrt(2), within(1e-6));
  }

  @Test
  void softmaxPoolingWeighsByTheLogitScale() {
    var score = score(Pooling.SOFTMAX);

    // logit scale 10: weights e^8 and e^9.6
    double w = Math.exp(-1.6);
    assertThat(score.positive()).isCloseTo((0.96 + w * 0.8) / (1 + w), within(1e-5));
  }

  @Test
  void switchedOffPromptsNeitherScoreNorChangeTheDigest() {
    var without =
        new PromptSet(
            List.of(Prompt.of("room"), Prompt.of("lamp")),
            List.of(Prompt.of("cake"), Prompt.of("menu")));

    assertThat(without.digest()).isEqualTo(PROMPTS.digest());
    assertThat(PROMPTS.positiveTexts()).containsExactly("room", "lamp");
  }

  @Test
  void softmaxOverBothSidesDependsOnTheRival() {
    var softmax = Softmax.bind(PROMPTS, new FakeTexts());

    double yes = Math.exp(8) + Math.exp(9.6);
    double no = Math.exp(0) + Math.exp(6);
    assertThat(softmax.positive(image)).isCloseTo(yes / (yes + no), within(1e-5));
  }

  private ContrastScore score(Pooling pooling) {
    return new ContrastLens("test", PROMPTS, pooling).bind(new FakeTexts()).score(image);
  }

  private static final class FakeTexts implements TextEncoder {
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
      return texts.stream().map(text -> Embedding.ofUnit(SPACE, vector(text))).toList();
    }

    private static float[] vector(String text) {
      var vector = TEXTS.get(text);
      if (vector == null) {
        throw new IllegalArgumentException("no such text: " + text);
      }
      return vector;
    }

    @Override
    public void close() {}
  }
}
