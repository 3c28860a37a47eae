package dev.anmok.app.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.anmok.app.workspace.Export;
import dev.anmok.app.workspace.Session;
import dev.anmok.parquet.FlatTableWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.json.JsonMapper;

/// `anmok export`: the catalog as a file for other programs.
@Command(
    name = "export",
    description = "Writes one row a photo: item, outcome, decision with reason, measures.")
final class ExportCommand implements Callable<Integer> {
  private final Console console;
  @ParentCommand private AnmokCommand root = new AnmokCommand();

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "a .csv, .jsonl or .parquet file")
  private Path to = Path.of("");

  ExportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    var name = to.toString().toLowerCase(Locale.ROOT);
    Form form;
    if (name.endsWith(".csv")) {
      form = ExportCommand::csv;
    } else if (name.endsWith(".jsonl")) {
      form = ExportCommand::jsonLines;
    } else if (name.endsWith(".parquet")) {
      form = ExportCommand::parquet;
    } else {
      throw new UsageException("--to " + to + ": the name must end in .csv, .jsonl or .parquet");
    }
    var folder = to.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new UsageException("--to " + to + ": its folder does not exist");
    }
    try (var session = Session.read(root.workspace(), Optional.empty())) {
      var export = new Export(session.workspace().catalog(), session.pack().space());
      var draft = to.resolveSibling(to.getFileName() + ".draft");
      long rows = form.write(export, draft);
      Files.move(draft, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      console.say("%d photos written to %s", rows, to);
    }
    return 0;
  }

  /// Writes an export into a file and says how many rows there were.
  private interface Form {
    long write(Export export, Path file) throws IOException;
  }

  private static long parquet(Export export, Path file) throws IOException {
    try (var table = new FlatTableWriter(file, Export.columns())) {
      return count(
          export,
          row -> {
            try {
              table.write(row);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  private static long csv(Export export, Path file) throws IOException {
    try (var csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(Export.COLUMNS);
      return count(
          export, row -> csv.writeRecord(row.values().stream().map(String::valueOf).toList()));
    }
  }

  private static long jsonLines(Export export, Path file) throws IOException {
    var json = new JsonMapper();
    try (var out = Files.newBufferedWriter(file)) {
      return count(
          export,
          row -> {
            try {
              out.write(json.writeValueAsString(row));
              out.newLine();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  private static long count(Export export, Consumer<Map<String, Object>> sink) throws IOException {
    var rows = new AtomicLong();
    export.rows(row -> {
      sink.accept(row);
      rows.incrementAndGet();
    });
    return rows.get();
  }
}
