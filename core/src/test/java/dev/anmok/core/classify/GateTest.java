package dev.anmok.core.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.classify.CategoryGuess.Likely;
import dev.anmok.core.classify.CategoryGuess.Sure;
import dev.anmok.core.classify.CategoryGuess.Unknown;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final List<String> LABELS = List.of("의류/상의", "의류/하의", "기타/잡화");

  private static CategoryGuess judge(double... chances) {
    return Gate.DEFAULT.judge(LABELS, chances);
  }

  @Test
  void filtersFromNineTenthsOn() {
    assertThat(judge(0.9, 0.05, 0.05)).isEqualTo(new Sure("의류/상의", 0.9));
    assertThat(judge(0.0, 0.05, 0.95)).isEqualTo(new Sure("기타/잡화", 0.95));
  }

  @Test
  void favoursBetweenSevenAndNineTenths() {
    assertThat(judge(0.7, 0.1, 0.2)).isEqualTo(new Likely("의류/상의", 0.7));
    assertThat(judge(0.1, 0.01, 0.8999)).isEqualTo(new Likely("기타/잡화", 0.8999));
  }

  @Test
  void fallsBackToAHeadThatIsSurerThanItsLeaves() {
    assertThat(judge(0.5, 0.45, 0.05)).isInstanceOf(Sure.class);
    assertThat(judge(0.5, 0.45, 0.05).path()).isEqualTo("의류");
    assertThat(judge(0.5, 0.45, 0.05).confidence()).isCloseTo(0.95, within(1e-12));
    assertThat(judge(0.75, 0.2, 0.05).path()).isEqualTo("의류"); // sure of the head, not of the leaf
    assertThat(judge(0.4, 0.35, 0.25)).isInstanceOf(Likely.class);
    assertThat(judge(0.4, 0.35, 0.25).path()).isEqualTo("의류");
  }

  @Test
  void knowsNothingBelowSevenTenths() {
    assertThat(judge(0.3, 0.3, 0.4)).isEqualTo(new Unknown("기타/잡화", 0.4));
    assertThat(judge(0.1, 0.1, 0.1)).isEqualTo(new Unknown("의류/상의", 0.1)); // the rest is none's
  }

  @Test
  void refusesLimitsInTheWrongOrder() {
    assertThatThrownBy(() -> new Gate(0.6, 0.7)).hasMessageContaining("least <= sure");
    assertThatThrownBy(() -> new Gate(1.1, 0.7)).isInstanceOf(IllegalArgumentException.class);
  }
}
