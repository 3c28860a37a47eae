package dev.anmok.spark;

import java.io.IOException;
import org.apache.spark.api.java.JavaSparkContext;

/// One run of the job over what its ledger lacks.
///
/// @param plan what is to be done
/// @param task what is done to a part
/// @param rounds how often a part is tried, at least 1
/// @param console told how it ended
record JobRun(Plan plan, PartTask task, int rounds, Console console) {
  /// Runs on a cluster.
  ///
  /// @return whether all parts are finished
  boolean on(JavaSparkContext spark) throws IOException {
    long start = System.nanoTime();
    var missing = plan.missing();
    var commits = new Commits(plan.folder());
    var failed = new PartRounds(spark, task, rounds).run(missing, commits);
    plan.folder().deleteDrafts();
    double seconds = Math.max(1e-3, (System.nanoTime() - start) / 1e9);
    console.say(
        "%s: %d of %d parts done before, %d now: %d photos, %d rejected (%.1f s, %.0f photos/s)",
        plan.folder(),
        plan.slices().size() - missing.size(),
        plan.slices().size(),
        commits.done(),
        commits.photos(),
        commits.rejected(),
        seconds,
        commits.photos() / seconds);
    if (!failed.isEmpty()) {
      new FailedParts(failed).say(console);
      console.say(
          "anmok: %d of %d parts failed; the same command does only these again",
          failed.size(), plan.slices().size());
    }
    return failed.isEmpty();
  }
}
