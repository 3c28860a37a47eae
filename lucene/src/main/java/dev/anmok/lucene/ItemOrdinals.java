package dev.anmok.lucene;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.PackedInts;
import org.jspecify.annotations.Nullable;

/// Numbers the items of an index through all its segments. The numbers of the last state of the
/// index are kept, some bits a photo; the first to ask after a commit waits until they are made.
/// Thread-safe.
final class ItemOrdinals {
  private @Nullable Numbers last;

  /// The numbers of one state of an index.
  ///
  /// @param owner that state
  /// @param count number of items, the "none" of photos without an item among them
  /// @param mapOrNull from the numbers within segments; null where there is one segment
  record Numbers(Object owner, long count, @Nullable OrdinalMap mapOrNull) {
    /// From the numbers within one segment to those within the index.
    LongValues within(int segment) {
      return mapOrNull == null ? LongValues.IDENTITY : mapOrNull.getGlobalOrds(segment);
    }
  }

  synchronized Numbers of(IndexReader reader) throws IOException {
    var helper = reader.getReaderCacheHelper();
    Object owner = helper == null ? new Object() : helper.getKey();
    if (last == null || !last.owner.equals(owner)) {
      last = numbers(owner, reader);
    }
    return last;
  }

  private static Numbers numbers(Object owner, IndexReader reader) throws IOException {
    var leaves = reader.leaves();
    var columns = new SortedDocValues[leaves.size()];
    for (int i = 0; i < columns.length; i++) {
      columns[i] = DocValues.getSorted(leaves.get(i).reader(), PhotoFields.ITEM);
    }
    if (columns.length == 1) {
      return new Numbers(owner, columns[0].getValueCount(), null);
    }
    var map = OrdinalMap.build(null, columns, PackedInts.DEFAULT);
    return new Numbers(owner, map.getValueCount(), map);
  }
}
