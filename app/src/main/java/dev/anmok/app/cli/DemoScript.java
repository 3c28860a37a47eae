package dev.anmok.app.cli;

import dev.anmok.app.blur.ProfileBlur;
import dev.anmok.app.profile.Method;
import dev.anmok.app.query.Finder;
import dev.anmok.app.query.Wanted;
import dev.anmok.app.query.Wish;
import dev.anmok.app.report.Language;
import dev.anmok.app.words.WordModels;
import dev.anmok.app.workspace.CurateJob;
import dev.anmok.app.workspace.Curation;
import dev.anmok.app.workspace.Indexes;
import dev.anmok.app.workspace.IngestJob;
import dev.anmok.app.workspace.MoodReportJob;
import dev.anmok.app.workspace.Session;
import dev.anmok.app.workspace.Thresholds;
import dev.anmok.core.curate.PhotoReason;
import dev.anmok.core.pipeline.FolderSource;
import dev.anmok.core.pipeline.IngestOptions;
import dev.anmok.core.search.VectorQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// The demo's steps, each told to the reader as it happens.
///
/// @param console where it is told
/// @param folder the workspace
/// @param profile name or path of the profile
record DemoScript(Console console, Path folder, String profile) {
  private static final List<String> QUESTIONS =
      List.of("창가 자리가 있는 아늑한 카페", "a room with warm lighting");
  private static final int SHOWN = 3;

  /// Reads, curates, reports and searches.
  ///
  /// @param drawn whether the photos are the drawn samples
  void run(Path photos, boolean drawn) throws IOException {
    try (var session = Session.fill(folder, profile, Optional.empty())) {
      heading("1. Reading " + Paths.show(photos.toAbsolutePath().toString()));
      var source = FolderSource.of(photos);
      var job = new IngestJob(session, IngestOptions.defaults());
      new IngestReport(console).print(session, job, List.of(source));
      heading("2. Choosing the photos that show each place");
      var results = curate(session);
      heading("3. The report: every score, choice and reason");
      var report = folder.resolve("report.html");
      new MoodReportJob(session, Language.EN).write(report, Optional.empty());
      console.print("open %s in a browser", report);
      heading("4. Finding places by words and by a photo");
      search(session, results);
    }
    heading("Next");
    console.print("./anmok search \"벽돌 벽이 있는 카페\" --workspace %s", folder);
    console.print("./anmok curate --compare --workspace %s", folder);
    console.print("./anmok tune mood --workspace %s", folder);
    console.print(
        "./anmok duplicates --workspace %s        and categories, highlights, low-quality", folder);
    console.print(
        "./anmok serve --workspace %s             the same in a browser and over HTTP", folder);
    if (drawn) {
      console.print("./anmok demo PATH            the same on a folder of your own photos");
    }
  }

  private void heading(String text) {
    console.out().println();
    console.print("== %s", text);
  }

  private List<Curation.Result> curate(Session session) throws IOException {
    var catalog = session.workspace().catalog();
    var chosen = session.profile();
    var limit = Thresholds.resolve(catalog, chosen, session.pack(), OptionalDouble.empty());
    var results = new ArrayList<Curation.Result>();
    new CurateJob(session, chosen, chosen.method(), limit, ProfileBlur::judge).run(results::add);
    print(results, chosen.method(), limit.value());
    return results;
  }

  private void print(List<Curation.Result> results, Method method, double threshold) {
    console.print("method %s, threshold %+.4f", method.code(), threshold);
    var table = new Table("item", "photos", "chosen", "mood", "dropped because");
    for (var result : results) {
      var decision = result.decision();
      table.row(
          result.item().title(),
          decision.photos().size(),
          decision.representatives().size(),
          String.format(Locale.ROOT, "%.0f %%", 100 * decision.mood().shareAboveZero()),
          decision.kept() ? "" : decision.reason().code() + ": " + decision.detail());
    }
    table.print(console.out());
  }

  private void search(Session session, List<Curation.Result> results) throws IOException {
    try (var index = Indexes.open(session);
        var reader = WordModels.queries(session)) {
      var scope = VectorQuery.Scope.REPRESENTATIVES;
      var finder = Finder.over(session, index, scope, reader);
      for (var question : QUESTIONS) {
        print(question, finder, Wanted.words(question));
      }
      var photo = passedOver(results);
      if (photo.isPresent()) {
        var wanted = Wanted.photo(Path.of(photo.get()));
        print("the photo " + Paths.show(photo.get()), finder, wanted);
      }
    }
  }

  /// A good photo that is not indexed because others were chosen: a fair question.
  private static Optional<String> passedOver(List<Curation.Result> results) {
    return results.stream()
        .flatMap(result -> result.decision().photos().stream())
        .filter(photo -> photo.reason() == PhotoReason.NOT_SELECTED)
        .map(photo -> photo.uri())
        .findFirst();
  }

  private void print(String question, Finder finder, Wanted wanted) throws IOException {
    var hits = finder.search(Wish.items(wanted, SHOWN)).hits();
    console.print("%s", question);
    if (hits.isEmpty()) {
      console.print("   nothing: no item was kept, so nothing is searched (search --all does)");
    }
    hits.forEach(hit ->
        console.print("   %.4f  %s  (%s)", hit.score(), hit.title(), Paths.show(hit.best().uri())));
  }
}
