package dev.anmok.lucene;

import dev.anmok.core.search.Facet;
import dev.anmok.core.search.FacetQuery;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;

/// Counts items by the values of fields.
record FacetCounts(IndexSearcher searcher) {
  List<Facet> count(FacetQuery query) throws IOException {
    return List.of();
  }
}
