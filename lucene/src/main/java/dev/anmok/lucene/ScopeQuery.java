package dev.anmok.lucene;

import dev.anmok.core.filter.Filter;
import dev.anmok.core.search.VectorQuery.Scope;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// The documents that may be hits as a part of a Lucene query, from the remembered sets of
/// [Scopes].
final class ScopeQuery extends Query {
  private final Scopes scopes;
  private final Scope scope;
  private final Filter filter;

  ScopeQuery(Scopes scopes, Scope scope, Filter filter) {
    this.scopes = scopes;
    this.scope = scope;
    this.filter = filter;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    Map<Object, InScope> sets = new HashMap<>();
    for (var part : scopes.of(searcher, scope, filter)) {
      sets.put(part.leaf().id(), part.inScope());
    }
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) {
        var inScope = sets.get(leaf.id());
        if (inScope == null || inScope.count() == 0) {
          return null;
        }
        var iterator = inScope.iterator();
        return new DefaultScorerSupplier(
            new ConstantScoreScorer(
                score(),
                mode,
                iterator == null ? DocIdSetIterator.all(leaf.reader().maxDoc()) : iterator));
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false; // remembered already
      }
    };
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return scope + " " + filter;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScopeQuery that && scope == that.scope && filter.equals(that.filter);
  }

  @Override
  public int hashCode() {
    return Objects.hash(scope, filter);
  }
}
