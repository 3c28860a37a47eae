package dev.anmok.lucene;

import dev.anmok.core.search.TextHit;
import dev.anmok.core.search.TextQuery;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;

/// Finds photos by words.
record WordSearch(IndexSearcher searcher) {
  List<TextHit> search(TextQuery query) throws IOException {
    return List.of();
  }

  List<TextHit> score(TextQuery query, Collection<String> uris) throws IOException {
    return List.of();
  }
}
