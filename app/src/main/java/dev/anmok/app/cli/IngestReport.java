package dev.anmok.app.cli;

import dev.anmok.app.workspace.Indexes;
import dev.anmok.app.workspace.IngestJob;
import dev.anmok.app.workspace.Misfits;
import dev.anmok.app.workspace.RejectedList;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.pipeline.IngestSummary;
import dev.anmok.core.pipeline.Source;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/// Runs an ingest and tells people how it goes and how it ended.
final class IngestReport {
  private final Console console;
  private long rejected;

  IngestReport(Console console) {
    this.console = console;
  }

  void print(Session session, IngestJob job, List<Source> sources) throws IOException {
    try (var _ = new Interruption()) {
      boolean whole = ingest(job, sources);
      session.cutout().ifPresent(cutout -> console.say("cut-out: %s", cutout.tally().words()));
      if (whole) {
        index(console, session);
      }
      var list = RejectedList.write(session.workspace());
      if (rejected > 0) {
        console.say("%d photos were rejected; the list with reasons is %s", rejected, list);
      }
    }
  }

  /// Reads the sources in turn; false if the run was interrupted.
  private boolean ingest(IngestJob job, List<Source> sources) throws IOException {
    for (var source : sources) {
      IngestSummary summary;
      try (var line = new ProgressLine(console, source.name())) {
        summary = job.run(source, line);
      }
      rejected += summary.rejections();
      print(source, summary);
      if (summary.interrupted()) {
        Thread.interrupted(); // heard: files written from here on must not be cut short by it
        return false;
      }
    }
    return true;
  }

  /// Brings the index up to date and says what fitted no field.
  static void index(Console console, Session session) throws IOException {
    Misfits misfits;
    try (var line = new ProgressLine(console, "indexing")) {
      misfits = Indexes.update(session, written -> line.report(written, 0, -1));
    }
    if (!misfits.lines().isEmpty()) {
      misfits.lines().forEach(line -> console.say("%s", line));
      console.say("anmok status --misfits lists every value that fits no field");
    }
  }

  private void print(Source source, IngestSummary summary) {
    double seconds = Math.max(1e-3, summary.elapsed().toMillis() / 1000.0);
    console.say(
        "%s: %d photos: %d new, %d copies of known ones, %d as before, %d rejected%s"
            + " (%.1f s, %.0f photos/s)%s",
        source.name(),
        summary.seen(),
        summary.accepted(),
        summary.known(),
        summary.skipped(),
        summary.rejections(),
        reasons(summary),
        seconds,
        summary.seen() / seconds,
        summary.interrupted() ? "; stopped early, the same command goes on" : "");
  }

  private static String reasons(IngestSummary summary) {
    return summary.rejected().isEmpty()
        ? ""
        : summary.rejected().entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().code())
            .collect(Collectors.joining(", ", " (", ")"));
  }
}
