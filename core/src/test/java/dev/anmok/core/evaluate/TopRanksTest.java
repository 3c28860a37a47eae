package dev.anmok.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopRanksTest {
  @Test
  void countsAnswersAmongTheFirst() {
    assertThat(new TopRanks(List.of(1, 5, 6, 2)).within(5)).isEqualTo(new Proportion(3, 4));
  }

  @Test
  void theGainIsOfTheSameQueries() {
    var before = new TopRanks(List.of(9, 1, 9, 1));
    var after = new TopRanks(List.of(1, 1, 1, 9));

    assertThat(after.gain(before, 5).value()).isEqualTo(0.25);
    assertThat(before.gain(before, 5)).isEqualTo(new Interval(0, 0, 0));
    assertThatThrownBy(() -> after.gain(new TopRanks(List.of(1)), 5))
        .hasMessage("4 queries cannot be compared with 1");
  }

  @Test
  void manyQueriesThatGainAreNoAccident() {
    var gain =
        new TopRanks(Collections.nCopies(100, 1))
            .gain(new TopRanks(Collections.nCopies(100, 9)), 5);
    assertThat(gain.low()).isEqualTo(1);
  }
}
