package dev.anmok.app.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.anmok.app.feedback.CategoryReports;
import dev.anmok.app.feedback.FeedbackFile;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.pipeline.FeedbackKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `anmok feedback export`: the log as JSON lines, or reports of wrong categories as labels.
@Command(
    name = "export",
    description = {
      "Writes feedback as .jsonl, as 'feedback import' reads it; or, with --kind wrong-category and",
      "a .csv file, the right categories as labels to train a classifier by: columns uri, label."
    })
final class FeedbackExport implements Callable<Integer> {
  private final Console console;
  @ParentCommand private FeedbackCommand feedback;

  @Option(names = "--kind", paramLabel = "KIND", description = "only this kind")
  private @Nullable String kind;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "a .jsonl file, or a .csv file with --kind wrong-category")
  private Path to = Path.of("");

  FeedbackExport(Console console) {
    this.console = console;
    this.feedback = new FeedbackCommand();
  }

  @Override
  public Integer call() throws IOException {
    var only =
        Optional.ofNullable(kind)
            .map(code -> UsageException.reading("--kind", () -> FeedbackKind.parse(code)));
    var name = to.toString().toLowerCase(Locale.ROOT);
    boolean labels = name.endsWith(".csv");
    if (labels && only.filter(FeedbackKind.WRONG_CATEGORY::equals).isEmpty()) {
      throw new UsageException(
          to + ": a .csv file needs --kind wrong-category; else name a .jsonl");
    }
    if (!labels && !name.endsWith(".jsonl")) {
      throw new UsageException(to + ": the name must end in .jsonl or .csv");
    }
    var folder = to.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new UsageException(to + ": its folder does not exist");
    }
    try (var session = Session.read(feedback.workspace(), Optional.empty())) {
      var draft = to.resolveSibling(to.getFileName() + ".draft");
      try {
        long rows = labels ? labels(session, draft) : lines(session, only, draft);
        Files.move(draft, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        console.say("%d rows written to %s", rows, to);
      } finally {
        Files.deleteIfExists(draft);
      }
    }
    return 0;
  }

  private static long labels(Session session, Path draft) throws IOException {
    var reports =
        new CategoryReports(session.workspace().catalog(), session.pack().space()).labels();
    try (var csv = CsvWriter.builder().build(draft)) {
      csv.writeRecord(List.of("uri", "label"));
      for (var label : reports) {
        csv.writeRecord(List.of(label.photo().uri(), label.category()));
      }
    }
    return reports.size();
  }

  private static long lines(Session session, Optional<FeedbackKind> only, Path draft)
      throws IOException {
    long count = 0;
    try (var rows = session.workspace().catalog().feedback().byAnswer();
        var out = Files.newBufferedWriter(draft)) {
      for (var each = rows.iterator(); each.hasNext(); ) {
        var row = each.next();
        if (only.isEmpty() || only.get() == row.kind()) {
          out.write(FeedbackFile.line(row));
          out.write('\n');
          count++;
        }
      }
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
    return count;
  }
}
