package dev.anmok.spark;

import dev.anmok.app.profile.Profiles;
import dev.anmok.app.source.ManifestOptions;
import dev.anmok.app.table.TableJob;
import dev.anmok.core.pipeline.Source;
import dev.anmok.onnx.ModelPack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin private ModelsOption models = new ModelsOption();

  @Option(names = "--batch", paramLabel = "N", description = "photos encoded together (default: 8)")
  private int batch = 8;

  @Option(
      names = "--part",
      paramLabel = "N",
      description = "photos of a part, the unit of a task and of restart (default: 512)")
  private int partSize = 512;

  @Mixin private RoundsOption rounds = new RoundsOption();

  @Option(names = "--allow-urls", description = "fetch photos whose place is a public URL")
  private boolean allowUrls;

  @Mixin private ManifestOptions columns = new ManifestOptions();

  @Mixin private ClusterOption cluster = new ClusterOption();

  JobCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    requireNumbers();
    var source = source();
    source.count(); // a malformed line or an empty folder is said before a cluster is asked
    var profileText = Profiles.text(profile);
    var modelsOrNull = models.folderOrNull();
    String space;
    try (var scratch = ScratchSession.open(profile, profileText, model, modelsOrNull)) {
      var pack = scratch.session().pack();
      console.say("%s", pack.licenceLine());
      scratch.session().notes().forEach(note -> console.say("note: %s", note));
      space = pack.space().id();
    }
    var folder = JobFolder.of(out);
    var work = new Work(folder, profile, profileText, model, modelsOrNull, space, batch, allowUrls);
    var plan = Plan.prepare(folder, source, wanted(work));
    var settings = cluster.conf("anmok " + manifest.getFileName());
    try (var spark = SparkSettings.open(settings)) {
      var run = new JobRun(plan, new PartTask(work, partSize), rounds.rounds(), console);
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
        allowUrls,
        0,
        0);
  }

  private Source source() throws IOException {
    try {
      return columns.open(manifest);
    } catch (IllegalArgumentException e) {
      throw new WrongOptionException("--manifest " + e.getMessage(), e);
    }
  }

  private void requireNumbers() {
    WrongOptionException.require(
        batch >= 1 && batch <= 256, "--batch must be 1..256, was " + batch);
    WrongOptionException.require(
        partSize >= 1 && partSize <= MAX_PART && partSize % batch == 0,
        "--part must be a multiple of --batch up to %d, was %d".formatted(MAX_PART, partSize));
    rounds.rounds();
  }
}
