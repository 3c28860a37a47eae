package dev.anmok.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/// In how many documents terms occur. Remembers what it was asked; for one query.
final class TermCounts {
  private final IndexReader reader;
  private final int documents;
  private final Map<Term, Integer> counts = new HashMap<>();

  TermCounts(IndexReader reader) throws IOException {
    this.reader = reader;
    this.documents = reader.getDocCount(TextFields.WORDS);
  }

  /// Number of documents with a term; deleted ones count until their part of the index is
  /// rewritten.
  int documents(String field, String term) throws IOException {
    var key = new Term(field, term);
    var known = counts.get(key);
    if (known == null) {
      known = reader.docFreq(key);
      counts.put(key, known);
    }
    return known;
  }

  /// Whether all of what an alternative needs occurs anywhere.
  boolean occurs(Alternative alternative) throws IOException {
    boolean all = true;
    boolean any = false;
    for (var term : alternative.terms()) {
      boolean occurs = documents(alternative.field(), term) > 0;
      all &= occurs;
      any |= occurs;
    }
    return alternative.any() ? any : all;
  }

  /// The sum of some terms' inverse document frequencies, `ln(1 + (N - n + 0.5) / (n + 0.5))`.
  double weight(String field, List<String> terms) throws IOException {
    double sum = 0;
    for (var term : terms) {
      int n = documents(field, term);
      sum += Math.log1p(Math.max(0, documents - n + 0.5) / (n + 0.5));
    }
    return sum;
  }
}
