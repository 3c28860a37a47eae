package dev.anmok.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExecutorStagesTest {
  @Test
  void oneThatCannotBeClosedKeepsNoOtherOpen() {
    var closed = new ArrayList<String>();
    Deque<AutoCloseable> opened = new ArrayDeque<>();
    opened.push(() -> closed.add("session"));
    opened.push(() -> {
      throw new IllegalStateException("the net");
    });
    opened.push(() -> {
      throw new IOException("the fetcher");
    });

    assertThatThrownBy(() -> ExecutorStages.closeAll(opened))
        .isInstanceOf(IOException.class)
        .hasMessage("the fetcher")
        .satisfies(thrown ->
            assertThat(thrown.getSuppressed())
                .extracting(Throwable::getMessage)
                .isEqualTo(List.of("closing failed: the net")));
    assertThat(closed).containsExactly("session");
  }
}
