package dev.anmok.spark.global;

import dev.anmok.core.cluster.SimilarPairs;
import dev.anmok.core.cluster.VectorCells;
import dev.anmok.core.cluster.VectorRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.LongAccumulator;
import scala.Tuple2;
import scala.Tuple3;

/// Edges by which all photos hang together whose vectors are similar, and no others. Vectors go to
/// cells in which every two that are similar meet ([VectorCells]), and only there are compared.
///
/// @param spark to work on
/// @param parts into how many parts vectors are dealt out
/// @param least smallest cosine similarity of similar photos
/// @param compared counts pairs of vectors that were compared
record SimilarEdges(JavaSparkContext spark, int parts, double least, LongAccumulator compared) {
  /// Partitions of the comparing, for each of the others at most.
  private static final int FINER = 4;

  /// Vectors whose cells are found at once.
  private static final int BLOCK = 256;

  private static final Comparator<Tuple2<Long, float[]>> BY_ID =
      Comparator.comparingLong(SimilarEdges::id);

  /// What was found.
  ///
  /// @param edges by the ids of photos; they are kept, so that no pair is compared twice
  /// @param cells how many there were
  /// @param guests how often a vector went to a cell besides its own
  record Found(JavaPairRDD<Long, Long> edges, int cells, long guests) {}

  /// Looks for the edges between the photos of a source.
  Found of(PhotoSource source, Census census) {
    int dimension = source.space().dimension();
    long photos = census.photos().count();
    var distinct = DistinctVectors.of(source, census, parts);
    var sample = distinct.sample(VectorCells.sample(photos, dimension), photos, dimension);
    var cells = VectorCells.choose(sample, dimension, photos, least);
    return of(distinct, cells, CellTasks.most(dimension));
  }

  /// Looks for them in some cells.
  ///
  /// @param block members of a cell that are one block, at most
  Found of(DistinctVectors distinct, VectorCells chosen, long block) {
    var cells = spark.broadcast(chosen);
    double limit = least;
    var count = compared;
    var placed =
        distinct
            .all()
            .mapPartitions(some -> placed(some, cells.value()))
            .persist(StorageLevel.MEMORY_AND_DISK());
    var members = members(placed, chosen.count());
    var tasks = spark.broadcast(CellTasks.of(members, block, spark.defaultParallelism()));
    int compare = Math.clamp(tasks.value().count(), 1, FINER * parts);
    var edges =
        placed
            .flatMapToPair(member -> sent(member, tasks.value()))
            .repartitionAndSortWithinPartitions(new CellTasks.InTurn(compare))
            .mapPartitionsToPair(some -> joined(some, cells.value().dimension(), limit, count))
            .union(placed.flatMapToPair(member -> equal(member._2())))
            .persist(StorageLevel.MEMORY_AND_DISK());
    edges.count();
    long vectors = placed.count();
    placed.unpersist(false);
    return new Found(edges, chosen.count(), Arrays.stream(members).sum() - vectors);
  }

  /// Each vector with the ids of its photos and its cells.
  private static Iterator<Tuple3<float[], long[], int[]>> placed(
      Iterator<Tuple2<float[], long[]>> vectors, VectorCells cells) {
    int dimension = cells.dimension();
    var placing = cells.placing();
    var block = new float[BLOCK * dimension];
    var some = new ArrayList<Tuple2<float[], long[]>>();
    var all = new ArrayList<Tuple3<float[], long[], int[]>>();
    while (vectors.hasNext()) {
      var next = vectors.next();
      System.arraycopy(next._1, 0, block, some.size() * dimension, dimension);
      some.add(next);
      if (some.size() == BLOCK || !vectors.hasNext()) {
        placing.place(
            block,
            some.size(),
            (row, in) -> all.add(new Tuple3<>(some.get(row)._1, some.get(row)._2, in)));
        some.clear();
      }
    }
    return all.iterator();
  }

  private static long[] members(JavaRDD<Tuple3<float[], long[], int[]>> placed, int cells) {
    return placed.aggregate(
        new long[cells],
        (counts, member) -> {
          for (int cell : member._3()) {
            counts[cell]++;
          }
          return counts;
        },
        (counts, more) -> {
          for (int cell = 0; cell < cells; cell++) {
            counts[cell] += more[cell];
          }
          return counts;
        });
  }

  /// A member for each task that needs it. The id is complemented where it is of the second block.
  private static Iterator<Tuple2<Integer, Tuple2<Long, float[]>>> sent(
      Tuple3<float[], long[], int[]> member, CellTasks tasks) {
    long id = member._2()[0];
    var sent = new ArrayList<Tuple2<Integer, Tuple2<Long, float[]>>>();
    for (int cell : member._3()) {
      tasks.each(
          cell,
          id,
          (task, second) ->
              sent.add(new Tuple2<>(task, new Tuple2<>(second ? ~id : id, member._1()))));
    }
    return sent.iterator();
  }

  private static Iterator<Tuple2<Long, Long>> equal(long[] ids) {
    return Arrays.stream(ids, 1, ids.length).mapToObj(id -> new Tuple2<>(ids[0], id)).iterator();
  }

  static Iterator<Tuple2<Long, Long>> joined(
      Iterator<Tuple2<Integer, Tuple2<Long, float[]>>> members,
      int dimension,
      double least,
      LongAccumulator compared)
      throws IOException {
    var edges = new ArrayList<Tuple2<Long, Long>>();
    for (var tasks = new Runs<>(members); tasks.hasNext(); ) {
      var task = new ArrayList<Tuple2<Long, float[]>>();
      var second = new ArrayList<Tuple2<Long, float[]>>();
      for (var member : tasks.next().values()) {
        (member._1 >= 0 ? task : second).add(member);
      }
      task.sort(BY_ID); // so that a task that is done again ties the same photos by the same edges
      second.sort(BY_ID);
      long split = task.size();
      task.addAll(second);
      SimilarPairs.Pairs pairs =
          (a, b) -> edges.add(new Tuple2<>(id(task.get(a)), id(task.get(b))));
      var similar = new SimilarPairs(new Vectors(task, dimension), least);
      if (second.isEmpty()) {
        similar.all(pairs);
        compared.add(split * (split - 1) / 2);
      } else {
        similar.across((int) split, pairs);
        compared.add(split * second.size());
      }
    }
    return edges.iterator();
  }

  private static long id(Tuple2<Long, float[]> member) {
    return member._1 >= 0 ? member._1 : ~member._1;
  }

  /// The vectors of a task's members.
  private record Vectors(List<Tuple2<Long, float[]>> members, int dimension) implements VectorRows {
    @Override
    public int rows() {
      return members.size();
    }

    @Override
    public void copy(int from, int to, float[] block) {
      for (int row = from; row < to; row++) {
        System.arraycopy(members.get(row)._2, 0, block, (row - from) * dimension, dimension);
      }
    }
  }
}
