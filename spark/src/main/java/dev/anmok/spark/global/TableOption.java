package dev.anmok.spark.global;

import dev.anmok.app.table.TableJob;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.spark.ClusterOption;
import dev.anmok.spark.FinishedTable;
import dev.anmok.spark.ModelsOption;
import dev.anmok.spark.ScratchSession;
import dev.anmok.spark.WrongOptionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What every question is told: the table, where the answer goes, and the cluster.
final class TableOption {
  @Mixin private FinishedTable table = new FinishedTable();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "where the answer is written, on the driver's machine")
  private Path to = Path.of("");

  @Mixin private ModelsOption models = new ModelsOption();

  @Option(names = "--details", description = "scores, reasons and groups too")
  private boolean details;

  @Mixin private ClusterOption cluster = new ClusterOption();

  boolean details() {
    return details;
  }

  @Nullable String modelsOrNull() {
    return models.folderOrNull();
  }

  /// A question about a table.
  interface Question {
    /// Makes ready what needs no cluster, so that bad input is said before one is asked.
    ///
    /// @param session of a new workspace with the table's profile and model, open until it is
    ///   answered
    Answering prepare(TableJob job, Session session) throws IOException;
  }

  /// Answers a question on a cluster.
  interface Answering {
    /// Writes the answer.
    void answer(JavaSparkContext spark, TableSource source, Path to) throws IOException;
  }

  /// Asks a question.
  ///
  /// @param name of the job, as Spark's pages show it
  void ask(String name, Question question) throws IOException {
    requireFile();
    var ledger = table.ledger();
    var job = ledger.job();
    try (var scratch = session(job)) {
      var space = scratch.session().pack().space();
      requireSpace(job, space);
      var answering = question.prepare(job, scratch.session());
      var source = TableSource.of(table.folder(), job, space);
      try (var spark = Cluster.open(cluster.conf(name))) {
        answering.answer(spark, source, to);
      }
    }
  }

  private void requireFile() {
    var folder = Objects.requireNonNull(to.toAbsolutePath().getParent());
    WrongOptionException.require(
        Files.isDirectory(folder) && Files.isWritable(folder) && !Files.isDirectory(to),
        "--to " + to + ": must be a file in a folder that is there and may be written");
  }

  /// The profile and model of a table as a workspace that is filled from it has them.
  private ScratchSession session(TableJob job) throws IOException {
    return ScratchSession.open(job.profile(), job.profileText(), job.model(), modelsOrNull());
  }

  private void requireSpace(TableJob job, VectorSpace space) throws IOException {
    if (!space.id().equals(job.space())) {
      throw new IOException(
          "%s: its vectors are of the space %s, the model '%s' makes %s here: name the folder of the pack that the table was made with by --models"
              .formatted(table.folder(), job.space(), job.model(), space.id()));
    }
  }
}
