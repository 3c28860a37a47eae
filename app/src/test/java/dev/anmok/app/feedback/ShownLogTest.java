package dev.anmok.app.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.pipeline.Feedback;
import dev.anmok.core.pipeline.FeedbackKind;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ShownLogTest {
  private final List<Feedback> stored = new ArrayList<>();
  private final List<String> problems = new CopyOnWriteArrayList<>();

  private static List<Feedback> answer(String id) {
    return List.of(
        new Feedback(FeedbackKind.SHOWN, Instant.EPOCH, "kim", "", id, "a", "", 1, 0.5, ""));
  }

  @Test
  void whatWaitsIsWrittenBeforeItIsClosed() {
    try (var log = new ShownLog(new FakeLog(stored::addAll), problems::add)) {
      for (int i = 0; i < 50; i++) {
        log.add(answer("a" + i));
      }
    }
    assertThat(stored).hasSize(50);
    assertThat(problems).isEmpty();
  }

  @Test
  void whoeverForgetsCanWaitForWhatIsUnderWay() {
    try (var log = new ShownLog(new FakeLog(stored::addAll), problems::add)) {
      for (int i = 1; i <= 300; i++) {
        log.add(answer("a" + i));
        if (i % 100 == 0) {
          assertThat(log.settle()).isTrue();
          assertThat(stored).hasSize(i);
        }
      }
    }
  }

  @Test
  void aLogThatCannotBeWrittenIsToldOfAndEndsNothing() {
    var failing =
        new FakeLog(rows -> {
          throw new IOException("the disk is full");
        });
    try (var log = new ShownLog(failing, problems::add)) {
      log.add(answer("a"));
    }
    assertThat(problems)
        .containsExactly("1 answers that were shown are not logged: the disk is full");
  }

  @Test
  void whoeverIsAnsweredNeverWaitsForIt() throws InterruptedException {
    var release = new CountDownLatch(1);
    var begun = new CountDownLatch(1);
    var slow =
        new FakeLog(rows -> {
          begun.countDown();
          try {
            release.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          stored.addAll(rows);
        });
    try (var log = new ShownLog(slow, problems::add)) {
      log.add(answer("first"));
      begun.await();
      for (int i = 0; i < ShownLog.WAITING + 3; i++) {
        log.add(answer("a" + i));
      }
      assertThat(problems).hasSize(3).allMatch(line -> line.contains("not logged"));
      release.countDown();
    }
    assertThat(stored).hasSize(1 + ShownLog.WAITING);
  }
}
