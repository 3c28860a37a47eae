package dev.anmok.lucene;

import static java.util.Comparator.comparingDouble;

import dev.anmok.core.search.Hit;
import dev.anmok.core.search.TextQuery;
import dev.anmok.core.search.VectorQuery;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;

/// Finds photos by words.
record WordSearch(IndexSearcher searcher, Plans plans, Scopes scopes) {
  private static final Sort BEST_FIRST =
      new Sort(SortField.FIELD_SCORE, new SortField(PhotoFields.URI, SortField.Type.STRING_VAL));

  /// The best `k` photos. Blocks of documents that cannot be among them are passed over as soon as
  /// `k` were found, since nobody asks how many there are.
  List<Hit> search(TextQuery query) throws IOException {
    var plan = plans.of(searcher, query.text());
    if (plan.asked().isEmpty()) {
      return List.of();
    }
    int k = query.k();
    var collected = new TopFieldCollectorManager(BEST_FIRST, k, null, k);
    var top = searcher.search(inScope(plan, query), collected).scoreDocs;
    var documents = new int[top.length];
    var scores = new float[top.length];
    for (int i = 0; i < top.length; i++) {
      documents[i] = top[i].doc;
      scores[i] = (Float) ((FieldDoc) top[i]).fields[0];
    }
    return HitColumns.hits(searcher, documents, scores);
  }

  /// Those of some photos that match, however many there are.
  List<Hit> score(TextQuery query, Collection<String> uris) throws IOException {
    var plan = plans.of(searcher, query.text());
    if (plan.asked().isEmpty() || uris.isEmpty()) {
      return List.of();
    }
    var given = new GivenDocuments(searcher, scopes.of(searcher, query.scope(), query.filter()));
    return given.matching(plan.query(), uris).stream()
        .sorted(comparingDouble(Hit::score).reversed().thenComparing(Hit::uri))
        .toList();
  }

  private Query inScope(Plan plan, TextQuery query) {
    boolean all = query.scope() == VectorQuery.Scope.ALL && query.filter().isNone();
    return all
        ? plan.query()
        : new BooleanQuery.Builder()
            .add(plan.query(), Occur.MUST)
            .add(new ScopeQuery(scopes, query.scope(), query.filter()), Occur.FILTER)
            .build();
  }
}
