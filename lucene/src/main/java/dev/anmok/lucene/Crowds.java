package dev.anmok.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;

/// Tells which photos must stay out of the graph: those whose very vector is in the index
/// [#LARGEST] times already, such as the hundredth copy of a "no picture" sign. HNSW links a crowd
/// of equals to hardly anything else; it would become a trap for every search that passes by.
/// Counts may be a little too high, which does no harm: what is left out of the graph is compared
/// one by one.
final class Crowds {
  static final int LARGEST = 16;

  /// Counters of the photos written since the last commit; several vectors may share one.
  private final byte[] pending = new byte[1 << 20];

  /// Notes a photo with a vector, and tells whether it is one too many.
  boolean join(DirectoryReader committed, BytesRef twin) throws IOException {
    int slot = twin.hashCode() & (pending.length - 1);
    if (pending[slot] <= LARGEST) {
      pending[slot]++;
    }
    int others = pending[slot] - 1;
    for (var leaf : committed.leaves()) {
      if (others >= LARGEST) {
        break;
      }
      others += holders(leaf.reader(), twin);
    }
    return others >= LARGEST;
  }

  /// Forgets what was noted, since it is found in the index from now on.
  void committed() {
    Arrays.fill(pending, (byte) 0);
  }

  private static int holders(LeafReader segment, BytesRef twin) throws IOException {
    var dictionary = segment.terms(PhotoFields.TWIN);
    if (dictionary == null) {
      return 0;
    }
    var position = dictionary.iterator();
    if (!position.seekExact(twin)) {
      return 0;
    }
    var postings = position.postings(null, PostingsEnum.NONE);
    var live = segment.getLiveDocs();
    int holders = 0;
    while (holders < LARGEST && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      holders += live == null || live.get(postings.docID()) ? 1 : 0;
    }
    return holders;
  }
}
