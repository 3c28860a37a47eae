package dev.anmok.app.api;

import dev.anmok.app.job.JobRun;
import dev.anmok.app.job.JobWork;
import dev.anmok.app.workspace.CurateJob;
import dev.anmok.app.workspace.Curation;
import dev.anmok.app.workspace.Library;
import dev.anmok.app.workspace.MoodLens;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Decides over all items anew and brings the index up to date; one that is stopped leaves
/// everything as it was. Its progress counts items.
///
/// @param library the workspace
/// @param job what to choose by
/// @param lens the profile's lens, its prompts encoded
/// @param turn when nobody else decides
record CurateWork(Library library, CurateJob job, MoodLens lens, CurationTurn turn)
    implements JobWork {
  @Override
  public Map<String, Object> run(JobRun run) throws IOException {
    long total = library.catalog().counts().items();
    var reasons = new TreeMap<String, Long>();
    try {
      turn.await(() -> {
        job.decide(lens, counting(run, reasons, total));
        return reasons;
      });
    } catch (StoppedException e) {
      return Map.of();
    }
    library.refresh();
    return Map.of("items", total, "reasons", reasons, "threshold", job.threshold().value());
  }

  private static Consumer<Curation.Result> counting(
      JobRun run, Map<String, Long> reasons, long total) {
    var done = new long[1];
    return result -> {
      StoppedException.check(run);
      reasons.merge(result.decision().reason().code(), 1L, Long::sum);
      run.progress().report(++done[0], 0, total);
    };
  }
}
