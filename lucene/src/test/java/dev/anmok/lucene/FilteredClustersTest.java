package dev.anmok.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Field;
import dev.anmok.core.filter.FieldType;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.filter.Metadata;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.filter.Value;
import dev.anmok.core.search.BruteForce;
import dev.anmok.core.search.Hit;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.SamplePhotos;
import dev.anmok.core.search.VectorQuery;
import dev.anmok.core.search.VectorQuery.Mode;
import dev.anmok.core.search.VectorQuery.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Filters of every selectivity over clustered vectors.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilteredClustersTest {
  private static final int PHOTOS = 20_000;
  private static final int CLUSTERS = 400;
  private static final int QUERIES = 25;
  private static final List<Double> SELECTIVITIES = List.of(1e-4, 1e-3, 0.01, 0.1, 0.5, 0.9);
  private static final VectorSpace SPACE = SamplePhotos.space(32);

  /// A number of 0..[#PHOTOS] that has nothing to do with the vector.
  private static final Field LOT = new Field("lot", FieldType.INTEGER);

  /// Grows with the number of the cluster: a filter by it lets whole clusters through.
  private static final Field CLUSTER = new Field("cluster", FieldType.INTEGER);

  private final SamplePhotos sample = new SamplePhotos(SPACE, 31);
  private final List<IndexedPhoto> photos = new ArrayList<>();
  private final List<Embedding> queries = new ArrayList<>();
  private static @TempDir Path folder;
  private LuceneIndex index;

  @BeforeAll
  void build() throws IOException {
    var centres = IntStream.range(0, CLUSTERS).mapToObj(_ -> sample.vector()).toList();
    var lots = IntStream.range(0, PHOTOS).boxed().collect(Collectors.toList());
    Collections.shuffle(lots, new Random(7));
    for (int i = 0; i < PHOTOS; i++) {
      int cluster = i % CLUSTERS;
      long rank = (long) cluster * (PHOTOS / CLUSTERS) + i / CLUSTERS;
      photos.add(photo(i, sample.near(centres.get(cluster), 0.7), lots.get(i), rank));
    }
    for (int i = 0; i < QUERIES; i++) {
      queries.add(sample.near(photos.get(i * 71).embedding(), 0.5));
    }
    index =
        LuceneIndex.open(folder, SPACE, new Schema(List.of(LOT, CLUSTER)), new IndexLimits(0, 0));
    index.upsert(photos);
    index.commit(1);
    index.settle();
  }

  @AfterAll
  void close() throws IOException {
    index.close();
  }

  @Test
  void exactSearchIsExactAtEverySelectivity() throws IOException {
    assertThat(index.clustered()).isEqualTo(PHOTOS);
    for (var field : List.of(LOT, CLUSTER)) {
      assertThat(recalls(field, Mode.EXACT).values()).allMatch(recall -> recall == 1);
    }
  }

  @Test
  void aFilterThatHasNothingToDoWithTheVectorsKeepsRecall() throws IOException {
    assertThat(recalls(LOT, Mode.APPROXIMATE))
        .allSatisfy((_, recall) -> assertThat(recall).isGreaterThanOrEqualTo(0.95));
  }

  @Test
  void aFilterThatLetsWholeClustersThroughKeepsRecall() throws IOException {
    assertThat(recalls(CLUSTER, Mode.APPROXIMATE))
        .allSatisfy((_, recall) -> assertThat(recall).isGreaterThanOrEqualTo(0.95));
  }

  @Test
  void automaticSearchIsNoWorse() throws IOException {
    assertThat(recalls(CLUSTER, Mode.AUTO))
        .allSatisfy((_, recall) -> assertThat(recall).isGreaterThanOrEqualTo(0.95));
  }

  /// recall@10 by selectivity.
  private Map<Double, Double> recalls(Field field, Mode mode) throws IOException {
    var recalls = new TreeMap<Double, Double>();
    for (double share : SELECTIVITIES) {
      var bound = new Filter.Bound(new Value.Whole(Math.round(share * PHOTOS)), false);
      var filter = new Filter.Range(field, null, bound);
      int found = 0;
      int all = 0;
      for (var vector : queries) {
        var query = new VectorQuery(vector, 10, Scope.ALL, filter, mode);
        var right = new HashSet<>(BruteForce.search(photos, query).stream().map(Hit::uri).toList());
        var hits = index.search(query).stream().map(Hit::uri).toList();
        all += right.size();
        found += (int) hits.stream().filter(right::contains).count();
      }
      recalls.put(share, (double) found / all);
    }
    return recalls;
  }

  private static IndexedPhoto photo(int number, Embedding vector, int lot, long rank) {
    var plain = SamplePhotos.photo(number, "item-" + number, false, vector);
    return new IndexedPhoto(
        plain.uri(),
        plain.sha256(),
        plain.item(),
        plain.title(),
        false,
        vector,
        Map.of(),
        new Metadata(
            Map.of(
                "lot", List.of(new Value.Whole(lot)),
                "cluster", List.of(new Value.Whole(rank)))));
  }
}
