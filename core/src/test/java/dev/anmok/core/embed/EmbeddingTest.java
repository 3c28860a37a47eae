package dev.anmok.core.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class EmbeddingTest {
  private static final VectorSpace SPACE = new VectorSpace("test", "00", "none", "none", 2);
  private static final VectorSpace OTHER = new VectorSpace("test", "01", "none", "none", 2);

  @Test
  void isScaledToUnitLength() {
    var embedding = Embedding.normalize(SPACE, new float[] {3, 4});

    assertThat(embedding.toArray()).containsExactly(0.6f, 0.8f);
  }

  @Test
  void cosineIsTheDotProductOfUnitVectors() {
    var a = Embedding.normalize(SPACE, new float[] {1, 0});
    var b = Embedding.normalize(SPACE, new float[] {1, 1});

    assertThat(a.cosine(b)).isCloseTo(0.70710677f, within(1e-6f));
  }

  @Test
  void vectorsOfDifferentSpacesAreNotCompared() {
    var a = Embedding.normalize(SPACE, new float[] {1, 0});
    var b = Embedding.normalize(OTHER, new float[] {1, 0});

    assertThatThrownBy(() -> a.cosine(b))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(SPACE.id())
        .hasMessageContaining(OTHER.id());
  }

  @Test
  void aVectorWithoutDirectionIsRefused() {
    assertThatThrownBy(() -> Embedding.normalize(SPACE, new float[] {0, 0}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Embedding.normalize(SPACE, new float[] {Float.NaN, 1}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Embedding.normalize(SPACE, new float[] {1, 0, 0}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void storedVectorsMustBeOfUnitLength() {
    assertThat(Embedding.ofUnit(SPACE, new float[] {0.6f, 0.8f}).toArray())
        .containsExactly(0.6f, 0.8f);
    assertThatThrownBy(() -> Embedding.ofUnit(SPACE, new float[] {0.6f, 0.9f}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theArrayIsCopiedInAndOut() {
    var values = new float[] {1, 0};
    var embedding = Embedding.ofUnit(SPACE, values);
    values[0] = 9;
    embedding.toArray()[1] = 9;

    assertThat(embedding.toArray()).containsExactly(1f, 0f);
  }

  @Test
  void theMeanOfTwoDirectionsHalvesTheirAngle() {
    var x = Embedding.normalize(SPACE, new float[] {1, 0});
    var y = Embedding.normalize(SPACE, new float[] {0, 1});

    assertThat(Embedding.meanOf(List.of(x, y)).toArray()).containsExactly(0.70710677f, 0.70710677f);
  }

  @Test
  void theSpacesIdChangesWithEachOfItsParts() {
    assertThat(SPACE.id()).startsWith("test-").hasSize(5 + 12).isNotEqualTo(OTHER.id());
    assertThat(new VectorSpace("test", "00", "none", "white", 2).id()).isNotEqualTo(SPACE.id());
    assertThat(new VectorSpace("test", "00", "crop", "none", 2).id()).isNotEqualTo(SPACE.id());
  }
}
