package dev.anmok.lucene;

import dev.anmok.core.search.VectorQuery.Scope;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/// Finds documents by the terms that they hold.
final class TermLookup {
  private TermLookup() {}

  /// The documents in scope that hold one of some terms, in rising order.
  static int[] documents(
      IndexSearcher searcher, String field, Collection<BytesRef> terms, Scope scope)
      throws IOException {
    var sorted = terms.stream().sorted().toList();
    var found = IntStream.builder();
    for (var leaf : searcher.getIndexReader().leaves()) {
      var inSegment = inSegment(leaf.reader(), field, sorted);
      if (inSegment.length > 0) {
        var inScope = InScope.of(leaf.reader(), scope);
        for (int document : inSegment) {
          if (inScope.contains(document)) {
            found.add(leaf.docBase + document);
          }
        }
      }
    }
    return found.build().sorted().toArray();
  }

  private static int[] inSegment(LeafReader segment, String field, List<BytesRef> terms)
      throws IOException {
    var found = IntStream.builder();
    var dictionary = segment.terms(field);
    if (dictionary != null) {
      var position = dictionary.iterator();
      PostingsEnum postings = null;
      for (var term : terms) {
        if (position.seekExact(term)) {
          postings = position.postings(postings, PostingsEnum.NONE);
          while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            found.add(postings.docID());
          }
        }
      }
    }
    return found.build().toArray();
  }
}
