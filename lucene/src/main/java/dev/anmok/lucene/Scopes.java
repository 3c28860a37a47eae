package dev.anmok.lucene;

import dev.anmok.core.filter.Filter;
import dev.anmok.core.search.VectorQuery.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// Finds which documents may be hits, and remembers it by segment, since a search by vector, by
/// words and for facets asks with the same filter. What was asked for longest ago is forgotten
/// first when the sets take more than [#MAX_BYTES]; a set takes a bit a photo. Thread-safe.
final class Scopes {
  static final long MAX_BYTES = 32L << 20;

  private static final int ENTRY_BYTES = 200;

  private final Map<Key, InScope> known = new LinkedHashMap<>(16, 0.75f, true);
  private final long maxBytes;
  private long bytes;

  private record Key(IndexReader.CacheKey segment, Scope scope, Filter filter) {}

  Scopes(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /// The documents of every segment that may be hits, in the order of the segments.
  List<Part> of(IndexSearcher searcher, Scope scope, Filter filter) throws IOException {
    var parts = new ArrayList<Part>();
    Weight weight = null;
    for (var leaf : searcher.getIndexReader().leaves()) {
      var helper = leaf.reader().getReaderCacheHelper();
      var key = helper == null ? null : new Key(helper.getKey(), scope, filter);
      var inScope = find(key);
      if (inScope == null) {
        if (weight == null && !filter.isNone()) {
          weight = weight(searcher, filter);
        }
        inScope =
            weight == null ? InScope.of(leaf.reader(), scope) : InScope.of(leaf, scope, weight);
        keep(key, inScope);
      }
      parts.add(new Part(leaf, inScope));
    }
    return parts;
  }

  /// A segment with its documents that may be hits.
  record Part(LeafReaderContext leaf, InScope inScope) {
    /// The documents in rising order.
    DocIdSetIterator documents() {
      var some = inScope.iterator();
      return some == null ? DocIdSetIterator.all(leaf.reader().maxDoc()) : some;
    }
  }

  /// Number of documents that may be hits.
  int count(IndexSearcher searcher, Scope scope, Filter filter) throws IOException {
    int count = 0;
    for (var part : of(searcher, scope, filter)) {
      count += part.inScope().count();
    }
    return count;
  }

  private static Weight weight(IndexSearcher searcher, Filter filter) throws IOException {
    var query = searcher.rewrite(FilterQuery.of(filter));
    return searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1);
  }

  private synchronized @Nullable InScope find(@Nullable Key key) {
    return key == null ? null : known.get(key);
  }

  private synchronized void keep(@Nullable Key key, InScope inScope) {
    if (key == null || known.put(key, inScope) != null) {
      return;
    }
    bytes += ENTRY_BYTES + inScope.bytes();
    var eldest = known.entrySet().iterator();
    while (bytes > maxBytes && eldest.hasNext()) {
      bytes -= ENTRY_BYTES + eldest.next().getValue().bytes();
      eldest.remove();
    }
  }
}
