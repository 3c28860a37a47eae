package dev.anmok.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> FIELDS = List.of("genre", "year", "rating", "장르", "ok");

  @Test
  void findsTheNameWithTheFewestSlips() {
    assertThat(Nearest.of("gerne", FIELDS)).contains("genre");
    assertThat(Nearest.of("ratings", FIELDS)).contains("rating");
    assertThat(Nearest.of("YEAR", FIELDS)).contains("year");
  }

  @Test
  void guessesNothingWhenMoreThanAThirdIsWrong() {
    assertThat(Nearest.of("bears", FIELDS)).isEmpty();
    assertThat(Nearest.of("director", FIELDS)).isEmpty();
    assertThat(Nearest.of("", FIELDS)).isEmpty();
    assertThat(Nearest.of("genre", List.of())).isEmpty();
  }

  @Test
  void forgivesOneSlipInNamesOfTwoCharacters() {
    assertThat(Nearest.of("장루", FIELDS)).contains("장르");
  }

  @Test
  void settlesTiesByTheAlphabet() {
    assertThat(Nearest.of("bat", List.of("hat", "cat", "mat"))).contains("cat");
  }
}
