package dev.anmok.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShortlistTest {
  @Test
  void rulesOutWhatCannotBeAmongTheBest() {
    var list = new Shortlist(2);
    list.offer(1, 0.1f, 0.3f);
    list.offer(2, 0.5f, 0.7f);
    list.offer(3, 0.4f, 0.6f);
    list.offer(4, 0.2f, 0.45f);
    list.offer(5, 0.2f, 0.39f);

    assertThat(list.documents()).containsExactly(2, 3, 4);
    assertThat(list.floor()).isEqualTo(0.4f);
  }

  @Test
  void holdsEverythingWhileThereAreFewerThanTheBest() {
    var list = new Shortlist(3);
    list.offer(7, -1f, -1f);
    list.offer(8, 1f, 1f);

    assertThat(list.documents()).containsExactly(7, 8);
    assertThat(list.floor()).isEqualTo(Float.NEGATIVE_INFINITY);
  }

  @Test
  void theFloorIsTheKthLargestLowerBound() {
    var random = new Random(3);
    for (int k = 1; k <= 300; k += 13) {
      var list = new Shortlist(k);
      var values = new float[300];
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextInt(100);
        list.offer(i, values[i], values[i]);
      }
      Arrays.sort(values);
      assertThat(list.floor()).isEqualTo(values[300 - k]);
    }
  }
}
