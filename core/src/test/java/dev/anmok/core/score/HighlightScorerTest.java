package dev.anmok.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.TextEncoder;
import dev.anmok.core.embed.VectorSpace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighlightScorerTest {
  private static final VectorSpace SPACE = new VectorSpace("test", "none", "none", "none", 11);

  /// A text that ends in a number N points along axis N.
  private record Axes(double logitScale) implements TextEncoder {
    @Override
    public VectorSpace space() {
      return SPACE;
    }

    @Override
    public List<Embedding> encode(List<String> texts) {
      return texts.stream().map(text -> axis(text.replaceAll("\\D", ""))).toList();
    }

    private static Embedding axis(String number) {
      var values = new float[11];
      values[Integer.parseInt(number)] = 1;
      return Embedding.ofUnit(SPACE, values);
    }

    @Override
    public void close() {}
  }

  /// With scale 2 the rung of a photo on axis 8 weighs e², the nine others 1 each: (8e² + 47) / (e²
  /// + 9).
  @Test
  void theLadderIsTheExpectationOverItsRungs() {
    var ladder = new HighlightLens.Ladder(List.of("This is a photo with aesthetic score {}"));
    var scorer = LadderScorer.bind(ladder, new Axes(2));

    double e2 = Math.exp(2);
    assertThat(scorer.raw(Axes.axis("8"))).isCloseTo((8 * e2 + 47) / (e2 + 9), within(1e-6));
    assertThat(scorer.raw(Axes.axis("0"))).as("as near to every rung").isCloseTo(5.5, within(1e-9));
    assertThat(LadderScorer.bind(ladder, new Axes(1000)).raw(Axes.axis("10")))
        .isCloseTo(10, within(1e-9));
  }

  @Test
  void severalTemplatesOfOneScoreArePooled() {
    var twice = new HighlightLens.Ladder(List.of("score {}", "{} of ten points"));

    assertThat(LadderScorer.bind(twice, new Axes(1000)).raw(Axes.axis("4")))
        .isCloseTo(4, within(1e-9));
  }

  @Test
  void aTemplateWithoutAPlaceForTheScoreIsRefused() {
    for (var template : List.of("a photo", "{} and {}")) {
      assertThatThrownBy(() -> new HighlightLens.Ladder(List.of(template)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(template);
    }
    assertThatThrownBy(() -> new HighlightLens.Ladder(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aHeadIsWeightsTimesVectorPlusBias() {
    var head = LinearHead.of(SPACE, new double[] {9, 1, 2, 3, 4, 5, 6, 7, 8, 9, -4}, 0.5);
    var photo = new float[11];
    photo[3] = 0.6f;
    photo[10] = 0.8f;

    assertThat(head.raw(Embedding.ofUnit(SPACE, photo)))
        .isCloseTo(0.6 * 3 - 0.8 * 4 + 0.5, within(1e-6));
  }

  @Test
  void aHeadKeepsToItsSpaceAndToFiniteNumbers() {
    var other = new VectorSpace("test", "other weights", "none", "none", 11);
    var head = LinearHead.of(SPACE, new double[11], 5);

    assertThatThrownBy(() -> head.raw(Embedding.normalize(other, Axes.axis("1").toArray())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(SPACE.id())
        .hasMessageContaining(other.id());
    assertThatThrownBy(() -> LinearHead.of(SPACE, new double[10], 5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LinearHead.of(SPACE, new double[11], Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "10, 1", "5.5, 0.5", "-1.47, 0", "11.01, 1", "9.19, 0.91"})
  void theUnitFormIsNinths(double raw, double unit) {
    assertThat(HighlightScorer.unit(raw)).isCloseTo(unit, within(1e-12));
  }
}
