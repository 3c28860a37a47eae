package dev.anmok.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
  @Test
  void rowsAreTheTruthAndColumnsTheAnswers() {
    var confusion = new ConfusionMatrix(List.of("cat", "dog", "others"));
    confusion.add("cat", "cat");
    confusion.add("cat", "dog");
    confusion.add("cat", "others");
    confusion.add("dog", "dog");

    assertThat(confusion.count("cat", "dog")).isEqualTo(1);
    assertThat(confusion.precision("dog")).isEqualTo(new Proportion(1, 2));
    assertThat(confusion.recall("cat")).isEqualTo(new Proportion(1, 3));
    assertThat(confusion.recall("others")).isEqualTo(new Proportion(0, 0));
    assertThat(confusion.accuracy()).isEqualTo(new Proportion(2, 4));
  }

  @Test
  void anUnknownClassIsRefused() {
    assertThatThrownBy(() -> new ConfusionMatrix(List.of("cat")).add("cat", "cow"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'cow'");
  }
}
