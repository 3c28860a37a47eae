package dev.anmok.app.api;

import dev.anmok.app.job.JobRun;

/// Ends work that is not wanted any more.
final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private StoppedException() {
    super(null, null, false, false);
  }

  /// Goes on unless the job was asked to stop.
  ///
  /// @throws StoppedException if it was
  static void check(JobRun run) {
    if (run.cancelled()) {
      throw new StoppedException();
    }
  }

  /// Begins a job's last step unless the job was asked to stop.
  ///
  /// @throws StoppedException if it was
  static void finish(JobRun run) {
    if (!run.finish()) {
      throw new StoppedException();
    }
  }
}
