package dev.anmok.lucene;

import dev.anmok.core.search.TextHit;
import dev.anmok.core.search.TextQuery;
import dev.anmok.core.search.TextRole;
import dev.anmok.core.search.VectorQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Finds photos by words. Each word counts by the best of what it was found by, and a little by the
/// rest; the words of a query are summed up.
record WordSearch(IndexSearcher searcher, Vocabulary vocabulary, Scopes scopes) {
  /// What the second best way to find a word adds to the best one.
  private static final float TIE = 0.2f;

  private static final Sort BEST_FIRST =
      new Sort(SortField.FIELD_SCORE, new SortField(PhotoFields.URI, SortField.Type.STRING_VAL));

  /// The best `k` photos.
  List<TextHit> search(TextQuery query) throws IOException {
    return search(query, null, query.k());
  }

  /// Those of some photos that match, however many there are.
  List<TextHit> score(TextQuery query, Collection<String> uris) throws IOException {
    var among = new TermInSetQuery(PhotoFields.URI, uris.stream().map(BytesRef::new).toList());
    return uris.isEmpty() ? List.of() : search(query, among, uris.size());
  }

  private List<TextHit> search(TextQuery query, @Nullable Query among, int k) throws IOException {
    var words = QueryWords.parse(query.text(), vocabulary.analysis());
    var plan = new QueryPlan(searcher.getIndexReader(), vocabulary).of(words.words());
    if (plan.isEmpty()) {
      return List.of();
    }
    var whole = new BooleanQuery.Builder().add(any(plan), Occur.MUST);
    for (var phrase : words.phrases()) {
      whole.add(phrase(phrase), Occur.FILTER);
    }
    restrict(whole, among);
    restrict(whole, inScope(query));
    var top = searcher.search(whole.build(), k, BEST_FIRST).scoreDocs;
    var documents = new int[top.length];
    var scores = new float[top.length];
    for (int i = 0; i < top.length; i++) {
      documents[i] = top[i].doc;
      scores[i] = (Float) ((FieldDoc) top[i]).fields[0];
    }
    return new WordMatches(searcher, plan).explain(documents, scores);
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

  private static Query any(List<Asked> plan) {
    var any = new BooleanQuery.Builder();
    for (var asked : plan) {
      var apart = new BooleanQuery.Builder();
      for (var one : asked.words()) {
        apart.add(best(one.alternatives().stream().map(WordSearch::of).toList()), Occur.SHOULD);
      }
      var ways = new ArrayList<Query>();
      ways.add(single(apart.build()));
      asked.together().forEach(alternative -> ways.add(of(alternative)));
      any.add(best(ways), Occur.SHOULD);
    }
    return single(any.build());
  }

  private static Query best(List<Query> ways) {
    return ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, TIE);
  }

  private static Query of(Alternative alternative) {
    var terms = new BooleanQuery.Builder();
    for (var term : alternative.terms()) {
      terms.add(
          new TermQuery(new Term(alternative.field(), term)),
          alternative.any() ? Occur.SHOULD : Occur.MUST);
    }
    var query = single(terms.build());
    return alternative.weight() == 1 ? query : new BoostQuery(query, alternative.weight());
  }

  private static Query phrase(List<Word> phrase) {
    var anywhere = new BooleanQuery.Builder();
    for (var role : TextRole.values()) {
      var inRole = new PhraseQuery.Builder();
      phrase.stream()
          .flatMap(word -> word.terms().stream())
          .forEach(term -> inRole.add(new Term(TextFields.of(role), term)));
      anywhere.add(inRole.build(), Occur.SHOULD);
    }
    return anywhere.build();
  }

  private static Query single(BooleanQuery query) {
    return query.clauses().size() == 1 ? query.clauses().getFirst().query() : query;
  }
}
