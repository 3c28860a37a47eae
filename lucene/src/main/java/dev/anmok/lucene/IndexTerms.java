package dev.anmok.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexReaderContext;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/// The terms that one query asks an index for. Each is looked up once in every segment, by one
/// position a field and segment. Used by one thread.
final class IndexTerms {
  private final IndexReaderContext index;
  private final int documents;
  private final Map<Term, TermStates> known = new HashMap<>();
  private final Map<String, List<Position>> positions = new HashMap<>();

  private record Position(int segment, TermsEnum terms) {}

  IndexTerms(IndexSearcher searcher) throws IOException {
    this.index = searcher.getTopReaderContext();
    this.documents = searcher.getIndexReader().getDocCount(TextFields.WORDS);
  }

  IndexReader reader() {
    return index.reader();
  }

  /// The index's segments.
  List<LeafReaderContext> segments() {
    return index.leaves();
  }

  /// Where a term lies and how often.
  TermStates states(Term term) throws IOException {
    var states = known.get(term);
    if (states == null) {
      states = find(term.field(), term.bytes());
      known.put(term, states);
    }
    return states;
  }

  /// Number of documents with a term; deleted ones count until their part of the index is
  /// rewritten.
  int documents(String field, String term) throws IOException {
    return states(new Term(field, term)).docFreq();
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

  private TermStates find(String field, BytesRef term) throws IOException {
    var states = new TermStates(index);
    for (var position : positions(field)) {
      var terms = position.terms;
      if (terms.seekExact(term)) {
        states.register(
            terms.termState(), position.segment, terms.docFreq(), terms.totalTermFreq());
      }
    }
    return states;
  }

  private List<Position> positions(String field) throws IOException {
    var known = positions.get(field);
    if (known == null) {
      var opened = new ArrayList<Position>();
      for (var segment : segments()) {
        var terms = segment.reader().terms(field);
        if (terms != null) {
          opened.add(new Position(segment.ord, terms.iterator()));
        }
      }
      known = opened;
      positions.put(field, known);
    }
    return known;
  }
}
