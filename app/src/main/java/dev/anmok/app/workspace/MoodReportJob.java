package dev.anmok.app.workspace;

import dev.anmok.app.report.Language;
import dev.anmok.app.report.LensFacts;
import dev.anmok.app.report.MoodReport;
import dev.anmok.app.report.ReportHead;
import dev.anmok.app.report.ReportLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// Writes the report on a workspace's curation.
///
/// @param session open for reading
/// @param language the one shown first
public record MoodReportJob(Session session, Language language) {
  /// Writes the report.
  ///
  /// @param item id of the only item wanted
  /// @throws IOException if nothing was curated yet
  public void write(Path file, Optional<String> item) throws IOException {
    var catalog = session.workspace().catalog();
    var with =
        CuratedWith.load(catalog)
            .orElseThrow(() ->
                new IOException(
                    session.workspace().folder() + ": nothing is curated yet; run: anmok curate"));
    var space = session.pack().space();
    if (!with.in(space)) {
      throw new IOException(
          "the decisions were made in the space %s, the photos are in %s now: run anmok curate"
              .formatted(with.space(), space.id()));
    }
    var scorer = MoodLens.of(session.profile(), session.pack()).scorer();
    var lens = session.profile().lens();
    var facts = new LensFacts(lens.name(), space.id(), lens.pooling().code(), with.threshold());
    var head =
        new ReportHead(
            session.workspace().folder().toString(),
            with.profile(),
            with.method(),
            facts,
            with.keep(),
            with.require(),
            Instant.now(),
            language);
    var items = new CuratedItems(new DecidedItems(catalog, space, item.orElse(null)), scorer);
    MoodReport.write(file, head, items, DecodedThumbnails.open(), ReportLimits.DEFAULT);
  }
}
