package dev.anmok.app.api;

import dev.anmok.app.job.JobRun;
import dev.anmok.app.reembed.ReembedJob;
import dev.anmok.app.reembed.RefusedException;
import dev.anmok.app.reembed.UnembeddedList;
import dev.anmok.app.workspace.Library;
import dev.anmok.core.pipeline.PhotoBytes;
import dev.anmok.core.pipeline.Progress;
import dev.anmok.core.pipeline.SpaceVectors;
import java.io.IOException;

/// Embeds the photos that came since a space was filled, so that a server that takes uploads can
/// change to its model: most of them while photos still come, the last few while none does.
final class Latecomers {
  /// As many at most are embedded while writers wait: some seconds of a slow model.
  static final int FEW = 32;

  private static final int ROUNDS = 3;

  private final Library next;
  private final PhotoBytes places;
  private SpaceVectors.Progress counted = new SpaceVectors.Progress(0, 0, 0);
  private long generation = -1;

  /// @param next the workspace by the other model, its index open
  /// @param places where the photos' bytes come from
  Latecomers(Library next, PhotoBytes places) {
    this.next = next;
    this.places = places;
  }

  /// Embeds and indexes those that are there. Meanwhile more may come, which are fewer each time.
  ///
  /// @throws StoppedException if the job was asked to stop
  void catchUp(JobRun run) throws IOException {
    count();
    for (int round = 0; round < ROUNDS && counted.missing() > 0; round++) {
      embed(run, run.progress());
      StoppedException.check(run);
      next.refresh();
      count();
    }
  }

  /// Embeds the last ones, while nothing is written; without any it only looks whether something
  /// came.
  ///
  /// @return how far the space is
  /// @throws RefusedException if too many came
  /// @throws StoppedException if the job was asked to stop
  SpaceVectors.Progress last(JobRun run) throws IOException {
    if (next.catalog().generation() != generation) {
      count();
    }
    if (counted.missing() > FEW) {
      throw new RefusedException(
          "%d photos came in while the model was changed: try again when fewer do"
              .formatted(counted.missing()));
    }
    if (counted.missing() > 0) {
      embed(run, Progress.NONE);
      count();
      if (counted.missing() > 0) {
        StoppedException.check(run);
      }
    }
    next.refresh();
    if (counted.failed() > 0) {
      UnembeddedList.write(next.session());
    }
    return counted;
  }

  private void embed(JobRun run, Progress progress) throws IOException {
    var job = new ReembedJob(next.session(), ReembedWork.options(false), places);
    run.interruptibly(() -> job.with(next.images()).run(true, progress));
  }

  private void count() throws IOException {
    generation = next.catalog().generation(); // before: what comes while it counts is seen by last
    counted = next.catalog().vectors().progress(next.space());
  }
}
