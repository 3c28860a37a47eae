package dev.anmok.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class WatchdogTest {
  @Test
  void whoStaysTooLongIsInterrupted() {
    try (var watchdog = new Watchdog();
        var _ = watchdog.watch(Duration.ofMillis(1))) {
      assertThatThrownBy(() -> Thread.sleep(Duration.ofSeconds(10)))
          .isInstanceOf(InterruptedException.class);
    }
  }

  @Test
  void whoLeavesInTimeIsNot() throws InterruptedException {
    try (var watchdog = new Watchdog()) {
      watchdog.watch(Duration.ofMillis(1)).close();
      Thread.sleep(Duration.ofMillis(600)); // two looks

      assertThat(watchdog.watches()).isZero();
    }
  }

  /// As a client does who goes away in the middle of the headers.
  @Test
  void aThreadThatEndsWithoutLeavingIsForgottenAfterItsTime() throws InterruptedException {
    try (var watchdog = new Watchdog()) {
      for (int i = 0; i < 100; i++) {
        Thread.ofVirtual().start(() -> watchdog.watch(Duration.ofMillis(1))).join();
      }
      while (watchdog.watches() > 0) {
        Thread.sleep(Duration.ofMillis(20));
      }
    }
  }
}
