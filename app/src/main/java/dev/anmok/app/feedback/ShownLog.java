package dev.anmok.app.feedback;

import dev.anmok.core.pipeline.Feedback;
import dev.anmok.core.pipeline.FeedbackLog;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Stores what was shown after it was shown, so that nobody waits for it: answers wait in a queue
/// of [#WAITING], and are lost, which is said, if it is full or the log cannot be written.
public final class ShownLog implements AutoCloseable {
  static final int WAITING = 1_000;
  private static final int TOGETHER = 100;
  private static final long END_MILLIS = 5_000;

  /// Comes after all answers.
  private static final List<Feedback> END = List.of();

  private final FeedbackLog log;
  private final Consumer<String> problems;
  private final BlockingQueue<List<Feedback>> waiting = new ArrayBlockingQueue<>(WAITING);
  private final Thread writer;

  /// A log that is written by a thread of its own until it is closed.
  ///
  /// @param problems hears one line for each failure
  public ShownLog(FeedbackLog log, Consumer<String> problems) {
    this.log = log;
    this.problems = problems;
    this.writer = Thread.ofVirtual().name("shown-log").start(this::write);
  }

  /// Stores an answer soon.
  public void add(List<Feedback> answer) {
    if (!answer.isEmpty() && !waiting.offer(answer)) {
      problems.accept(
          "what was shown is not logged: " + WAITING + " answers wait to be written already");
    }
  }

  private void write() {
    while (true) {
      var answers = new ArrayList<List<Feedback>>();
      try {
        answers.add(waiting.take());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      waiting.drainTo(answers, TOGETHER);
      boolean last = answers.remove(END);
      if (!answers.isEmpty()) {
        store(answers);
      }
      if (last) {
        return;
      }
    }
  }

  private void store(List<List<Feedback>> answers) {
    try {
      log.store(answers.stream().flatMap(List::stream).toList());
    } catch (IOException | RuntimeException e) { // the edge of this thread
      problems.accept(
          answers.size() + " answers that were shown are not logged: " + e.getMessage());
    }
  }

  /// Writes what still waits.
  @Override
  public void close() {
    try {
      boolean told = waiting.offer(END, END_MILLIS, TimeUnit.MILLISECONDS);
      if (!told || !writer.join(Duration.ofMillis(END_MILLIS))) {
        problems.accept(waiting.size() + " answers that were shown could not be logged in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
