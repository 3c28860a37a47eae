package dev.anmok.lucene;

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
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Finds photos by words.
record WordSearch(IndexSearcher searcher, Plans plans, Scopes scopes) {
  private static final Sort BEST_FIRST =
      new Sort(SortField.FIELD_SCORE, new SortField(PhotoFields.URI, SortField.Type.STRING_VAL));

  /// The best `k` photos.
  List<Hit> search(TextQuery query) throws IOException {
    return search(query, null, query.k());
  }

  /// Those of some photos that match, however many there are.
  List<Hit> score(TextQuery query, Collection<String> uris) throws IOException {
    var among = new TermInSetQuery(PhotoFields.URI, uris.stream().map(BytesRef::new).toList());
    return uris.isEmpty() ? List.of() : search(query, among, uris.size());
  }

  private List<Hit> search(TextQuery query, @Nullable Query among, int k) throws IOException {
    var plan = plans.of(searcher, query.text());
    if (plan.asked().isEmpty()) {
      return List.of();
    }
    var whole = new BooleanQuery.Builder().add(plan.query(), Occur.MUST);
    restrict(whole, among);
    restrict(whole, inScope(query));
    var top = searcher.search(whole.build(), k, BEST_FIRST).scoreDocs;
    var documents = new int[top.length];
    var scores = new float[top.length];
    for (int i = 0; i < top.length; i++) {
      documents[i] = top[i].doc;
      scores[i] = (Float) ((FieldDoc) top[i]).fields[0];
    }
    return HitColumns.hits(searcher, documents, scores);
  }

  private static void restrict(BooleanQuery.Builder whole, @Nullable Query to) {
    if (to != null) {
      whole.add(to, Occur.FILTER);
    }
  }

  private @Nullable Query inScope(TextQuery query) {
    boolean all = query.scope() == VectorQuery.Scope.ALL && query.filter().isNone();
    return all ? null : new ScopeQuery(scopes, query.scope(), query.filter());
  }
}
