package dev.anmok.app.job;

import dev.anmok.core.pipeline.Progress;
import java.io.IOException;

/// A job's work while it runs, as the work sees it.
public interface JobRun {
  /// A part of the work.
  interface Step<T> {
    T run() throws IOException;
  }

  /// Hears how far the work is.
  Progress progress();

  /// Does a step during which being asked to stop interrupts the thread. Outside of such steps the
  /// thread is never interrupted: an index that is being written would not survive it.
  <T> T interruptibly(Step<T> step) throws IOException;

  /// Whether the work was asked to stop.
  boolean cancelled();

  /// Begins the last step, one that cannot be taken back: being asked to stop comes too late from
  /// then on.
  ///
  /// @return false if it was asked to stop before
  boolean finish();
}
