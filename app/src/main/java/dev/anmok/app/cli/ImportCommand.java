package dev.anmok.app.cli;

import dev.anmok.app.table.TableFolder;
import dev.anmok.app.table.TableImport;
import dev.anmok.app.workspace.RejectedList;
import dev.anmok.app.workspace.Session;
import dev.anmok.parquet.PhotoTableReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `anmok import`: fills a workspace from what a cluster computed.
@Command(
    name = "import",
    description = {
      "Fills the workspace from the Parquet table that the Spark job wrote: what ingest would have",
      "recorded, without decoding or encoding a photo again. Doing it twice changes nothing."
    })
final class ImportCommand implements Callable<Integer> {
  private final Console console;
  @ParentCommand private AnmokCommand root = new AnmokCommand();

  @Option(
      names = "--parquet",
      required = true,
      paramLabel = "DIR|FILE",
      description = "the job's folder (--out of the job), or Parquet files that it wrote")
  private Path parquet = Path.of("");

  @Option(
      names = "--profile",
      paramLabel = "NAME|FILE",
      description = "the workspace's profile (default: the one that the job was run with)")
  private @Nullable String profile;

  @Option(
      names = "--model",
      paramLabel = "ID",
      description = "model pack (default: the one that the job was run with)")
  private @Nullable String model;

  @Option(
      names = "--no-index",
      description =
          "fill the catalog only, and say its generation: for an index that IndexOnSpark makes")
  private boolean noIndex;

  ImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.exists(parquet)) {
      throw new UsageException("--parquet " + parquet + ": there is no such folder or file");
    }
    var table = TableFolder.open(parquet);
    try (var session = session(table)) {
      fill(session, table);
    }
    return 0;
  }

  private Session session(TableFolder table) throws IOException {
    if (table.job().isPresent()) {
      var job = table.job().get();
      var pack = Optional.of(model == null ? job.model() : model);
      return profile == null
          ? Session.fill(root.workspace(), job.profile(), job.profileText(), pack)
          : Session.fill(root.workspace(), profile, pack);
    }
    try (var first = PhotoTableReader.open(table.files().getFirst().file())) {
      var name = profile == null ? first.table().profile() : profile;
      var pack = Optional.of(model == null ? first.table().space().encoder() : model);
      return Session.fill(root.workspace(), name, pack);
    }
  }

  private void fill(Session session, TableFolder table) throws IOException {
    console.say("%s", session.pack().licenceLine());
    TableImport.Summary summary;
    try (var line = new ProgressLine(console, parquet.toString())) {
      summary = new TableImport(session).run(table, line);
    }
    console.say("%s: %d photos, %d of them rejected", parquet, summary.rows(), summary.rejected());
    if (noIndex) {
      console.say("catalog of generation %d", session.workspace().catalog().generation());
    } else {
      IngestReport.index(console, session);
    }
    var list = RejectedList.write(session.workspace());
    if (summary.rejected() > 0) {
      console.say("the list of rejected photos with reasons is %s", list);
    }
  }
}
