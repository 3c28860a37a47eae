package dev.anmok.spark.global;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.cluster.ExactCosine;
import dev.anmok.core.cluster.VectorCells;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;
import org.junit.jupiter.api.Test;
import scala.Tuple2;

class SimilarEdgesTest {
  private static final double LEAST = 0.93;
  private static final VectorSpace SPACE =
      new VectorSpace("drawn", "00", "none", VectorSpace.NO_BACKGROUND, 8);
  private static final DrawnSource SOURCE = new DrawnSource(1_500, 400, SPACE, 5, 60);

  private final Map<Long, Long> parents = new HashMap<>();

  private long root(long member) {
    long parent = parents.computeIfAbsent(member, m -> m);
    return parent == member ? member : root(parent);
  }

  private void join(long a, long b) {
    long rootA = root(a);
    long rootB = root(b);
    parents.put(Math.max(rootA, rootB), Math.min(rootA, rootB));
  }

  private Map<Long, Long> components(Iterable<Long> ids) {
    var components = new TreeMap<Long, Long>();
    ids.forEach(id -> components.put(id, root(id)));
    return components;
  }

  /// Vectors of the photos of the census, by id.
  private static Map<Long, float[]> vectors(Census census) throws IOException {
    var ids = new HashSet<>(census.photos().map(photo -> photo[Census.Photo.ID]).collect());
    var vectors = new TreeMap<Long, float[]>();
    for (int split = 0; split < SOURCE.splits(); split++) {
      SOURCE.rows(
          split,
          ids::contains,
          (id, row) -> vectors.put(id, ((Outcome.Processed) row.outcome()).embedding().toArray()));
    }
    return vectors;
  }

  /// What a lost machine did is done again, from members that come in another order.
  @Test
  void areTheSameInWhateverOrderMembersCome() throws IOException {
    var random = new Random(7);
    var members = new ArrayList<Tuple2<Integer, Tuple2<Long, float[]>>>();
    for (long id = 0; id < 60; id++) {
      float angle = random.nextFloat();
      float[] vector = {(float) Math.cos(angle), (float) Math.sin(angle)};
      members.add(new Tuple2<>(1, new Tuple2<>(id, vector)));
      members.add(new Tuple2<>(2, new Tuple2<>(id % 2 == 0 ? id : ~id, vector)));
    }
    var first = edges(members);
    for (int i = 0; i < 5; i++) {
      Collections.shuffle(members, random);
      assertThat(edges(members)).isEqualTo(first);
    }
    assertThat(first).hasSizeGreaterThan(60);
  }

  private static List<Tuple2<Long, Long>> edges(
      List<Tuple2<Integer, Tuple2<Long, float[]>>> members) throws IOException {
    var inTurn = new ArrayList<>(members);
    inTurn.sort(Comparator.comparing(Tuple2::_1));
    var edges = new ArrayList<Tuple2<Long, Long>>();
    SimilarEdges.joined(inTurn.iterator(), 2, LEAST, new LongAccumulator())
        .forEachRemaining(edges::add);
    return edges;
  }

  /// Small cells, cut into blocks of a few members.
  @Test
  void joinWhatComparingAllPairsJoinsThoughFewAreCompared() throws IOException {
    try (var spark = Cluster.open("test", "local[2]")) {
      var census = Census.of(spark, SOURCE, 5);
      var vectors = vectors(census);
      var found = search(spark, census, new ArrayList<>(vectors.values()).subList(0, 50));
      var ids = List.copyOf(vectors.keySet());
      var values = List.copyOf(vectors.values());
      for (int b = 0; b < ids.size(); b++) {
        for (int a = 0; a < b; a++) {
          if (ExactCosine.of(values.get(a), 0, values.get(b), 0, SPACE.dimension()) >= LEAST) {
            join(ids.get(a), ids.get(b));
          }
        }
      }
      var expected = components(ids);
      parents.clear();
      found.forEach(edge -> join(edge[0], edge[1]));

      assertThat(components(ids)).isEqualTo(expected);
      assertThat(new HashSet<>(expected.values())).hasSizeBetween(50, 1_400);
    }
  }

  private static List<long[]> search(JavaSparkContext spark, Census census, List<float[]> around) {
    int dimension = SPACE.dimension();
    var centres = new float[around.size() * dimension];
    for (int i = 0; i < around.size(); i++) {
      System.arraycopy(around.get(i), 0, centres, i * dimension, dimension);
    }
    var compared = spark.sc().longAccumulator("compared");
    var found =
        new SimilarEdges(spark, 5, LEAST, compared)
            .of(
                DistinctVectors.of(SOURCE, census, 5),
                new VectorCells(centres, dimension, LEAST),
                40);
    assertThat(found.cells()).isEqualTo(50);
    assertThat(found.guests()).isPositive();
    assertThat(compared.value()).isBetween(10_000L, 700_000L);
    return found.edges().map(edge -> new long[] {edge._1, edge._2}).collect();
  }
}
