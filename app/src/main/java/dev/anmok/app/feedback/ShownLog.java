package dev.anmok.app.feedback;

import dev.anmok.core.pipeline.Feedback;
import dev.anmok.core.pipeline.FeedbackLog;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Stores what was shown after it was shown, so that nobody waits for it: answers wait in a queue
/// of [#WAITING], and are lost, which is said, if it is full or the log cannot be written.
public final class ShownLog implements AutoCloseable {
  static final int WAITING = 1_000;
  private static final int TOGETHER = 100;
  private static final long END_MILLIS = 5_000;

  /// What the writing thread is told.
  private sealed interface Told {
    record Answer(List<Feedback> rows) implements Told {}

    /// Whoever waits for it knows that all answers before it are written.
    record Mark(CountDownLatch reached) implements Told {}

    record End() implements Told {}
  }

  private final FeedbackLog log;
  private final Consumer<String> problems;
  private final BlockingQueue<Told> waiting = new ArrayBlockingQueue<>(WAITING);
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
    if (!answer.isEmpty() && !waiting.offer(new Told.Answer(answer))) {
      problems.accept(
          "what was shown is not logged: " + WAITING + " answers wait to be written already");
    }
  }

  /// Waits until all answers so far are written, at most some seconds.
  ///
  /// @return whether they are
  public boolean settle() {
    var reached = new CountDownLatch(1);
    try {
      return waiting.offer(new Told.Mark(reached), END_MILLIS, TimeUnit.MILLISECONDS)
          && reached.await(END_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void write() {
    while (true) {
      var told = new ArrayList<Told>();
      try {
        told.add(waiting.take());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      waiting.drainTo(told, TOGETHER);
      store(told);
      for (var each : told) {
        switch (each) {
          case Told.Answer _ -> {}
          case Told.Mark(var reached) -> reached.countDown();
          case Told.End _ -> {
            return;
          }
        }
      }
    }
  }

  private void store(List<Told> told) {
    var answers = new ArrayList<List<Feedback>>();
    for (var each : told) {
      if (each instanceof Told.Answer(var rows)) {
        answers.add(rows);
      }
    }
    if (!answers.isEmpty()) {
      write(answers);
    }
  }

  private void write(List<List<Feedback>> answers) {
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
      boolean heard = waiting.offer(new Told.End(), END_MILLIS, TimeUnit.MILLISECONDS);
      if (!heard || !writer.join(Duration.ofMillis(END_MILLIS))) {
        problems.accept(waiting.size() + " answers that were shown could not be logged in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
