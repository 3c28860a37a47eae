package dev.anmok.spark.global;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/// Connected components of a graph of which no node holds more than its share. In turns every
/// member's larger neighbours, and then its smaller ones, are tied to the smallest it knows, until
/// every component is a star around its smallest member. That takes a number of turns in the order
/// of the logarithm of the members, also for long chains.
///
/// Source: Kiveris, Lattanzi, Mirrokni, Rastogi and Vassilvitskii, "Connected components in
/// MapReduce and beyond", SoCC 2014, algorithm alternating.
///
/// @param tied every member of a component but its smallest, with the smallest
/// @param turns how many were taken
record Stars(JavaPairRDD<Long, Long> tied, int turns) {
  /// Finds the components of some edges; those from a member to itself do not count.
  static Stars of(JavaPairRDD<Long, Long> edges, int parts) {
    var now =
        edges
            .filter(edge -> !edge._1.equals(edge._2))
            .mapToPair(edge -> edge._1 > edge._2 ? edge : edge.swap())
            .persist(StorageLevel.MEMORY_AND_DISK());
    var state = state(now);
    for (int turns = 1; ; turns++) {
      var next =
          now.flatMapToPair(edge -> List.of(edge, edge.swap()).iterator())
              .groupByKey(parts)
              .flatMapToPair(member -> larger(member._1, member._2))
              .groupByKey(parts)
              .flatMapToPair(member -> smaller(member._1, member._2))
              .persist(StorageLevel.MEMORY_AND_DISK());
      var after = state(next);
      now.unpersist(false);
      if (after.equals(state)) {
        return new Stars(next, turns);
      }
      now = next;
      state = after;
    }
  }

  /// The component of every member, the smallest itself included.
  JavaPairRDD<Long, Long> members() {
    return tied.union(
        tied.values().distinct().mapToPair(smallest -> new Tuple2<>(smallest, smallest)));
  }

  /// Number and digest of the edges, in whatever order they come.
  private static Tuple2<Long, Long> state(JavaPairRDD<Long, Long> edges) {
    JavaRDD<Long> digests = edges.map(edge -> mixed(mixed(edge._1) + edge._2));
    return digests.aggregate(
        new Tuple2<>(0L, 0L),
        (sum, digest) -> new Tuple2<>(sum._1 + 1, sum._2 + digest),
        (a, b) -> new Tuple2<>(a._1 + b._1, a._2 + b._2));
  }

  /// The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014).
  private static long mixed(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private static Iterator<Tuple2<Long, Long>> larger(long member, Iterable<Long> neighbours) {
    var all = new TreeSet<Long>();
    neighbours.forEach(all::add);
    long smallest = Math.min(member, all.first());
    return tied(all.tailSet(member, false), smallest).iterator();
  }

  private static Iterator<Tuple2<Long, Long>> smaller(long member, Iterable<Long> neighbours) {
    var all = new TreeSet<Long>();
    neighbours.forEach(all::add);
    long smallest = all.first();
    all.add(member);
    return tied(all.tailSet(smallest, false), smallest).iterator();
  }

  private static List<Tuple2<Long, Long>> tied(Iterable<Long> members, long smallest) {
    var edges = new ArrayList<Tuple2<Long, Long>>();
    members.forEach(member -> edges.add(new Tuple2<>(member, smallest)));
    return edges;
  }
}
