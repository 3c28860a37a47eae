package dev.anmok.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.TextEncoder;
import dev.anmok.core.embed.VectorSpace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CategorySetTest {
  private static final VectorSpace SPACE = new VectorSpace("test", "00", "none", "none", 3);

  /// Texts that lie on known directions.
  private static final Map<String, float[]> TEXTS =
      Map.of(
          "a photo of food", new float[] {1, 0, 0},
          "음식 사진", new float[] {0.6f, 0.8f, 0},
          "a photo of a dog", new float[] {0, 1, 0},
          "a photo of sand", new float[] {0, 1, 0},
          "a photo", new float[] {0, 0, 1});

  private static final Category FOOD =
      new Category("food", Map.of("ko", "음식"), Map.of("en", List.of("food"), "ko", List.of("음식")));
  private static final Category DOG = new Category("dog", Map.of(), Map.of("en", List.of("a dog")));
  private static final Category BEACH =
      new Category("beach", Map.of(), Map.of("en", List.of("sand")));

  private static CategorySet set(Pooling pooling, Category... categories) {
    return new CategorySet(
        List.of(categories),
        Map.of("en", List.of("a photo of {}"), "ko", List.of("{} 사진")),
        Map.of("en", List.of("a photo")),
        pooling,
        CategoryMethod.CALIBRATED);
  }

  @Test
  void eachPromptGoesIntoEachTemplateOfItsLanguage() {
    var two =
        new CategorySet(
            List.of(new Category("x", Map.of(), Map.of("en", List.of("a", "b")))),
            Map.of("en", List.of("{}", "see {} and {}"), "ko", List.of("{} 사진")),
            Map.of("en", List.of("n")),
            Pooling.ENSEMBLE,
            CategoryMethod.CALIBRATED);

    assertThat(two.texts(two.categories().getFirst()))
        .containsExactly("a", "see a and a", "b", "see b and b");
  }

  /// The ensemble of (1,0,0) and (.6,.8,0) is (1.6,.8,0)/√3.2 = (.894427,.447214,0).
  @Test
  void ensembleComparesWithTheNormalisedMean() {
    var image = Embedding.ofUnit(SPACE, new float[] {0.8f, 0, 0.6f});

    var ranked = set(Pooling.ENSEMBLE, DOG, FOOD).bind(new Texts()).rank(image);

    assertThat(ranked).extracting(CategoryScore::category).containsExactly("food", "dog");
    assertThat(ranked.getFirst().cosine()).isCloseTo(0.715542, within(1e-5));
    assertThat(ranked.getFirst().margin()).isCloseTo(0.115542, within(1e-5));
    assertThat(ranked.getLast().margin()).isCloseTo(-0.6, within(1e-6));
  }

  @Test
  void maxTakesTheNearestPrompt() {
    var image = Embedding.ofUnit(SPACE, new float[] {0.8f, 0.6f, 0});

    var ranked = set(Pooling.MAX, FOOD).bind(new Texts()).rank(image);

    assertThat(ranked.getFirst().cosine()).isCloseTo(0.96, within(1e-6));
  }

  /// Cosines .8 (food in English), 0 (dog) and .6 (neutral) at scale 10: e⁸ / (e⁸ + 1 + e⁶) =
  /// .880538.
  @Test
  void theNeutralBankTakesItsShareOfTheProbability() {
    var image = Embedding.ofUnit(SPACE, new float[] {0.8f, 0, 0.6f});

    var ranked = set(Pooling.MEAN, FOOD, DOG).in(Set.of("en")).bind(new Texts()).rank(image);

    assertThat(ranked.getFirst().probability()).isCloseTo(0.880538, within(1e-5));
    assertThat(ranked.getLast().probability()).isCloseTo(1 / 3385.4, within(1e-6));
  }

  @Test
  void equalCategoriesKeepTheirOrder() {
    var image = Embedding.ofUnit(SPACE, new float[] {0, 1, 0});

    var ranked = set(Pooling.MEAN, BEACH, DOG).bind(new Texts()).rank(image);

    assertThat(ranked).extracting(CategoryScore::category).containsExactly("beach", "dog");
  }

  @Test
  void theDigestChangesWithWhatTheEncoderReads() {
    var both = set(Pooling.ENSEMBLE, FOOD, DOG);

    assertThat(both.digest()).hasSize(12).isEqualTo(set(Pooling.MAX, FOOD, DOG).digest());
    assertThat(both.digest()).isNotEqualTo(set(Pooling.ENSEMBLE, DOG, FOOD).digest());
    assertThat(both.digest()).isNotEqualTo(both.in(Set.of("en")).digest());
  }

  @Test
  void aCategoryWithoutPromptsInALanguageIsNamed() {
    assertThatThrownBy(() -> set(Pooling.MEAN, FOOD, DOG).in(Set.of("ko")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'dog' has no prompts");
  }

  @Test
  void othersIsNoCategory() {
    assertThatThrownBy(() -> new Category("Others", Map.of(), Map.of("en", List.of("x"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static final class Texts implements TextEncoder {
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
          .map(t -> Embedding.ofUnit(SPACE, java.util.Objects.requireNonNull(TEXTS.get(t), t)))
          .toList();
    }

    @Override
    public void close() {}
  }
}
