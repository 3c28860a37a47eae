package dev.anmok.app.api;

import dev.anmok.app.job.JobRun;
import dev.anmok.core.pipeline.Progress;
import java.io.IOException;

/// A job's run that is told to stop when it asks for the n-th time whether it should.
final class Stoppable implements JobRun {
  private final int stopAt;
  private final Hook hook;
  private int asked;
  private boolean finished;

  /// Done each time that the work asks.
  interface Hook {
    void at(int time);
  }

  /// @param stopAt from 0; -1 for never
  Stoppable(int stopAt, Hook hook) {
    this.stopAt = stopAt;
    this.hook = hook;
  }

  /// Nobody tells it to stop.
  static Stoppable never() {
    return new Stoppable(-1, _ -> {});
  }

  static Stoppable at(int time) {
    return new Stoppable(time, _ -> {});
  }

  /// Whether its last step began.
  boolean finished() {
    return finished;
  }

  @Override
  public Progress progress() {
    return Progress.NONE;
  }

  /// One that is to stop at once is interrupted from the start, as a job's thread is.
  @Override
  public <T> T interruptibly(Step<T> step) throws IOException {
    if (stopAt == 0) {
      Thread.currentThread().interrupt();
    }
    try {
      return step.run();
    } finally {
      Thread.interrupted();
    }
  }

  @Override
  public boolean cancelled() {
    int time = asked++;
    hook.at(time);
    return stopAt >= 0 && time >= stopAt;
  }

  @Override
  public boolean finish() {
    finished = stopAt < 0;
    return finished;
  }
}
