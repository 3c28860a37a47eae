package dev.anmok.app.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final Duration SHORT = Duration.ofMillis(20);

  @Test
  void turnsAreCountedByHostAndInAll() throws Refusal {
    var turns = new Turns(3, 2);
    var first = turns.take("a", SHORT);
    turns.take("a", SHORT);
    assertThat(busy(turns, "a")).isTrue();
    var third = turns.take("b", SHORT);
    assertThat(busy(turns, "b")).isTrue();

    first.close();
    assertThat(busy(turns, "b")).isFalse();
    third.close();
    assertThat(busy(turns, "a")).isFalse();
  }

  @Test
  void hostsThatNobodyUsesAreForgotten() throws Refusal {
    var turns = new Turns(1, 1);
    turns.take("a", SHORT).close();
    assertThat(turns.hosts()).isZero();

    var turn = turns.take("b", SHORT);
    assertThat(busy(turns, "c")).isTrue();
    assertThat(turns.hosts()).isEqualTo(1);
    turn.close();
    assertThat(turns.hosts()).isZero();
  }

  private static boolean busy(Turns turns, String host) {
    var refusal = catchThrowableOfType(Refusal.class, () -> turns.take(host, SHORT));
    return refusal != null && refusal.of("x").fault() == FetchFault.BUSY;
  }
}
