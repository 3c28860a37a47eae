package dev.anmok.spark.global;

import dev.anmok.app.profile.Method;
import dev.anmok.app.table.TableJob;
import dev.anmok.app.workspace.LensRanges;
import dev.anmok.app.workspace.MoodLens;
import dev.anmok.app.workspace.Session;
import dev.anmok.app.workspace.Thresholds;
import dev.anmok.spark.Console;
import dev.anmok.spark.WrongOptionException;
import java.io.IOException;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `curate`: the photos that represent each item.
@Command(
    name = "curate",
    mixinStandardHelpOptions = true,
    description = {
      "Chooses the photos that represent each item: what anmok curate --format json answers for a",
      "workspace that is filled from the table."
    })
final class CurateCommand implements Callable<Integer> {
  private final Console console;
  @Mixin private TableOption table = new TableOption();

  @Option(
      names = "--method",
      paramLabel = "M",
      description = "delta, as-published or useful (default: the profile's)")
  private @Nullable String method;

  @Option(
      names = "--threshold",
      paramLabel = "X",
      description = "a photo's delta must be greater than X")
  private @Nullable Double threshold;

  CurateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try {
      table.ask("anmok curate", this::prepare);
    } finally {
      NodeCurator.SHARED.close(); // where driver and executor are one process
    }
    return 0;
  }

  private TableOption.Answering prepare(TableJob job, Session session) throws IOException {
    var work = work(session, job);
    var byHand = threshold == null ? OptionalDouble.empty() : OptionalDouble.of(threshold);
    var limit =
        Thresholds.resolve(
            session.workspace().catalog(), session.profile(), session.pack(), byHand);
    console.say("threshold %.4f (%s)", limit.value(), limit.origin());
    return (spark, source, to) -> {
      int parts = Math.max(source.splits(), spark.defaultParallelism());
      var census = Census.of(spark, source, parts);
      var decisions = new ItemDecisions(source, table.details());
      var whole = ranged(session, work, limit.value(), decisions, census);
      long count = decisions.write(census, whole, parts, new JsonFile(to, "[", "]"));
      console.say("%s: %d items", to, count);
    };
  }

  private CurationWork work(Session session, TableJob job) {
    return new CurationWork(
        job.profile(),
        job.profileText(),
        job.model(),
        table.modelsOrNull(),
        session.pack().space().id(),
        method(session),
        threshold,
        null);
  }

  private Method method(Session session) {
    return method == null
        ? session.profile().method()
        : Method.find(method)
            .orElseThrow(() ->
                new WrongOptionException(
                    "--method must be delta, as-published or useful, was " + method));
  }

  /// The work with the lens's range, for a method that goes by it: a first pass over all photos.
  private static CurationWork ranged(
      Session session, CurationWork work, double limit, ItemDecisions decisions, Census census)
      throws IOException {
    var scorer = MoodLens.of(session.profile(), session.pack()).scorer();
    if (work.method() != Method.USEFUL || !new LensRanges(session, scorer).isMeasured()) {
      return work;
    }
    var deltas = decisions.deltas(census, work.with(Method.DELTA, null));
    var range = LensRanges.of(deltas, limit);
    return work.with(Method.USEFUL, new CurationWork.Range(range.low(), range.high()));
  }
}
