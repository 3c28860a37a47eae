package dev.anmok.spark.global;

import dev.anmok.app.album.SimilarThreshold;
import dev.anmok.app.profile.Profiles;
import dev.anmok.app.workspace.Calibrations;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.cluster.DuplicateLevel;
import dev.anmok.core.cluster.DuplicateRule;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `duplicates`: groups of photos that show the same.
@Command(
    name = "duplicates",
    mixinStandardHelpOptions = true,
    description = {
      "Finds groups of photos that show the same, and which of each to keep: what anmok duplicates",
      "--format json answers for a workspace that is filled from the table."
    })
final class DuplicatesCommand implements Callable<Integer> {
  private final PrintStream err;
  @Mixin private TableOption table = new TableOption();

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description = "exact or near: how much the same at least (default: the profile's)")
  private @Nullable DuplicateLevel level;

  DuplicatesCommand(PrintStream err) {
    this.err = err;
  }

  @Override
  public Integer call() throws IOException {
    var to = table.to();
    var job = table.job();
    try (var scratch = table.session(job)) {
      var session = scratch.session();
      var text = text(session);
      Duplicates.require(text.rule());
      var source = TableSource.open(table.folder(), job, session.pack().space());
      try (var spark = Cluster.open("anmok duplicates", table.masterOrNull())) {
        var found = new Duplicates(spark, text).find(source);
        var groups = found.groups().values().toLocalIterator();
        long count = new JsonFile(to, text.head(), text.tail()).write(groups);
        TableOption.say(
            err,
            "%s: %d groups (compared %d pairs of hashes, %d of vectors)",
            to,
            count,
            found.cost().hashPairs(),
            found.cost().vectorPairs());
      }
    }
    return 0;
  }

  private GroupText text(Session session) throws IOException {
    var rule = session.profile().album().orElseGet(Profiles::shippedAlbum).duplicates();
    var calibrations = new Calibrations(session.workspace().catalog(), session.pack());
    var similar = SimilarThreshold.of(rule, calibrations);
    var asked =
        new DuplicateRule(
            rule.method(),
            level == null ? rule.level() : level,
            rule.near(),
            similar.cosine(),
            rule.eps(),
            rule.minSamples());
    return new GroupText(asked, similar.origin(), table.details());
  }
}
