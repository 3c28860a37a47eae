package dev.anmok.lucene;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.jspecify.annotations.Nullable;

/// Makes searchers that score words by BM25. Source: Robertson and Zaragoza, "The Probabilistic
/// Relevance Framework: BM25 and Beyond", 2009.
final class WordScoring extends SearcherFactory {
  /// How soon more of the same word stops counting.
  static final float SATURATION = 1.2f;

  /// How much a text's length counts against it. Less than the usual 0.75: a film with an overview
  /// is no worse a hit for its title than one without.
  static final float LENGTH = 0.4f;

  @Override
  public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
    var searcher = new IndexSearcher(reader);
    searcher.setSimilarity(new BM25Similarity(SATURATION, LENGTH));
    return searcher;
  }
}
