package dev.anmok.app.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.search.TasteRule;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PersonalSectionTest {
  private static Personal read(String section) throws IOException {
    return Profiles.parse("p.yaml", Profiles.text("cafe") + section).personal();
  }

  @Test
  void shippedProfilesWatchNobody() throws IOException {
    for (var name : Profiles.SHIPPED) {
      assertThat(Profiles.load(name).personal()).isEqualTo(Personal.OFF);
    }
    assertThat(read("\npersonal: {}\n")).isEqualTo(Personal.OFF);
  }

  @Test
  void readsEverySetting() throws IOException {
    var personal =
        read(
            """

            personal:
              rank: on
              log: on
              weight: 0.3
              half-life: 1.5
              most: 50
              least: 4
            """);

    assertThat(personal)
        .isEqualTo(new Personal(true, true, new TasteRule(0.3, Duration.ofHours(36), 50, 4)));
  }

  @Test
  void whatIsOutOfRangeIsNamedWithItsLine() {
    for (var wrong :
        new String[][] {
          {"rank: perhaps", "'rank' must be one of off, on"},
          {"weight: 2", "weight must be above 0 and at most 1"},
          {"half-life: 0", "'half-life' must be above 0"},
          {"half-life: 1e9", "'half-life' must be above 0"},
          {"least: 300", "least must be 1..200"},
          {"most: 0", "most must be >= 1"},
          {"wait: 1", "unknown key 'wait'"}
        }) {
      assertThatThrownBy(() -> read("\npersonal:\n  " + wrong[0] + "\n"))
          .as(wrong[0])
          .isInstanceOf(IOException.class)
          .hasMessageContainingAll("p.yaml line", wrong[1]);
    }
  }
}
