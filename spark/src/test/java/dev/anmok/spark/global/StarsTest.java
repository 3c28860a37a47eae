package dev.anmok.spark.global;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import scala.Tuple2;

class StarsTest {
  private static Stars stars(JavaSparkContext spark, List<Tuple2<Long, Long>> edges) {
    return Stars.of(spark.parallelizePairs(edges, 3), 3);
  }

  /// By union and find.
  private static Map<Long, Long> components(List<Tuple2<Long, Long>> edges) {
    var parents = new HashMap<Long, Long>();
    for (var edge : edges) {
      long a = root(parents, edge._1);
      long b = root(parents, edge._2);
      parents.put(Math.max(a, b), Math.min(a, b));
    }
    var components = new TreeMap<Long, Long>();
    for (var member : List.copyOf(parents.keySet())) {
      components.put(member, root(parents, member));
    }
    return components;
  }

  private static long root(Map<Long, Long> parents, long member) {
    long parent = parents.computeIfAbsent(member, m -> m);
    return parent == member ? member : root(parents, parent);
  }

  @Test
  void componentsOfRandomGraphsOfAChainAndOfAStar() throws IOException {
    var random = new Random(1);
    try (var spark = Cluster.open("test", "local[2]")) {
      var edges = new ArrayList<Tuple2<Long, Long>>();
      for (int n = 0; n < 900; n++) {
        edges.add(new Tuple2<>((long) random.nextInt(1_000), (long) random.nextInt(1_000)));
      }
      for (long n = 0; n < 600; n++) {
        edges.add(new Tuple2<>(10_000 + n * 7919 % 601, 10_000 + (n + 1) * 7919 % 601));
        edges.add(new Tuple2<>(20_300L, 20_000 + n));
      }
      edges.removeIf(edge -> edge._1.equals(edge._2));

      var found = stars(spark, edges);

      assertThat(found.members().collectAsMap()).isEqualTo(components(edges));
      assertThat(found.turns()).as("far fewer than the chain is long").isLessThan(20);
      assertThat(stars(spark, List.of()).members().collectAsMap()).isEmpty();
    }
  }
}
