package dev.anmok.app.report;

import dev.anmok.core.score.Distribution;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Writes where a lens's threshold lies among the deltas of a workspace and where it could lie, as
/// one HTML file.
public final class TuneReport {
  private final Words words = Words.load();
  private final TuneHead head;
  private final TuneFindings findings;

  private TuneReport(TuneHead head, TuneFindings findings) {
    this.head = head;
    this.findings = findings;
  }

  /// Writes the report, replacing the file in one step.
  ///
  /// @throws IOException if the file cannot be written; a file already there is then unchanged
  public static void write(Path file, TuneHead head, Distribution deltas, TuneFindings findings)
      throws IOException {
    var report = new TuneReport(head, findings);
    Draft.write(file, out -> report.write(out, deltas));
  }

  private void write(Appendable out, Distribution deltas) throws IOException {
    var page = new Page(words, head.language(), "page.tune");
    var writer = new HtmlWriter(out);
    page.open(out, head.made());
    writer.write(lead(deltas.total()));
    writer.write(
        Html.tag("section").holding(new ModesFigure(words, head.lens(), findings).draw(deltas)));
    writer.write(new TuneTables(words, head.lens(), findings).section(deltas.total()));
    page.close(out, Html.tag("p").holding(words.say("tune.bound")));
  }

  private Html.Tag lead(long photos) {
    var lens = head.lens();
    return Html.tag("section", "overview")
        .holding(
            Html.tag("p", "lead")
                .holding(words.say("tune.lead", Html.foreign(lens.name()), photos)),
            Html.tag("p", "soft").holding(words.say("tune.rule")),
            new Facts(words)
                .list(
                    List.of(
                        new Facts.Fact("fact.threshold", Numbers.threshold(lens.threshold())),
                        new Facts.Fact("fact.lens", lens.name()),
                        new Facts.Fact("fact.pooling", lens.pooling()),
                        new Facts.Fact("fact.space", lens.space()),
                        new Facts.Fact("fact.workspace", head.workspace()))));
  }
}
