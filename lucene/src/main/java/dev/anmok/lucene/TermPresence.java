package dev.anmok.lucene;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/// Tells which of some documents hold a term. Remembers what it was asked; for one query.
final class TermPresence {
  private final int[] documents;
  private final List<Segment> segments;
  private final Map<Term, BitSet> known = new HashMap<>();

  /// A segment with a position in each field that was asked for.
  private record Segment(DocumentRange part, Map<String, TermsEnum> positions) {
    @Nullable PostingsEnum postings(Term term) throws IOException {
      var position = positions.get(term.field());
      if (position == null) {
        var terms = part.segment().terms(term.field());
        position = terms == null ? TermsEnum.EMPTY : terms.iterator();
        positions.put(term.field(), position);
      }
      return position.seekExact(term.bytes()) ? position.postings(null, PostingsEnum.NONE) : null;
    }
  }

  /// @param documents in rising order
  TermPresence(IndexSearcher searcher, int[] documents) {
    this.documents = documents;
    this.segments =
        DocumentRange.split(searcher, documents).stream()
            .map(part -> new Segment(part, new HashMap<>()))
            .toList();
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
    for (var segment : segments) {
      var part = segment.part;
      var postings = segment.postings(term);
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
