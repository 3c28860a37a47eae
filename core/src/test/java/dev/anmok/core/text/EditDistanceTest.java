package dev.anmok.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EditDistanceTest {
  @Test
  void countsInsertionsDeletionsAndReplacements() {
    assertThat(EditDistance.between("kitten", "sitting")).isEqualTo(3);
    assertThat(EditDistance.between("", "genre")).isEqualTo(5);
    assertThat(EditDistance.between("genre", "")).isEqualTo(5);
    assertThat(EditDistance.between("장르", "장르")).isZero();
  }

  @Test
  void countsASwapOfNeighboursOnce() {
    assertThat(EditDistance.between("gerne", "genre")).isEqualTo(1);
    assertThat(EditDistance.between("ab", "ba")).isEqualTo(1);
  }

  @Test
  void editsNoPartTwice() {
    // "ca" -> "ac" -> "abc" would edit the swapped pair again.
    assertThat(EditDistance.between("ca", "abc")).isEqualTo(3);
  }

  @Test
  void countsCharactersNotCodeUnits() {
    assertThat(EditDistance.between("🙂", "🙁")).isEqualTo(1);
  }
}
