package dev.anmok.core.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TopOverlapTest {
  private static TopOverlap.Pair pair(String one, String other) {
    return new TopOverlap.Pair(letters(one), letters(other));
  }

  private static List<String> letters(String text) {
    return text.chars().mapToObj(c -> "" + (char) c).toList();
  }

  @Test
  void sharesAreOfTheFirstOnesWhateverTheirOrder() {
    var overlap =
        TopOverlap.of(List.of(pair("abcd", "bazy"), pair("abcd", "abcd")), List.of(1, 2, 4));

    assertThat(overlap.queries()).isEqualTo(2);
    assertThat(overlap.at(1).value()).isEqualTo(0.5);
    assertThat(overlap.at(2).value()).isEqualTo(1);
    assertThat(overlap.at(4).value()).isCloseTo((0.5 + 1) / 2, within(1e-12));
    assertThat(overlap.sameFirst()).isEqualTo(new Proportion(1, 2));
  }

  @Test
  void theShorterListCostsAndTwoEmptyOnesAgree() {
    var overlap = TopOverlap.of(List.of(pair("a", "abcd"), pair("", "")), List.of(4));

    assertThat(overlap.at(4).value()).isCloseTo((0.25 + 1) / 2, within(1e-12));
  }

  @Test
  void theIntervalHoldsTheMean() {
    var pairs =
        java.util.stream.IntStream.range(0, 50)
            .mapToObj(i -> i % 4 == 0 ? pair("ab", "xy") : pair("ab", "ab"))
            .toList();
    var shared = TopOverlap.of(pairs, List.of(2)).at(2);

    assertThat(shared.value()).isCloseTo(37 / 50.0, within(1e-12));
    assertThat(shared.low()).isBetween(0.5, 0.73);
    assertThat(shared.high()).isBetween(0.75, 0.95);
  }
}
