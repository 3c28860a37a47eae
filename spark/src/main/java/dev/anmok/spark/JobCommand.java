package dev.anmok.spark;

import dev.anmok.app.profile.Profiles;
import dev.anmok.app.source.Columns;
import dev.anmok.app.source.Sources;
import dev.anmok.app.table.TableJob;
import dev.anmok.core.pipeline.Source;
import dev.anmok.onnx.ModelPack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The job: plans, runs what is missing, says how it ended.
@Command(
    name = "anmok-spark",
    mixinStandardHelpOptions = true,
    version = "anmok 0.1.0",
    description = {
      "Decodes, measures, embeds and scores the photos of a manifest on a Spark cluster and writes",
      "them as Parquet. The same command does only what is missing; anmok import reads the result."
    })
final class JobCommand implements Callable<Integer> {
  private static final int MAX_PART = 16_384;

  private final Console console;

  @Option(
      names = "--manifest",
      required = true,
      paramLabel = "SOURCE",
      description =
          "a folder (each sub-folder is an item), a .csv or .jsonl manifest, or a .txt of URLs;"
              + " read by the driver, its photos by every node")
  private Path manifest = Path.of("");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR|URI",
      description = "the job's folder, which all nodes share: a path, or a URI such as hdfs://…")
  private String out = "";

  @Option(
      names = "--profile",
      required = true,
      paramLabel = "NAME|FILE",
      description = "a shipped profile, or a .yaml file of the driver's machine")
  private String profile = "";

  @Option(names = "--model", paramLabel = "ID", description = "model pack (default: anmok-mini)")
  private String model = ModelPack.EMBEDDED;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "folder of model packs, on the same path on every node")
  private @Nullable Path models;

  @Option(names = "--batch", paramLabel = "N", description = "photos encoded together (default: 8)")
  private int batch = 8;

  @Option(
      names = "--part",
      paramLabel = "N",
      description = "photos of a part, the unit of a task and of restart (default: 512)")
  private int partSize = 512;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "how often a part that fails is tried (default: 2)")
  private int rounds = 2;

  @Option(names = "--allow-urls", description = "fetch photos whose place is a public URL")
  private boolean allowUrls;

  @Option(
      names = "--uri-column",
      paramLabel = "NAME",
      description = "manifest column of the photo's place (default: uri)")
  private String uriColumn = Columns.DEFAULT.uri();

  @Option(
      names = "--uri-prefix",
      paramLabel = "TEXT",
      description = "what to put before every place of a manifest")
  private String uriPrefix = "";

  @Option(
      names = "--item-column",
      paramLabel = "NAME",
      description = "manifest column of the item's id (default: item)")
  private String itemColumn = Columns.DEFAULT.item();

  @Option(
      names = "--title-column",
      paramLabel = "NAME",
      description = "manifest column of the item's title (default: title)")
  private String titleColumn = Columns.DEFAULT.title();

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "the cluster, where spark-submit does not say it (default: local[*])")
  private @Nullable String master;

  JobCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    requireNumbers();
    var source = source();
    source.count(); // a malformed line or an empty folder is said before a cluster is asked
    var profileText = Profiles.text(profile);
    var modelsOrNull = models == null ? null : models.toAbsolutePath().toString();
    String space;
    try (var scratch = ScratchSession.open(profile, profileText, model, modelsOrNull)) {
      var pack = scratch.session().pack();
      sayLicence(pack);
      scratch.session().notes().forEach(note -> console.say("note: %s", note));
      space = pack.space().id();
    }
    var folder = JobFolder.of(out);
    var work = new Work(folder, profile, profileText, model, modelsOrNull, space, batch, allowUrls);
    var plan = Plan.prepare(folder, source, wanted(work));
    var settings = SparkSettings.of("anmok " + manifest.getFileName(), master);
    try (var spark = new JavaSparkContext(settings)) {
      var run = new JobRun(plan, new PartTask(work, partSize), rounds, console);
      return run.on(spark) ? 0 : 1;
    } finally {
      ExecutorStages.closeCurrent(); // where driver and executor are one process
    }
  }

  private TableJob wanted(Work work) {
    return new TableJob(
        TableJob.FORM,
        manifest.toAbsolutePath().normalize().toString(),
        "",
        profile,
        work.profileText(),
        model,
        work.space(),
        batch,
        partSize,
        0,
        0);
  }

  private Source source() throws IOException {
    try {
      return Sources.open(manifest, new Columns(uriColumn, itemColumn, titleColumn, uriPrefix));
    } catch (IllegalArgumentException e) {
      throw new JobEntry.WrongOptionException("--manifest " + e.getMessage());
    }
  }

  private void requireNumbers() {
    JobEntry.require(batch >= 1 && batch <= 256, "--batch must be 1..256, was " + batch);
    JobEntry.require(
        partSize >= 1 && partSize <= MAX_PART && partSize % batch == 0,
        "--part must be a multiple of --batch up to %d, was %d".formatted(MAX_PART, partSize));
    JobEntry.require(rounds >= 1, "--rounds must be >= 1, was " + rounds);
  }

  private void sayLicence(ModelPack pack) {
    var licence = pack.licence();
    if (licence.commercial()) {
      console.say("model %s: %s", pack.id(), licence.text());
    } else {
      console.say("model %s is not for commercial use: %s", pack.id(), licence.reason());
    }
  }
}
