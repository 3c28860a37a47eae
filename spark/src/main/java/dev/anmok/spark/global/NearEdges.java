package dev.anmok.spark.global;

import dev.anmok.core.cluster.ExactCosine;
import dev.anmok.core.cluster.NearRule;
import dev.anmok.core.pipeline.Outcome;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.util.LongAccumulator;
import scala.Tuple2;

/// Edges between photos that are near, and some more: whatever is not worth a look at its vector is
/// joined without. Only vectors of candidates are read, each once, and travel to those that they
/// are compared with.
///
/// @param source of the vectors
/// @param rule says what is near
/// @param compared counts pairs of vectors that were compared
record NearEdges(PhotoSource source, NearRule rule, LongAccumulator compared) {
  /// Photos of one fingerprint from which on their vectors are not compared with each other: they
  /// are one component, in which the rule decides.
  static final int MOST = 32;

  /// Edges by the ids of the photos.
  ///
  /// @param groups photos of each fingerprint, as [HashPairs#groups] has them
  /// @param pairs of groups that are near
  JavaPairRDD<Long, Long> of(JavaPairRDD<Long, long[]> groups, JavaRDD<long[]> pairs) {
    var within =
        groups
            .filter(group -> members(group._2) > 1 && members(group._2) <= MOST)
            .mapToPair(group -> new Tuple2<>(group._1, group._1));
    var candidates =
        pairs
            .filter(pair -> pair[2] == 0)
            .mapToPair(pair -> new Tuple2<>(pair[0], pair[1]))
            .union(within);
    var sure = pairs.filter(pair -> pair[2] == 1).mapToPair(pair -> new Tuple2<>(pair[0], pair[1]));
    return looked(groups, candidates).union(sure).union(whole(groups, sure));
  }

  private static int members(long[] group) {
    return group.length - 1;
  }

  /// Joins all photos of a fingerprint: of those that have too many, and of those that are joined
  /// to another fingerprint's unseen.
  private static JavaPairRDD<Long, Long> whole(
      JavaPairRDD<Long, long[]> groups, JavaPairRDD<Long, Long> sure) {
    var many = groups.filter(group -> members(group._2) > MOST);
    var joined = groups.join(ends(sure)).mapValues(group -> group._1);
    return many.union(joined).flatMapToPair(group -> star(group._1, group._2));
  }

  private static Iterator<Tuple2<Long, Long>> star(long first, long[] group) {
    var edges = new ArrayList<Tuple2<Long, Long>>();
    for (int i = 2; i < group.length; i++) {
      edges.add(new Tuple2<>(first, group[i]));
    }
    return edges.iterator();
  }

  private static JavaPairRDD<Long, Boolean> ends(JavaPairRDD<Long, Long> pairs) {
    return pairs
        .flatMapToPair(
            pair -> List.of(new Tuple2<>(pair._1, true), new Tuple2<>(pair._2, true)).iterator())
        .reduceByKey((a, _) -> a);
  }

  private JavaPairRDD<Long, Long> looked(
      JavaPairRDD<Long, long[]> groups, JavaPairRDD<Long, Long> candidates) {
    var vectors = vectors(groups.join(ends(candidates)).mapValues(group -> group._1));
    var near = rule;
    var count = compared;
    return candidates
        .join(vectors)
        .mapToPair(pair -> new Tuple2<>(pair._2._1, pair._2._2))
        .join(vectors)
        .flatMapToPair(pair -> edges(pair._2._1, pair._2._2, near, count));
  }

  /// For each group its fingerprint with ids, and their vectors, one after the other; the first id
  /// and no vectors if there are too many.
  private JavaPairRDD<Long, Tuple2<long[], float[]>> vectors(JavaPairRDD<Long, long[]> groups) {
    var many =
        groups
            .filter(group -> members(group._2) > MOST)
            .mapValues(group -> new Tuple2<>(new long[] {group[0], group[1]}, new float[0]));
    var requests =
        groups
            .filter(group -> members(group._2) <= MOST)
            .flatMapToPair(group -> requests(group._1, group._2));
    return Fetch.rows(
            source,
            requests,
            (id, row, request) -> {
              var vector = ((Outcome.Processed) row.outcome()).embedding().toArray();
              return new Tuple2<>(request[0], new Tuple2<>(new long[] {request[1], id}, vector));
            })
        .mapToPair(each -> each)
        .groupByKey()
        .mapValues(NearEdges::together)
        .union(many);
  }

  private static Iterator<Tuple2<Long, long[]>> requests(long first, long[] group) {
    var requests = new ArrayList<Tuple2<Long, long[]>>();
    for (int i = 1; i < group.length; i++) {
      requests.add(new Tuple2<>(group[i], new long[] {first, group[0]}));
    }
    return requests.iterator();
  }

  private static Tuple2<long[], float[]> together(Iterable<Tuple2<long[], float[]>> some) {
    var all = new ArrayList<Tuple2<long[], float[]>>();
    some.forEach(all::add);
    int dimension = all.getFirst()._2.length;
    var head = new long[all.size() + 1];
    var vectors = new float[all.size() * dimension];
    head[0] = all.getFirst()._1[0];
    for (int i = 0; i < all.size(); i++) {
      head[i + 1] = all.get(i)._1[1];
      System.arraycopy(all.get(i)._2, 0, vectors, i * dimension, dimension);
    }
    return new Tuple2<>(head, vectors);
  }

  private static Iterator<Tuple2<Long, Long>> edges(
      Tuple2<long[], float[]> a, Tuple2<long[], float[]> b, NearRule near, LongAccumulator count) {
    var edges = new ArrayList<Tuple2<Long, Long>>();
    boolean seen = a._2.length > 0 && b._2.length > 0;
    boolean same = a._1[1] == b._1[1];
    int dimension = seen ? a._2.length / members(a._1) : 0;
    int bits = Long.bitCount(a._1[0] ^ b._1[0]);
    for (int i = 1; i < a._1.length; i++) {
      for (int j = same ? i + 1 : 1; j < b._1.length; j++) {
        if (seen) {
          count.add(1);
        }
        if (!seen || near.near(bits, cosine(a._2, i - 1, b._2, j - 1, dimension))) {
          edges.add(new Tuple2<>(a._1[i], b._1[j]));
        }
      }
    }
    return edges.iterator();
  }

  private static double cosine(float[] a, int i, float[] b, int j, int dimension) {
    return ExactCosine.of(a, i * dimension, b, j * dimension, dimension);
  }
}
