package dev.anmok.spark.global;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.Ingested;
import dev.anmok.parquet.PhotoGlance;
import java.io.IOException;
import java.io.Serializable;

/// Photos with their outcomes in one order, cut into splits that are read on any node. A row's id
/// has the number of its split in the upper 32 bits and its place in the split below, so that ids
/// are in the order of the rows. Reading a split twice gives the same.
interface PhotoSource extends Serializable {
  int splits();

  /// Of the vectors.
  VectorSpace space();

  /// Tells `sink` of each row of a split, in order, without its vector.
  void glances(int split, GlanceSink sink) throws IOException;

  /// Tells `sink` of the wanted rows of a split, in order.
  void rows(int split, Wanted wanted, RowSink sink) throws IOException;

  /// The id of a row.
  static long id(int split, int place) {
    return ((long) split << 32) | place;
  }

  /// The split of a row.
  static int split(long id) {
    return (int) (id >>> 32);
  }

  /// Takes glances.
  interface GlanceSink {
    void take(long id, PhotoGlance glance);
  }

  /// Says which rows to read.
  interface Wanted {
    boolean wants(long id);
  }

  /// Takes rows.
  interface RowSink {
    void take(long id, Ingested row) throws IOException;
  }
}
