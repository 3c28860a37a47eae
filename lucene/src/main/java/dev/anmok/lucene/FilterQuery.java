package dev.anmok.lucene;

import dev.anmok.core.filter.Filter;
import dev.anmok.core.search.VectorQuery.Scope;
import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;

/// A filter as a Lucene query.
final class FilterQuery {
  private FilterQuery() {}

  /// Number of documents in scope that pass.
  static long count(IndexSearcher searcher, Scope scope, Filter filter) throws IOException {
    return searcher.getIndexReader().numDocs();
  }
}
