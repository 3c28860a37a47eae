package dev.anmok.app.cli;

import dev.anmok.app.profile.Mode;
import dev.anmok.app.query.Finder;
import dev.anmok.app.query.Wanted;
import dev.anmok.app.query.Weights;
import dev.anmok.app.query.Wish;
import dev.anmok.app.words.WordModels;
import dev.anmok.app.workspace.Indexes;
import dev.anmok.app.workspace.IngestJob;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.pipeline.IngestOptions;
import dev.anmok.core.pipeline.PlacedPhoto;
import dev.anmok.core.pipeline.Source;
import dev.anmok.core.search.Found;
import dev.anmok.core.search.Fusion;
import dev.anmok.core.search.Page;
import dev.anmok.core.search.SearchRequest;
import dev.anmok.core.search.VectorQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The steps of the demo with posters, each told to the reader as it happens.
///
/// @param console where it is told
/// @param folder the workspace
/// @param profile name or path of the profile
record PosterScript(Console console, Path folder, String profile) {
  private static final List<String> QUESTIONS =
      List.of("네온사인이 많은 사이버펑크 느낌", "dark red horror movie poster with a single face");
  private static final String FILTER = "year>=2000 rating>6";
  private static final int SHOWN = 5;
  private static final int PUBLISHED = 10;

  /// Reads the posters and searches them.
  void run(Source source) throws IOException {
    try (var session = Session.fill(folder, profile, Optional.empty())) {
      heading("1. Reading " + Paths.show(source.name()));
      var job = new IngestJob(session, IngestOptions.defaults());
      new IngestReport(console).print(session, job, List.of(source));
      heading("2. Finding posters by words");
      try (var index = Indexes.open(session);
          var reader = WordModels.queries(session)) {
        var finder = Finder.over(session, index, VectorQuery.Scope.ALL, reader);
        if (session.profile().search().texts().isEmpty()) {
          asPublished(finder);
        } else {
          search(session, finder);
        }
      }
    }
    heading("Next");
    console.print("./anmok search \"안개 낀 산\" --mode hybrid --workspace %s", folder);
    console.print("./anmok search --image POSTER.jpg --workspace %s", folder);
    console.print(
        "./anmok serve --workspace %s              the same in a browser and over HTTP", folder);
    console.print("./anmok ingest films.csv --profile poster --workspace NEW    your own posters");
  }

  /// The source's own loop: the ten nearest pictures, each with its cosine.
  private void asPublished(Finder finder) throws IOException {
    for (var question : QUESTIONS) {
      console.print("%s", question);
      for (var hit : ask(finder, question, Mode.VECTOR, Filter.none(), PUBLISHED)) {
        console.print("%s: %.4f", Paths.show(hit.best().uri()), hit.best().score());
      }
    }
  }

  private void search(Session session, Finder finder) throws IOException {
    for (var question : QUESTIONS) {
      print(session, question, ask(finder, question, Mode.HYBRID, Filter.none(), SHOWN));
    }
    heading("3. The same among " + FILTER);
    var filter = session.profile().filter(FILTER);
    for (var question : QUESTIONS) {
      print(session, question, ask(finder, question, Mode.HYBRID, filter, SHOWN));
    }
    var first = ask(finder, QUESTIONS.getFirst(), Mode.HYBRID, Filter.none(), 1);
    for (var hit : first) {
      heading("4. More like this poster");
      var like = finder.similar(hit.item(), vectors(session, hit), SHOWN, Filter.none());
      print(session, "./anmok similar " + hit.item() + "   # " + hit.title(), like.hits());
    }
  }

  private static List<Embedding> vectors(Session session, Found hit) throws IOException {
    return Items.find(session, hit.item()).photos().stream().map(PlacedPhoto::embedding).toList();
  }

  private static List<Found> ask(Finder finder, String question, Mode mode, Filter filter, int k)
      throws IOException {
    var wish =
        new Wish(
            Wanted.words(question),
            mode,
            Weights.DEFAULT,
            new Fusion.Weighted(),
            SearchRequest.By.ITEM,
            filter,
            new Page(0, k));
    return finder.search(wish).hits();
  }

  private void print(Session session, String question, List<Found> hits) throws IOException {
    console.print("%s", question);
    if (hits.isEmpty()) {
      console.print("   nothing");
    }
    for (var hit : hits) {
      console.print("   %.4f  %s  (%s)", hit.score(), hit.title(), facts(session, hit));
      console.print("           %s", Paths.show(hit.best().uri()));
    }
  }

  /// What is known of a film: year, genres, rating.
  private static String facts(Session session, Found hit) throws IOException {
    var metadata = Items.find(session, hit.item()).item().metadata();
    return Stream.of("title_en", "year", "genres", "rating")
        .map(metadata::get)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }

  private void heading(String text) {
    console.out().println();
    console.print("== %s", text);
  }
}
