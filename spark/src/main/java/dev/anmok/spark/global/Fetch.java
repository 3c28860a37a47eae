package dev.anmok.spark.global;

import dev.anmok.core.pipeline.Ingested;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/// Reads rows by their ids: the requests travel to the splits, and only what was asked for travels
/// on.
final class Fetch {
  private Fetch() {}

  /// What is made of a row for one request.
  interface Taking<T> extends Serializable {
    T take(long id, Ingested row, long[] request) throws IOException;
  }

  /// What `taking` makes of each request.
  ///
  /// @param requests by the id of the row; there may be several for one
  static <T> JavaRDD<T> rows(
      PhotoSource source, JavaPairRDD<Long, long[]> requests, Taking<T> taking) {
    return requests
        .partitionBy(new BySplit(source.splits()))
        .mapPartitions(some -> rows(source, some, taking));
  }

  /// What is made of a row, whether it was marked or not.
  interface Reading<T> extends Serializable {
    /// Makes something, or nothing.
    ///
    /// @param marks of the row, in no order
    Optional<T> read(long id, Ingested row, List<long[]> marks) throws IOException;
  }

  /// What `reading` makes of every row.
  ///
  /// @param marks by the id of the row
  static <T> JavaRDD<T> all(
      PhotoSource source, JavaPairRDD<Long, long[]> marks, Reading<T> reading) {
    return marks
        .partitionBy(new BySplit(source.splits()))
        .mapPartitionsWithIndex((split, some) -> all(source, split, some, reading), false);
  }

  private static <T> Iterator<T> all(
      PhotoSource source, int split, Iterator<Tuple2<Long, long[]>> marks, Reading<T> reading)
      throws IOException {
    var marked = byRow(marks);
    var made = new ArrayList<T>();
    source.rows(
        split,
        _ -> true,
        (id, row) ->
            reading.read(id, row, marked.getOrDefault(id, List.of())).ifPresent(made::add));
    return made.iterator();
  }

  private static Map<Long, List<long[]>> byRow(Iterator<Tuple2<Long, long[]>> pairs) {
    Map<Long, List<long[]>> rows = new HashMap<>();
    pairs.forEachRemaining(
        each -> rows.computeIfAbsent(each._1, _ -> new ArrayList<>(1)).add(each._2));
    return rows;
  }

  private static <T> Iterator<T> rows(
      PhotoSource source, Iterator<Tuple2<Long, long[]>> requests, Taking<T> taking)
      throws IOException {
    var wanted = byRow(requests);
    var taken = new ArrayList<T>(wanted.size());
    if (!wanted.isEmpty()) {
      int split = PhotoSource.split(wanted.keySet().iterator().next());
      source.rows(
          split,
          wanted::containsKey,
          (id, row) -> {
            for (var request : wanted.getOrDefault(id, List.of())) {
              taken.add(taking.take(id, row, request));
            }
          });
    }
    return taken.iterator();
  }

  /// Sends each request to its row's split.
  private static final class BySplit extends Partitioner {
    private static final long serialVersionUID = 1;
    private final int splits;

    BySplit(int splits) {
      this.splits = splits;
    }

    @Override
    public int numPartitions() {
      return splits;
    }

    @Override
    public int getPartition(Object id) {
      return PhotoSource.split((Long) id);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof BySplit that && that.splits == splits;
    }

    @Override
    public int hashCode() {
      return splits;
    }
  }
}
