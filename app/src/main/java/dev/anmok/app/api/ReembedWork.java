package dev.anmok.app.api;

import dev.anmok.app.job.JobRun;
import dev.anmok.app.job.JobWork;
import dev.anmok.app.reembed.ReembedJob;
import dev.anmok.app.reembed.SpaceState;
import dev.anmok.app.reembed.UnembeddedList;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.pipeline.IngestOptions;
import dev.anmok.core.pipeline.PhotoBytes;
import java.io.IOException;
import java.util.Map;

/// Fills the space of another model beside the one that is served, and builds its index. Takes half
/// of the processors, so that the server goes on answering; one that is stopped goes on where it
/// was when it is posted again.
///
/// @param session the workspace as it is served
/// @param model the other model
/// @param places where the photos' bytes come from
record ReembedWork(Session session, String model, PhotoBytes places) implements JobWork {
  private static final int BATCH = 8;

  @Override
  public Map<String, Object> run(JobRun run) throws IOException {
    int workers = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    var options = new IngestOptions(workers, BATCH, IngestOptions.NO_LIMIT, false);
    try (var next = session.beside(model)) {
      var job = new ReembedJob(next, options, places);
      var done = run.interruptibly(() -> job.embed(run.progress()));
      if (!done.interrupted() && !run.cancelled()) {
        job.index(_ -> {});
      }
      UnembeddedList.write(next);
      var json = ReembedRoutes.json(SpaceState.of(next));
      json.put("new", done.embedded());
      json.put("rejected", done.failed());
      return json;
    }
  }
}
