package dev.anmok.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.IndexSearcher;

/// The part of a rising list of documents that lies in one segment.
///
/// @param segment where they lie
/// @param base number of the segment's first document in the whole index
/// @param from index of the first of them in the list
/// @param to index after the last of them
record DocumentRange(LeafReader segment, int base, int from, int to) {
  static List<DocumentRange> split(IndexSearcher searcher, int[] documents) {
    var ranges = new ArrayList<DocumentRange>();
    int from = 0;
    for (var leaf : searcher.getIndexReader().leaves()) {
      int to = insertion(documents, from, leaf.docBase + leaf.reader().maxDoc());
      if (from < to) {
        ranges.add(new DocumentRange(leaf.reader(), leaf.docBase, from, to));
      }
      from = to;
    }
    return ranges;
  }

  /// The segment's vectors, for its documents in rising order.
  Vectors vectors() throws IOException {
    var values = segment.getFloatVectorValues(PhotoFields.VECTOR);
    if (values == null) {
      throw new CorruptIndexException("photos have no vectors", "index");
    }
    return new Vectors(values, values.iterator());
  }

  record Vectors(FloatVectorValues values, KnnVectorValues.DocIndexIterator position) {
    /// The vector of a document of the segment; valid until the next call.
    float[] of(int document) throws IOException {
      if (position.docID() < document) {
        position.advance(document);
      }
      if (position.docID() != document) {
        throw new CorruptIndexException("photo " + document + " has no vector", "index");
      }
      return values.vectorValue(position.index());
    }
  }

  private static int insertion(int[] documents, int from, int document) {
    int found = Arrays.binarySearch(documents, from, documents.length, document);
    return found >= 0 ? found : -found - 1;
  }
}
