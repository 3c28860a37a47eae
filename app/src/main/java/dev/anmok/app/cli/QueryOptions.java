package dev.anmok.app.cli;

import dev.anmok.app.query.Finder;
import dev.anmok.app.retrieval.QueryRun;
import dev.anmok.app.source.LabelledQuery;
import dev.anmok.app.source.QueryFile;
import dev.anmok.app.words.WordModels;
import dev.anmok.app.workspace.Backgrounds;
import dev.anmok.app.workspace.CachedTexts;
import dev.anmok.app.workspace.Calibrations;
import dev.anmok.app.workspace.MatchScales;
import dev.anmok.app.workspace.Session;
import dev.anmok.app.workspace.Towers;
import dev.anmok.core.search.PhotoIndex;
import dev.anmok.core.search.VectorQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which labelled queries a command runs.
final class QueryOptions {
  @Option(
      names = "--queries",
      paramLabel = "FILE",
      description = {
        "CSV or .jsonl with query and relevant (item ids or URIs parted by |, ids ending in * for",
        "all that begin so, id^2 for twice the worth; empty: nothing fits), and perhaps image,",
        "language and part"
      })
  private @Nullable Path file;

  @Option(
      names = "--part",
      paramLabel = "NAME",
      description = "only the queries whose column part says so")
  private @Nullable String part;

  @Option(
      names = "--skip-unknown",
      description = "pass over right answers that are not in the workspace")
  private boolean skipUnknown;

  boolean given() {
    return file != null || part != null || skipUnknown;
  }

  boolean hasFile() {
    return file != null;
  }

  Path file() {
    if (file == null) {
      throw new UsageException(
          "--queries FILE is missing: CSV with the columns query and relevant");
    }
    return file;
  }

  /// What is done with the queries while the model is open.
  interface Use {
    void run(QueryRun run) throws IOException;
  }

  /// Reads the queries and makes them ready to run over all photos.
  void with(Session session, PhotoIndex index, Use use) throws IOException {
    var queries = queries();
    var background = Backgrounds.of(session);
    try (var texts = new CachedTexts(session.pack().texts());
        var images = session.pack().images();
        var reader = WordModels.queries(session)) {
      var scale = MatchScales.find(new Calibrations(session.workspace().catalog(), session.pack()));
      var finder =
          new Finder(
              Towers.kept(texts, images), index, VectorQuery.Scope.ALL, background, scale, reader);
      use.run(QueryRun.of(session, finder, background, queries, file(), skipUnknown));
    }
  }

  private List<LabelledQuery> queries() throws IOException {
    var all = QueryFile.read(file());
    if (part == null) {
      return all;
    }
    var chosen = all.stream().filter(query -> query.part().equals(part)).toList();
    if (chosen.isEmpty()) {
      var parts = new TreeSet<String>();
      all.forEach(query -> parts.add(query.part()));
      throw new IOException(
          file()
              + ": no queries of the part '"
              + part
              + "'; its parts are '"
              + String.join("', '", parts)
              + "'");
    }
    return chosen;
  }
}
