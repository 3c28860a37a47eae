package dev.anmok.lucene;

import dev.anmok.core.cluster.VectorRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.codecs.KnnVectorsWriter.MergedVectorValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.MergeState;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/// The vectors that a merge brings together, in the order that they will have, read from the
/// segments that are merged. For one thread.
final class MergedRows implements VectorRows {
  private final int dimension;
  private final List<Source> sources;
  private final int[] firsts;
  private final int count;

  private static final class Source {
    private final FloatVectorValues values;
    private final int @Nullable [] live;

    /// @param live ordinals of the vectors that are not deleted, or null for all
    Source(FloatVectorValues values, int @Nullable [] live) {
      this.values = values;
      this.live = live;
    }

    int size() {
      return live == null ? values.size() : live.length;
    }

    float[] row(int number) throws IOException {
      return values.vectorValue(live == null ? number : live[number]);
    }
  }

  MergedRows(FieldInfo field, MergeState merge) throws IOException {
    this.dimension = field.getVectorDimension();
    this.sources = new ArrayList<>();
    for (int i = 0; i < merge.knnVectorsReaders.length; i++) {
      if (MergedVectorValues.hasVectorValues(merge.fieldInfos[i], field.name)) {
        var values = merge.knnVectorsReaders[i].getFloatVectorValues(field.name);
        sources.add(new Source(values, live(values, merge, i)));
      }
    }
    this.firsts = new int[sources.size()];
    int sum = 0;
    for (int i = 0; i < firsts.length; i++) {
      firsts[i] = sum;
      sum = Math.addExact(sum, sources.get(i).size());
    }
    this.count = sum;
  }

  @Override
  public int rows() {
    return count;
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public void copy(int from, int to, float[] block) {
    try {
      for (int row = from; row < to; row++) {
        int found = Arrays.binarySearch(firsts, row);
        int source = found >= 0 ? lastEqual(found) : -found - 2;
        var vector = sources.get(source).row(row - firsts[source]);
        System.arraycopy(vector, 0, block, (row - from) * dimension, dimension);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Sources without a row begin where the next one does.
  private int lastEqual(int source) {
    int last = source;
    while (last + 1 < firsts.length && firsts[last + 1] == firsts[source]) {
      last++;
    }
    return last;
  }

  private static int @Nullable [] live(FloatVectorValues values, MergeState merge, int source)
      throws IOException {
    var bits = merge.liveDocs[source];
    if (bits == null) {
      return null;
    }
    var live = new int[values.size()];
    int count = 0;
    var position = values.iterator();
    for (int document = position.nextDoc();
        document != DocIdSetIterator.NO_MORE_DOCS;
        document = position.nextDoc()) {
      if (bits.get(document)) {
        live[count++] = position.index();
      }
    }
    return Arrays.copyOf(live, count);
  }
}
