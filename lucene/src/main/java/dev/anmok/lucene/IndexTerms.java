package dev.anmok.lucene;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import dev.anmok.words.TermFields;
import dev.anmok.words.TermIndex;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReaderContext;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.TermsEnum.SeekStatus;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/// The terms that one query asks an index for. Each is looked up once in every segment, by one
/// position a field and segment. Used by one thread.
final class IndexTerms implements TermIndex {
  private final IndexReaderContext index;
  private final int documents;
  private final Map<Term, TermStates> known = new HashMap<>();
  private final Map<String, List<Position>> positions = new HashMap<>();

  private record Position(int segment, TermsEnum terms) {}

  IndexTerms(IndexSearcher searcher) throws IOException {
    this.index = searcher.getTopReaderContext();
    this.documents = searcher.getIndexReader().getDocCount(TermFields.WORDS);
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

  /// Deleted documents count until their part of the index is rewritten.
  @Override
  public int documents(String field, String term) throws IOException {
    return states(new Term(field, term)).docFreq();
  }

  @Override
  public int documents() {
    return documents;
  }

  @Override
  public List<String> oneSlipAway(String form, int most) throws IOException {
    var terms = MultiTerms.getTerms(index.reader(), TermFields.FORMS);
    if (terms == null) {
      return List.of();
    }
    var documents = new HashMap<String, Integer>();
    var near = new FuzzyTermsEnum(terms, new Term(TermFields.FORMS, form), 1, 0, true);
    for (var term = near.next(); term != null; term = near.next()) {
      documents.put(term.utf8ToString(), near.docFreq());
    }
    return documents.entrySet().stream()
        .sorted(
            comparing(Map.Entry<String, Integer>::getValue, reverseOrder())
                .thenComparing(Map.Entry::getKey))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public boolean hasKorean() throws IOException {
    for (var leaf : index.leaves()) {
      var terms = leaf.reader().terms(TermFields.WORDS);
      if (terms != null) {
        var position = terms.iterator();
        if (position.seekCeil(new BytesRef("가")) != SeekStatus.END
            && position.term().compareTo(new BytesRef("힣")) <= 0) {
          return true;
        }
      }
    }
    return false;
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
      for (var segment : index.leaves()) {
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
