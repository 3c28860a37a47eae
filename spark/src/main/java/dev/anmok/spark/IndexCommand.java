package dev.anmok.spark;

import dev.anmok.app.profile.Profiles;
import dev.anmok.app.workspace.IndexSettings;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.opensearch.Cluster;
import dev.anmok.opensearch.Rebuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The second job: a finished table into a new index, which is then served instead of the one
/// before.
@Command(
    name = "anmok-spark-index",
    mixinStandardHelpOptions = true,
    version = "anmok 0.1.0",
    description = {
      "Writes the photos of a finished table into a new OpenSearch index on a Spark cluster, and",
      "serves it instead of the one before once all of them are there."
    })
final class IndexCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private FinishedTable table = new FinishedTable();

  @Option(
      names = "--index",
      required = true,
      paramLabel = "FILE",
      description = "an index.yml as a workspace has it; a file of the driver's machine")
  private Path index = Path.of("");

  @Option(
      names = "--generation",
      paramLabel = "N",
      description =
          "the catalog's generation that the table is equal to, as import --no-index and status"
              + " say (default: 0, so that the first ingest or curate writes all photos once more)")
  private long generation;

  @Mixin private RoundsOption rounds = new RoundsOption();

  @Mixin private ClusterOption cluster = new ClusterOption();

  IndexCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    rounds.rounds();
    WrongOptionException.require(generation >= 0, "--generation must be >= 0, was " + generation);
    WrongOptionException.require(
        Files.isRegularFile(index), "--index " + index + ": there is no such file");
    var place = index.toAbsolutePath();
    var text = Files.readString(place);
    var settings = IndexSettings.parse(place, text);
    WrongOptionException.require(
        settings.settings().isPresent(),
        "--index " + index + ": expected kind: opensearch; anmok import fills a folder's index");
    var folder = table.folder();
    var ledger = table.ledger();
    if (ledger.parts().isEmpty()) {
      throw new IOException(folder + ": it has no photos; there is nothing to index");
    }
    VectorSpace space = new PartFile(folder, 0).rows(rows -> rows.table().space());
    var job = ledger.job();
    var search = Profiles.parse(job.profile(), job.profileText()).search();
    var choice = settings.of(space.id());
    // The cluster is asked before Spark is, so that one that is down is said at once.
    try (var engine = Cluster.open(settings.settings().get());
        var spark = SparkSettings.open(cluster.conf("anmok index " + folder));
        var rebuild =
            Rebuild.begin(engine, choice, space, search.schema(), search.dictionaries())) {
      var target =
          new IndexTarget(
              job.profile(), job.profileText(), place + "", text, space.id(), rebuild.ticket());
      var task = new IndexTask(folder, target, DisputedItems.find(spark, folder, job));
      return run(spark, task, job.parts(), rebuild) ? 0 : 1;
    } finally {
      ExecutorIndex.SHARED.close(); // where driver and executor are one process
    }
  }

  private boolean run(JavaSparkContext spark, IndexTask task, int parts, Rebuild rebuild)
      throws IOException {
    long start = System.nanoTime();
    var tally = new IndexTally();
    var all = IntStream.range(0, parts).boxed().toList();
    var failed = new PartRounds(spark, task, rounds.rounds()).run(all, tally);
    if (!failed.isEmpty()) {
      new FailedParts(failed).say(console);
      console.say(
          "anmok: %d of %d parts failed; the index that was served stays as it was, and the same"
              + " command begins anew",
          failed.size(), parts);
      return false;
    }
    rebuild.index().recountItems();
    rebuild.index().commit(generation);
    rebuild.publish();
    double seconds = Math.max(1e-3, (System.nanoTime() - start) / 1e9);
    console.say(
        "%s: %d photos indexed as %s, generation %d (%.1f s, %.0f photos/s)",
        table.folder(),
        rebuild.index().size(),
        rebuild.ticket().index(),
        generation,
        seconds,
        tally.photos() / seconds);
    return true;
  }
}
