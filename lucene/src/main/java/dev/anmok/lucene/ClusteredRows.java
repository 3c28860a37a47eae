package dev.anmok.lucene;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The vectors of a segment cluster by cluster. A row has a place in this order and, in Lucene's
/// order, an ordinal. Thread-safe while the segment is open.
///
/// @param format what the rows are held in
/// @param table which rows are in which cluster
/// @param comparison compares a vector with rows
/// @param ordinals a little-endian number for each place
/// @param places a little-endian number for each ordinal
record ClusteredRows(
    VectorFormat format,
    ClusterTable table,
    Comparison comparison,
    MemorySegment ordinals,
    MemorySegment places) {
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /// Prepares a vector to be compared with rows.
  @FunctionalInterface
  interface Comparison {
    RowBounds with(float[] vector) throws IOException;
  }

  /// Bounds the scores of some rows; for one thread.
  @FunctionalInterface
  interface RowBounds {
    /// Writes what the scores are at least and at most.
    ///
    /// @param places of the rows
    /// @param count how many of them
    /// @param lower receives as many values that the scores reach at least
    /// @param upper receives as many values that they do not exceed
    void of(int[] places, int count, float[] lower, float[] upper) throws IOException;

    /// The same of rows that lie one after the other.
    ///
    /// @param from place of the first
    /// @param to place after the last
    default void run(int from, int to, float[] lower, float[] upper) throws IOException {
      var places = new int[to - from];
      Arrays.setAll(places, i -> from + i);
      of(places, places.length, lower, upper);
    }
  }

  /// Whether bounds are proven, so that rows can be ruled out for certain.
  boolean proven() {
    return switch (format) {
      case FLOAT32, INT8 -> true;
      case ONE_BIT -> false;
    };
  }

  /// Share of the bounds' width within which scores hardly ever fail to lie. Proven bounds add up
  /// the errors of all values as if they had one sign; as many independent errors add up to five
  /// times `1 / √dimension` of that once in a million.
  float likely(int dimension) {
    return switch (format) {
      case FLOAT32, ONE_BIT -> 1;
      case INT8 -> (float) Math.min(1, 5 / Math.sqrt(dimension));
    };
  }

  /// Number of rows.
  int count() {
    return table.start(table.count());
  }

  int ordinal(int place) {
    return ordinals.get(INT, place * (long) Integer.BYTES);
  }

  /// The ordinals of the rows from a place on.
  void ordinals(int place, int count, int[] into) {
    MemorySegment.copy(ordinals, INT, place * (long) Integer.BYTES, into, 0, count);
  }

  int place(int ordinal) {
    return places.get(INT, ordinal * (long) Integer.BYTES);
  }
}
