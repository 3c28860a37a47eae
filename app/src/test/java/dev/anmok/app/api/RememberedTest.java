package dev.anmok.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.app.http.Gate;
import dev.anmok.app.http.ServerLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RememberedTest {
  private final Gate gate = new Gate(new ServerLimits.Work(2, 8, Duration.ofSeconds(10)));
  private final Remembered<String, String> remembered = new Remembered<>(gate);
  private final AtomicInteger found = new AtomicInteger();

  @AfterEach
  void close() {
    gate.close();
  }

  private String find() {
    return "answer " + found.incrementAndGet();
  }

  @Test
  void anAnswerStaysUntilTheVersionChanges() throws IOException {
    assertThat(remembered.at(1, "a", this::find)).isEqualTo("answer 1");
    assertThat(remembered.at(1, "a", this::find)).isEqualTo("answer 1");
    assertThat(remembered.at(1, "b", this::find)).isEqualTo("answer 2");
    assertThat(remembered.at(1, "a", this::find)).isEqualTo("answer 1");
    assertThat(remembered.at(2, "a", this::find)).isEqualTo("answer 3");
    assertThat(remembered.at(1, "a", this::find)).as("a later one").isEqualTo("answer 3");
  }

  @Test
  void aFailureIsNotRemembered() throws IOException {
    assertThatThrownBy(() ->
            remembered.at(
                1,
                "a",
                () -> {
                  throw new IOException("unreadable");
                }))
        .hasMessage("unreadable");
    assertThat(remembered.at(1, "a", this::find)).isEqualTo("answer 1");
  }

  @Test
  void thoseWhoWaitForAnAnswerKeepNobodyFromComputing()
      throws InterruptedException, ExecutionException, IOException {
    var begun = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    Callable<String> asking =
        () ->
            remembered.at(
                1,
                "a",
                () -> {
                  begun.countDown();
                  await(end);
                  return find();
                });
    try (var asked = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<Future<String>>();
      for (int i = 0; i < 6; i++) { // more than the gate has threads
        answers.add(asked.submit(asking));
      }
      await(begun);
      assertThat(gate.call(() -> "another")).isEqualTo("another");
      assertThat(gate.running()).isLessThanOrEqualTo(2);
      end.countDown();
      for (var answer : answers) {
        assertThat(answer.get()).isEqualTo("answer 1");
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
