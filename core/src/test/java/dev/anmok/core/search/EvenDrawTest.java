package dev.anmok.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EvenDrawTest {
  @Test
  void aPhotoAtManyPlacesIsDrawnOnceAndNoSoonerThanOthers() {
    var draw = new EvenDraw<String>(3);
    for (int i = 0; i < 50; i++) {
      draw.add("d", "often");
      draw.add("b", "also often");
    }
    draw.add("c", "once");
    draw.add("a", "late");
    draw.add("e", "in vain");

    assertThat(draw.drawn()).containsExactly("late", "also often", "once");
    draw.add("d", "often");
    assertThat(draw.drawn()).hasSize(3);
  }

  @Test
  void allAreDrawnWhereThereAreFew() {
    var draw = new EvenDraw<Integer>(3);
    draw.add("b", 1);
    draw.add("a", 2);

    assertThat(draw.drawn()).containsExactly(2, 1);
    assertThatThrownBy(() -> new EvenDraw<Integer>(0)).hasMessage("size must be >= 1, was 0");
  }
}
