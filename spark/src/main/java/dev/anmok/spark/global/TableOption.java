package dev.anmok.spark.global;

import dev.anmok.app.table.TableJob;
import dev.anmok.spark.JobFolder;
import dev.anmok.spark.ScratchSession;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What every question is told: the table, where the answer goes, and the cluster.
final class TableOption {
  @Option(
      names = "--table",
      required = true,
      paramLabel = "DIR|URI",
      description = "the folder that the ingest job filled (its --out)")
  private String table = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "where the answer is written, on the driver's machine")
  private Path to = Path.of("");

  @Option(
      names = "--models",
      paramLabel = "DIR",
      description = "folder of model packs, on the same path on every node")
  private @Nullable Path models;

  @Option(names = "--details", description = "scores, reasons and groups too")
  private boolean details;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "the cluster, where spark-submit does not say it (default: local[*])")
  private @Nullable String master;

  boolean details() {
    return details;
  }

  @Nullable String masterOrNull() {
    return master;
  }

  @Nullable String modelsOrNull() {
    return models == null ? null : models.toAbsolutePath().toString();
  }

  /// The file of the answer, whose folder is there.
  Path to() {
    var folder = Objects.requireNonNull(to.toAbsolutePath().getParent());
    if (!Files.isDirectory(folder) || Files.isDirectory(to)) {
      throw new IllegalArgumentException(
          "--to " + to + ": must be a file in a folder that is there");
    }
    return to;
  }

  JobFolder folder() {
    return JobFolder.of(table);
  }

  /// What the table is of.
  ///
  /// @throws IOException if there is none
  TableJob job() throws IOException {
    var folder = folder();
    if (!folder.exists(TableJob.FILE)) {
      throw new IllegalArgumentException(
          "--table %s: no table there: it lacks %s; name the --out of an ingest job"
              .formatted(folder, TableJob.FILE));
    }
    return TableJob.parse(folder + "/" + TableJob.FILE, folder.read(TableJob.FILE));
  }

  /// The profile and model of a table as a workspace that is filled from it has them.
  ScratchSession session(TableJob job) throws IOException {
    return ScratchSession.open(job.profile(), job.profileText(), job.model(), modelsOrNull());
  }

  /// Says something to people.
  @com.google.errorprone.annotations.FormatMethod
  static void say(PrintStream err, String format, Object... values) {
    err.println(String.format(Locale.ROOT, format, values));
  }
}
