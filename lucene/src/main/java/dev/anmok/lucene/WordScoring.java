package dev.anmok.lucene;

import dev.anmok.words.TermFields;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.jspecify.annotations.Nullable;

/// Makes searchers that score words by BM25. Source: Robertson and Zaragoza, "The Probabilistic
/// Relevance Framework: BM25 and Beyond", 2009.
final class WordScoring extends SearcherFactory {
  @Override
  public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
    var searcher = new IndexSearcher(reader);
    searcher.setSimilarity(new BM25Similarity(TermFields.SATURATION, TermFields.LENGTH));
    return searcher;
  }
}
