package dev.anmok.lucene;

import dev.anmok.core.embed.CompactRows;
import dev.anmok.core.embed.Dot;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.jspecify.annotations.Nullable;

/// Compact copies of segments' vectors for exact scans, shared by all searches. Making one takes as
/// long as some tens of scans, so a segment is copied after [#USES_BEFORE_COPY] scans and a process
/// that searches a few times never pays for it; and only where the vector module is on, without
/// which the copy is no faster than the original.
final class CompactSegments {
  private static final int USES_BEFORE_COPY = 20;

  /// Rows whose mean becomes the common centre.
  private static final int CENTRE_SAMPLE = 2_000;

  private final long budget;
  private final boolean worthwhile = Dot.kernel().equals("vector");
  private final AtomicLong bytes = new AtomicLong();
  private final Map<Part, Slot> slots = new ConcurrentHashMap<>();

  CompactSegments(long budget) {
    this.budget = budget;
  }

  /// The compact copy of a vector field of a segment, if there is one by now.
  Optional<CompactRows> rows(LeafReader segment, String field) throws IOException {
    var cache = segment.getCoreCacheHelper();
    if (!worthwhile || cache == null) {
      return Optional.empty();
    }
    var part = new Part(cache.getKey(), field);
    var slot =
        slots.computeIfAbsent(
            part,
            _ -> {
              cache.addClosedListener(_ -> forget(part));
              return new Slot();
            });
    if (slot.rows == null && slot.uses.getAndIncrement() == USES_BEFORE_COPY) {
      slot.rows = copy(segment.getFloatVectorValues(field));
    }
    return Optional.ofNullable(slot.rows);
  }

  private void forget(Part part) {
    var slot = slots.remove(part);
    var rows = slot == null ? null : slot.rows;
    if (rows != null) {
      bytes.addAndGet(-rows.bytes());
    }
  }

  private @Nullable CompactRows copy(@Nullable FloatVectorValues vectors) throws IOException {
    if (vectors == null || vectors.size() == 0) {
      return null;
    }
    long needed = CompactRows.bytes(vectors.size(), vectors.dimension());
    if (needed > Integer.MAX_VALUE) {
      return null;
    }
    if (bytes.addAndGet(needed) > budget) {
      bytes.addAndGet(-needed);
      return null;
    }
    var rows = new CompactRows(centre(vectors), vectors.size());
    for (int row = 0; row < vectors.size(); row++) {
      rows.set(row, vectors.vectorValue(row));
    }
    return rows;
  }

  private static float[] centre(FloatVectorValues vectors) throws IOException {
    var sums = new double[vectors.dimension()];
    int step = Math.max(1, vectors.size() / CENTRE_SAMPLE);
    int sampled = 0;
    for (int row = 0; row < vectors.size(); row += step) {
      var vector = vectors.vectorValue(row);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += vector[i];
      }
      sampled++;
    }
    var centre = new float[sums.length];
    for (int i = 0; i < centre.length; i++) {
      centre[i] = (float) (sums[i] / sampled);
    }
    return centre;
  }

  private record Part(IndexReader.CacheKey segment, String field) {}

  private static final class Slot {
    private final AtomicInteger uses = new AtomicInteger();
    private volatile @Nullable CompactRows rows;
  }
}
