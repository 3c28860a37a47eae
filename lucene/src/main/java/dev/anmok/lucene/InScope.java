package dev.anmok.lucene;

import dev.anmok.core.search.VectorQuery.Scope;
import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/// The documents of one segment that may be hits.
///
/// @param documents their set, or null if all of them may
/// @param count their number
record InScope(@Nullable FixedBitSet documents, int count) {
  static InScope of(LeafReader segment, Scope scope) throws IOException {
    var live = segment.getLiveDocs();
    var all = live == null ? null : FixedBitSet.copyOf(live);
    return switch (scope) {
      case ALL -> new InScope(all, segment.numDocs());
      case REPRESENTATIVES -> {
        var chosen = representatives(segment);
        if (all != null) {
          chosen.and(all);
        }
        yield new InScope(chosen, chosen.cardinality());
      }
    };
  }

  /// The documents in scope that pass a filter.
  static InScope of(LeafReaderContext leaf, Scope scope, Weight filter) throws IOException {
    var passing = new FixedBitSet(leaf.reader().maxDoc());
    var scorer = filter.scorer(leaf);
    if (scorer != null) {
      passing.or(scorer.iterator());
    }
    var inScope = of(leaf.reader(), scope).documents();
    if (inScope != null) {
      passing.and(inScope);
    }
    return new InScope(passing, passing.cardinality());
  }

  boolean contains(int document) {
    return documents == null || documents.get(document);
  }

  /// The documents in rising order, or null for all.
  @Nullable DocIdSetIterator iterator() {
    return documents == null ? null : new BitSetIterator(documents, count);
  }

  /// Memory that it takes.
  long bytes() {
    return documents == null ? 0 : documents.ramBytesUsed();
  }

  private static FixedBitSet representatives(LeafReader segment) throws IOException {
    var set = new FixedBitSet(segment.maxDoc());
    var postings = segment.postings(PhotoFields.REPRESENTATIVE, PostingsEnum.NONE);
    if (postings != null) {
      set.or(postings);
    }
    return set;
  }
}
