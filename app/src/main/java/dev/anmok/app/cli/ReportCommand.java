package dev.anmok.app.cli;

import dev.anmok.app.report.Language;
import dev.anmok.app.workspace.MoodReportJob;
import dev.anmok.app.workspace.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `anmok report`: the curation as a page to look at.
@Command(
    name = "report",
    description = "Writes one HTML file: score histograms, scatter, and each item's photos.")
final class ReportCommand implements Callable<Integer> {
  private final Console console;
  @ParentCommand private AnmokCommand root = new AnmokCommand();

  @Option(names = "--item", paramLabel = "ID", description = "this item only")
  private @Nullable String item;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "where to write (default: report.html in the workspace)")
  private @Nullable Path out;

  @Option(names = "--language", description = "ko or en, shown first (default: en)")
  private Language language = Language.EN;

  ReportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (var session = Session.read(root.workspace(), Optional.empty())) {
      if (item != null
          && session.workspace().catalog().item(item, session.pack().space()).isEmpty()) {
        throw new UsageException("there is no item '" + item + "'");
      }
      var file = out == null ? root.workspace().resolve("report.html") : out;
      new MoodReportJob(session, language).write(file, Optional.ofNullable(item));
      console.print("%s", file);
    }
    return 0;
  }
}
