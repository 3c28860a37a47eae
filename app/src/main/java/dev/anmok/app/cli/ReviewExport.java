package dev.anmok.app.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.anmok.app.review.ReviewLabels;
import dev.anmok.app.workspace.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `anmok review export`: what people decided, as a file of labels.
@Command(
    name = "export",
    description = {
      "Writes what people decided as labels. Blur, for tune blur, train blur and evaluate blur:",
      "columns path, label, kind, tags, group (the item), split. With --subject category, for tune",
      "categories and evaluate categories: uri, category, group, split."
    })
final class ReviewExport implements Callable<Integer> {
  private final Console console;
  @ParentCommand private ReviewCommand review;

  @Parameters(paramLabel = "FILE", description = "a .csv file")
  private Path to = Path.of("");

  ReviewExport(Console console) {
    this.console = console;
    this.review = new ReviewCommand(console);
  }

  @Override
  public Integer call() throws IOException {
    if (!to.toString().toLowerCase(Locale.ROOT).endsWith(".csv")) {
      throw new UsageException(to + ": the name must end in .csv");
    }
    var folder = to.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new UsageException(to + ": its folder does not exist");
    }
    try (var session = Session.read(review.workspace(), Optional.empty())) {
      var workspace = session.workspace();
      var draft = to.resolveSibling(to.getFileName() + ".draft");
      try {
        long rows = write(labels(session), draft);
        if (rows == 0) {
          throw new IOException(
              workspace.folder() + ": nobody decided about a photo yet, so there are no labels");
        }
        Files.move(draft, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        console.say("%d labels written to %s", rows, to);
      } finally {
        Files.deleteIfExists(draft);
      }
    }
    return 0;
  }

  private ReviewLabels labels(Session session) {
    var answers = OpenReview.answers(session, review.subject());
    return new ReviewLabels(session.workspace().catalog().reviews(), answers);
  }

  private static long write(ReviewLabels labels, Path draft) throws IOException {
    var rows = new AtomicLong();
    try (var csv = CsvWriter.builder().build(draft)) {
      csv.writeRecord(labels.columns());
      labels.rows(row -> {
        csv.writeRecord(row);
        rows.incrementAndGet();
      });
    }
    return rows.get();
  }
}
