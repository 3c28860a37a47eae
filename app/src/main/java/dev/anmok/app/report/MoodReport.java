package dev.anmok.app.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Writes what a curation, by mood or by usefulness, kept and dropped as one HTML file:
/// distributions of the scores, a ranking of the items, and for the first of them their photos with
/// scores and reasons. Memory is bounded by [ReportLimits] and the largest item, not by the number
/// of photos.
public final class MoodReport {
  private static final int BINS = 44;
  private static final int ITEM_BINS = 22;

  private final Words words;
  private final ReportHead head;
  private final ReportLimits limits;
  private final Reasons reasons;

  private MoodReport(ReportHead head, ReportLimits limits) {
    this.words = Words.of(head.method());
    this.head = head;
    this.limits = limits;
    this.reasons = new Reasons(words);
  }

  /// Writes the report, replacing the file in one step.
  ///
  /// @param items with distinct ids; iterated twice and expected to give the same items both times
  /// @throws IOException if the file cannot be written; a file already there is then unchanged
  public static void write(
      Path file,
      ReportHead head,
      Iterable<ReportItem> items,
      Thumbnails thumbnails,
      ReportLimits limits)
      throws IOException {
    var report = new MoodReport(head, limits);
    Draft.write(file, out -> report.write(out, items, thumbnails));
  }

  private void write(Appendable out, Iterable<ReportItem> items, Thumbnails thumbnails)
      throws IOException {
    var survey = Survey.of(items, head.lens(), limits);
    var shown = Anchors.of(survey, limits);
    var bins = survey.bins(BINS);
    var digests = digests(items, survey, shown, bins);
    var page = new Page(words, head.language(), "page.mood");
    var writer = new HtmlWriter(out);
    page.open(out, head.made());
    writer.write(new Overview(words, head).section(survey.totals()));
    if (survey.totals().items() > 0) {
      writer.write(new Outcomes(words, reasons).section(survey.totals()));
    }
    writer.write(new Charts(words, head.lens()).section(survey, bins));
    writer.write(ranking(survey, shown));
    if (shown.size() > 0) {
      pictured(writer, shown, digests, thumbnails);
    }
    writer.write(dropped(survey, shown));
    page.close(out, notes(survey, shown));
  }

  private Map<String, Digest> digests(
      Iterable<ReportItem> items, Survey survey, Anchors shown, ScoreBins bins) {
    var wanted = Set.copyOf(shown.ids());
    var digests = new HashMap<String, Digest>();
    for (var item : items) {
      item.photos().forEach(bins::add);
      if (wanted.contains(item.id())) {
        digests.put(item.id(), Digest.of(item, head.lens(), survey.bins(ITEM_BINS)));
      }
    }
    return digests;
  }

  private Html ranking(Survey survey, Anchors shown) {
    return new ItemTable(words, reasons, shown)
        .section("kept", first(survey.kept()), survey.totals().kept(), false);
  }

  private Html dropped(Survey survey, Anchors shown) {
    return new ItemTable(words, reasons, shown)
        .section("dropped", first(survey.dropped()), survey.totals().dropped(), true);
  }

  private List<Row> first(List<Row> rows) {
    return rows.subList(0, Math.min(rows.size(), limits.rows()));
  }

  private void pictured(
      HtmlWriter writer, Anchors shown, Map<String, Digest> digests, Thumbnails thumbnails)
      throws IOException {
    var section = Html.tag("section");
    writer.open(section);
    writer.write(Html.tag("h2").holding(words.say("pictured", shown.size())));
    var sections = new ItemSection(words, reasons, new ScoreFigures(words, head.lens()));
    int place = 0;
    for (var id : shown.ids()) {
      var digest = digests.get(id);
      if (digest != null) {
        writer.write(sections.section(digest, place, new Pictures(words, reasons, thumbnails)));
      }
      place++;
    }
    writer.close(section.name());
  }

  private Html notes(Survey survey, Anchors shown) {
    var totals = survey.totals();
    var notes = new ArrayList<Html>();
    if (shown.size() < totals.items()) {
      notes.add(note("left.pictures", shown.size(), totals.items()));
    }
    if (survey.points().size() < totals.scored()) {
      notes.add(note("left.points", survey.points().size(), totals.scored()));
    }
    if (totals.scored() < totals.photos()) {
      notes.add(note("left.unscored", totals.photos() - totals.scored()));
    }
    if (totals.scored() > 0) {
      notes.add(note("left.bins"));
    }
    return Html.many(notes);
  }

  private Html note(String key, Object... arguments) {
    return Html.tag("p").holding(words.say(key, arguments));
  }
}
