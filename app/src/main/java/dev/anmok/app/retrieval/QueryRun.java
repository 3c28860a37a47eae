package dev.anmok.app.retrieval;

import dev.anmok.app.query.Finder;
import dev.anmok.app.query.UnreadablePhotoException;
import dev.anmok.app.query.Wanted;
import dev.anmok.app.source.LabelledQuery;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.evaluate.MatchTraining;
import dev.anmok.core.evaluate.RankedAnswer;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.search.Background;
import dev.anmok.core.search.Found;
import dev.anmok.core.search.Fusion;
import dev.anmok.core.search.MatchJudge;
import dev.anmok.core.search.MatchModel;
import dev.anmok.core.search.MatchScale;
import dev.anmok.core.search.Page;
import dev.anmok.core.search.QueryKind;
import dev.anmok.core.search.SearchEngine;
import dev.anmok.core.search.SearchRequest;
import dev.anmok.core.search.SubQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Labelled queries on a workspace, their vectors made once. Items are ranked, not photos.
public final class QueryRun {
  private static final String PART = "query";
  private static final String WORDS = "words";

  private final Finder finder;
  private final Background background;
  private final List<Asked> asked = new ArrayList<>();

  private record Asked(LabelledQuery query, Embedding vector, Map<String, Double> grades) {
    QueryKind kind() {
      if (query.image().isEmpty()) {
        return QueryKind.WORDS;
      }
      return query.text().isEmpty() ? QueryKind.PHOTO : QueryKind.BOTH;
    }
  }

  private QueryRun(Finder finder, Background background) {
    this.finder = finder;
    this.background = background;
  }

  /// Makes the queries' vectors and finds their right answers.
  ///
  /// @param file where the queries come from, for messages
  /// @param skipMissing whether right answers that are not in the workspace are passed over
  /// @throws IOException if a right answer is not in the workspace, or a query photo cannot be read
  public static QueryRun of(
      Session session,
      Finder finder,
      Background background,
      List<LabelledQuery> queries,
      Path file,
      boolean skipMissing)
      throws IOException {
    var run = new QueryRun(finder, background);
    var grades =
        skipMissing
            ? RightAnswers.present(session, queries)
            : RightAnswers.of(session, queries, file);
    for (int i = 0; i < queries.size(); i++) {
      var query = queries.get(i);
      run.asked.add(new Asked(query, run.vector(query, file), grades.get(i)));
    }
    return run;
  }

  private Embedding vector(LabelledQuery query, Path file) throws IOException {
    var texts = query.text().isEmpty() ? List.<String>of() : List.of(query.text());
    var images = query.image().map(Path::of).map(List::of).orElse(List.of());
    try {
      return finder.looks(new Wanted(texts, List.of(), images, List.of()));
    } catch (UnreadablePhotoException | java.nio.file.NoSuchFileException e) {
      throw new IOException(
          file + " line " + query.line() + ": the query photo cannot be read: " + e.getMessage(),
          e);
    }
  }

  /// Number of queries for which nothing is right.
  public long absent() {
    return asked.stream().filter(each -> each.grades().isEmpty()).count();
  }

  /// The graded answers by one method; queries without words are left out where words are needed.
  ///
  /// @param k hits a query
  public List<RankedAnswer> answers(Method method, MatchScale scale, int k) throws IOException {
    var answers = new ArrayList<RankedAnswer>();
    for (var each : asked) {
      if (method != Method.VECTOR && each.query().text().isEmpty()) {
        continue;
      }
      var hits = search(each, method, k);
      var judge =
          new MatchJudge(scale, background, finder.index().size(), Map.of(PART, each.kind()));
      answers.add(
          RankedAnswer.of(
              each.query().language(),
              hits.stream().map(Found::item).toList(),
              hits.stream().map(judge::of).toList(),
              each.grades()));
    }
    return answers;
  }

  /// Finds what scores are worth for each kind of query, from the best hits by vector. Kinds with
  /// too few queries are left out.
  ///
  /// @param k hits a query
  /// @return the model of each kind, or why there is none
  public Map<QueryKind, Tuned> tune(int k) throws IOException {
    var tuned = new EnumMap<QueryKind, Tuned>(QueryKind.class);
    for (var kind : QueryKind.values()) {
      if (asked.stream().anyMatch(each -> each.kind() == kind)) {
        tuned.put(kind, tune(kind, k));
      }
    }
    return tuned;
  }

  /// What came of tuning one kind.
  ///
  /// @param model empty if there is none
  /// @param note why not, or how much it was found on
  public record Tuned(Optional<MatchModel> model, String note) {}

  private Tuned tune(QueryKind kind, int k) throws IOException {
    var hits = new ArrayList<MatchTraining.Example>();
    var absent = new ArrayList<float[]>();
    long queries = 0;
    for (var each : asked) {
      if (each.kind() != kind) {
        continue;
      }
      queries++;
      var cosines = background.cosines(each.vector());
      var spread = Background.spread(cosines);
      for (var hit : search(each, Method.VECTOR, k)) {
        boolean right = each.grades().containsKey(hit.item());
        hits.add(new MatchTraining.Example(spread, hit.score(), right));
      }
      if (each.grades().isEmpty()) {
        absent.add(cosines);
      }
    }
    try {
      var model = MatchTraining.train(hits, absent);
      long right = hits.stream().filter(MatchTraining.Example::right).count();
      return new Tuned(
          Optional.of(model),
          "%d queries, %d of them for absent things; %d of %d hits right"
              .formatted(queries, absent.size(), right, hits.size()));
    } catch (IllegalArgumentException e) {
      return new Tuned(Optional.empty(), String.valueOf(e.getMessage()));
    }
  }

  private List<Found> search(Asked each, Method method, int k) throws IOException {
    var parts = new ArrayList<SubQuery>();
    if (method != Method.WORDS) {
      parts.add(new SubQuery.ByVector(PART, 1, each.vector()));
    }
    if (method != Method.VECTOR) {
      parts.add(new SubQuery.ByWords(WORDS, 1, each.query().text()));
    }
    var request =
        new SearchRequest(
            parts,
            new Fusion.ReciprocalRank(Fusion.ReciprocalRank.PUBLISHED),
            SearchRequest.By.ITEM,
            finder.scope(),
            Filter.none(),
            new Page(0, k));
    return new SearchEngine(finder.index(), background).search(request).hits();
  }
}
