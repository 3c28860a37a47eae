package dev.anmok.lucene;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;

/// Tells which of some documents hold a term. Remembers what it was asked; for one query.
final class TermPresence {
  private final IndexSearcher searcher;
  private final int[] documents;
  private final Map<Term, BitSet> known = new HashMap<>();

  /// @param documents in rising order
  TermPresence(IndexSearcher searcher, int[] documents) {
    this.searcher = searcher;
    this.documents = documents;
  }

  /// Whether the document at a place of the list holds the term.
  boolean of(int place, String field, String term) throws IOException {
    var key = new Term(field, term);
    var holders = known.get(key);
    if (holders == null) {
      holders = holders(key);
      known.put(key, holders);
    }
    return holders.get(place);
  }

  private BitSet holders(Term term) throws IOException {
    var holders = new BitSet(documents.length);
    for (var part : DocumentRange.split(searcher, documents)) {
      var postings = part.segment().postings(term, PostingsEnum.NONE);
      for (int i = part.from(); postings != null && i < part.to(); i++) {
        int document = documents[i] - part.base();
        if (postings.docID() < document) {
          postings.advance(document);
        }
        holders.set(i, postings.docID() == document);
      }
    }
    return holders;
  }
}
