package dev.anmok.app.api;

import dev.anmok.app.job.JobRun;
import dev.anmok.app.job.JobWork;
import dev.anmok.app.reembed.ReembedJob;
import dev.anmok.app.reembed.SpaceState;
import dev.anmok.app.reembed.UnembeddedList;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.pipeline.IngestOptions;
import dev.anmok.core.pipeline.PhotoBytes;
import dev.anmok.core.pipeline.Progress;
import dev.anmok.core.pipeline.Reembedded;
import java.io.IOException;
import java.util.Map;

/// Fills the space of another model beside the one that is served, and builds its index. Takes half
/// of the processors, so that the server goes on answering; one that is stopped goes on where it
/// was when it is posted again. Its progress counts photos embedded, then photos indexed.
///
/// @param session the workspace as it is served
/// @param model the other model
/// @param retryRejected whether photos that could not be embedded before are tried again
/// @param places where the photos' bytes come from
/// @param standing hears how far it is
record ReembedWork(
    Session session, String model, boolean retryRejected, PhotoBytes places, SpaceStanding standing)
    implements JobWork {
  private static final int BATCH = 8;

  @Override
  public Map<String, Object> run(JobRun run) throws IOException {
    try (var next = session.beside(model)) {
      var job = new ReembedJob(next, options(retryRejected), places);
      var done = embed(job, run);
      if (!done.interrupted() && !run.cancelled()) {
        index(job, run);
      }
      UnembeddedList.write(next);
      var json = ReembedRoutes.json(SpaceState.of(next));
      json.put("new", done.embedded());
      json.put("rejected", done.failed());
      return json;
    }
  }

  /// Half of the processors, in batches that a stopped job ends soon.
  static IngestOptions options(boolean retryRejected) {
    int workers = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    return new IngestOptions(workers, BATCH, IngestOptions.NO_LIMIT, retryRejected);
  }

  private Reembedded embed(ReembedJob job, JobRun run) throws IOException {
    var space = job.next().pack().space();
    try (var filling = job.begin()) {
      var start = session.workspace().catalog().vectors().progress(space);
      var told = standing.filling(space, start, retryRejected);
      Progress both =
          (done, rejected, total) -> {
            told.report(done, rejected, total);
            run.progress().report(done, rejected, total);
          };
      return run.interruptibly(() -> filling.run(both));
    } finally {
      standing.filled();
    }
  }

  /// A stopped one leaves an index that is not whole, which the next run writes again.
  private void index(ReembedJob job, JobRun run) throws IOException {
    try {
      job.index(written -> {
        StoppedException.check(run);
        run.progress().report(written, 0, -1);
      });
    } catch (StoppedException _) {
      // the vectors stay
    }
  }
}
