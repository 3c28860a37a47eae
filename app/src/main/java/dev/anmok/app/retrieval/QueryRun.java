package dev.anmok.app.retrieval;

import dev.anmok.app.profile.Mode;
import dev.anmok.app.query.Answered;
import dev.anmok.app.query.Finder;
import dev.anmok.app.query.QueryPhoto;
import dev.anmok.app.query.RefusedQueryException;
import dev.anmok.app.query.UnreadablePhotoException;
import dev.anmok.app.query.Wanted;
import dev.anmok.app.query.Weights;
import dev.anmok.app.query.Wish;
import dev.anmok.app.source.LabelledQuery;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.evaluate.MatchTraining;
import dev.anmok.core.evaluate.RankedAnswer;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.search.Background;
import dev.anmok.core.search.Found;
import dev.anmok.core.search.Fusion;
import dev.anmok.core.search.MatchModel;
import dev.anmok.core.search.Page;
import dev.anmok.core.search.QueryKind;
import dev.anmok.core.search.SearchRequest;
import dev.anmok.core.search.SubQuery;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Labelled queries on a workspace, answered as `anmok search` answers. Items are ranked, not
/// photos. A query in a language that the model does not know, and that nobody translates, finds
/// nothing and is counted as refused.
public final class QueryRun {
  private final Finder finder;
  private final Background background;
  private final Path file;
  private final List<Asked> asked = new ArrayList<>();
  private final Set<Long> refusedLines = new HashSet<>();
  private final SortedMap<String, Integer> refused = new TreeMap<>();

  /// A query with the grades of its right items.
  private record Asked(LabelledQuery query, Wanted wanted, Map<String, Double> grades) {
    QueryKind kind() {
      return wanted.kind();
    }
  }

  private QueryRun(Finder finder, Background background, Path file) {
    this.finder = finder;
    this.background = background;
    this.file = file;
  }

  /// Finds the queries' right answers.
  ///
  /// @param background what `finder` compares with
  /// @param file where the queries come from, for messages
  /// @param skipUnknown whether right answers that are not in the workspace are passed over
  /// @throws IOException if a right answer is not in the workspace
  public static QueryRun of(
      Session session,
      Finder finder,
      Background background,
      List<LabelledQuery> queries,
      Path file,
      boolean skipUnknown)
      throws IOException {
    var run = new QueryRun(finder, background, file);
    var grades =
        skipUnknown
            ? RightAnswers.present(session, queries)
            : RightAnswers.of(session, queries, file);
    for (int i = 0; i < queries.size(); i++) {
      var query = queries.get(i);
      var texts = query.text().isEmpty() ? List.<String>of() : List.of(query.text());
      var images = query.image().map(Path::of).map(QueryPhoto::of).stream().toList();
      var wanted = new Wanted(texts, List.of(), images, List.of());
      run.asked.add(new Asked(query, wanted, grades.get(i)));
    }
    return run;
  }

  /// The graded answers by one mode; queries without words are left out where words are needed.
  ///
  /// @param k hits a query
  /// @throws IOException if a query photo cannot be read
  public List<RankedAnswer> answers(Mode mode, Weights weights, Fusion fusion, int k)
      throws IOException {
    var answers = new ArrayList<RankedAnswer>();
    for (var each : asked) {
      if (mode == Mode.VECTOR || !each.query().text().isEmpty()) {
        var wish = wish(each, mode, weights, fusion, k);
        var answered = search(each, wish);
        var hits = answered.map(Answered::hits).orElse(List.of());
        answers.add(
            RankedAnswer.of(
                each.query().language(),
                hits.stream().map(Found::item).toList(),
                answered.map(a -> hits.stream().map(a.judge()::of).toList()).orElse(List.of()),
                each.grades()));
      }
    }
    return answers;
  }

  /// What each query finds by what photos show, whether or not its right answers are known: items
  /// in their order; empty for a query in a language that the model does not know.
  ///
  /// @param k hits a query
  /// @throws IOException if a query photo cannot be read
  public List<Optional<List<String>>> found(int k) throws IOException {
    var all = new ArrayList<Optional<List<String>>>();
    for (var each : asked) {
      var wish = wish(each, Mode.VECTOR, Weights.DEFAULT, new Fusion.Weighted(), k);
      all.add(search(each, wish).map(found -> found.hits().stream().map(Found::item).toList()));
    }
    return all;
  }

  /// Queries that were refused, because the model does not know their language and nobody
  /// translates them, by what was said of them.
  public SortedMap<String, Integer> refused() {
    return Collections.unmodifiableSortedMap(refused);
  }

  /// Finds what scores are worth for each kind of query, from the best hits by vector.
  ///
  /// @param k hits a query
  /// @return what came of it, by kind
  /// @throws IOException if a query photo cannot be read
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
  /// @param note why not, or on how much it was found
  public record Tuned(Optional<MatchModel> model, String note) {}

  private Tuned tune(QueryKind kind, int k) throws IOException {
    var hits = new ArrayList<MatchTraining.Example>();
    var absent = new ArrayList<float[]>();
    long queries = 0;
    for (var each : asked) {
      if (each.kind() == kind) {
        var answered =
            search(each, wish(each, Mode.VECTOR, Weights.DEFAULT, new Fusion.Weighted(), k));
        queries += answered.isPresent() ? 1 : 0;
        var found = answered.map(Answered::hits).orElse(List.of());
        if (!found.isEmpty()) {
          var cosines = background.cosines(vector(found.getFirst()));
          var spread = Background.spread(cosines);
          for (var hit : found) {
            boolean right = each.grades().containsKey(hit.item());
            hits.add(new MatchTraining.Example(spread, hit.score(), right));
          }
          if (each.grades().isEmpty()) {
            absent.add(cosines);
          }
        }
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

  /// The vector that the best hit of a wish by vector was found by.
  private static Embedding vector(Found found) {
    var why = found.why().getFirst();
    return switch (why.part()) {
      case SubQuery.ByVector part -> part.vector();
      case SubQuery.BestOf many ->
          many.readings().stream()
              .filter(reading -> reading.name().equals(why.reading()))
              .findFirst()
              .orElseThrow()
              .vector();
      case SubQuery.ByWords _, SubQuery.Boost _, SubQuery.Taste _ ->
          throw new IllegalStateException("a wish by vector was answered by " + why.part().name());
    };
  }

  private static Wish wish(Asked each, Mode mode, Weights weights, Fusion fusion, int k) {
    return new Wish(
        each.wanted(), mode, weights, fusion, SearchRequest.By.ITEM, Filter.none(), new Page(0, k));
  }

  /// Empty if the model does not know the query's language and nobody translates it.
  private Optional<Answered> search(Asked each, Wish wish) throws IOException {
    try {
      return Optional.of(finder.search(wish));
    } catch (RefusedQueryException e) {
      if (refusedLines.add(each.query().line())) {
        refused.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
      }
      return Optional.empty();
    } catch (UnreadablePhotoException | NoSuchFileException e) {
      throw new IOException(
          "%s line %d: the query photo cannot be read: %s"
              .formatted(file, each.query().line(), e.getMessage()),
          e);
    }
  }
}
