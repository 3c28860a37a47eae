package dev.anmok.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BestTest {
  @Test
  void keepsTheFirstOfAllOffered() {
    var best = new Best<Integer>(3, Comparator.reverseOrder());
    IntStream.of(4, 9, 1, 7, 9, 2).forEach(best::offer);

    assertThat(best.list()).containsExactly(9, 9, 7);
  }

  @Test
  void aLimitOfZeroKeepsNothing() {
    var best = new Best<Integer>(0, Comparator.naturalOrder());
    best.offer(1);

    assertThat(best.list()).isEmpty();
  }
}
