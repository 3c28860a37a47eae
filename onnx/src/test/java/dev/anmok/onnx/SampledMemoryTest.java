package dev.anmok.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SampledMemoryTest {
  @Test
  void asksOnceInAWhile() {
    var asked = new AtomicInteger();
    var seldom = new SampledMemory(() -> asked.incrementAndGet() / 10.0, Duration.ofHours(1));
    for (int i = 0; i < 100; i++) {
      assertThat(seldom.used()).isEqualTo(0.1);
    }
    var always = new SampledMemory(() -> asked.incrementAndGet() / 10.0, Duration.ZERO);
    assertThat(always.used()).isEqualTo(0.2);
    assertThat(always.used()).isEqualTo(0.3);
  }
}
