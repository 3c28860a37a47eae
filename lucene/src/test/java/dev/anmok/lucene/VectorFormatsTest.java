package dev.anmok.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.evaluate.IndexRecall;
import dev.anmok.core.filter.Schema;
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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VectorFormatsTest {
  private static final VectorSpace SPACE = SamplePhotos.space(64);

  private final SamplePhotos sample = new SamplePhotos(SPACE, 17);

  @TempDir Path folder;

  @Test
  void theFormatFollowsTheSize() {
    var limits = new IndexLimits(10, 0, 4_000, 10_000);

    assertThat(limits.format(10, 100)).isEqualTo(VectorFormat.FLOAT32);
    assertThat(limits.format(11, 100)).isEqualTo(VectorFormat.INT8);
    assertThat(limits.format(100, 100)).isEqualTo(VectorFormat.INT8);
    assertThat(limits.format(101, 100)).isEqualTo(VectorFormat.ONE_BIT);
    assertThat(IndexLimits.DEFAULT.format(1_000_000, 512)).isEqualTo(VectorFormat.INT8);
    assertThat(IndexLimits.DEFAULT.format(10_000_000, 512)).isEqualTo(VectorFormat.ONE_BIT);
  }

  @ParameterizedTest
  @EnumSource
  void everyFormatFindsNearlyAllAndScoresExactly(VectorFormat format) throws IOException {
    var photos = clustered(4_000, 100);
    var queries = queries(photos, 100);
    try (var index = filled(photos, format)) {
      assertThat(index.formats()).isEqualTo(Map.of(format, 4_000L));
      var recall =
          IndexRecall.measure(index, queries, 100, 10, Scope.ALL, 1).of(Mode.APPROXIMATE).recall();
      assertThat(recall.share()).isGreaterThanOrEqualTo(0.98);
      for (var query : queries.subList(0, 20)) {
        var asked = new VectorQuery(query, 10, Scope.ALL, Mode.APPROXIMATE);
        var exact = BruteForce.search(photos, asked);
        assertThat(index.search(asked).getFirst().score())
            .isCloseTo(exact.getFirst().score(), within(1e-6f));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void scansOfEveryFormatAreExact(VectorFormat format) throws IOException {
    var photos = clustered(1_500, 50);
    try (var index = filled(photos, format)) {
      for (var query : queries(photos, 20)) {
        for (var scope : Scope.values()) {
          var asked = new VectorQuery(query, 25, scope, Mode.EXACT);
          assertThat(uris(index.search(asked))).isEqualTo(uris(BruteForce.search(photos, asked)));
        }
      }
    }
  }

  /// 30 % of the photos are copies of others, a tenth differs so little that the bytes are the
  /// same.
  @ParameterizedTest
  @EnumSource
  void copiesAndNearCopiesHideNothing(VectorFormat format) throws IOException {
    var photos = clustered(4_000, 100);
    var crowd = photos.getFirst().embedding();
    for (int i = 4_000; i < 6_250; i++) {
      var vector =
          i % 9 < 4
              ? photos.get(i / 2 - 1_900).embedding()
              : i % 9 < 6 ? crowd : sample.near(photos.get(3).embedding(), 1e-5);
      photos.add(SamplePhotos.photo(i, "copies", i % 3 == 0, vector));
    }
    try (var index = filled(photos, format)) {
      var recall =
          IndexRecall.measure(index, queries(photos, 200), 200, 10, Scope.ALL, 1)
              .of(Mode.APPROXIMATE);
      assertThat(recall.recall().share()).isGreaterThanOrEqualTo(0.98);
      var equal = index.search(new VectorQuery(crowd, 450, Scope.ALL, Mode.APPROXIMATE));
      assertThat(equal).allSatisfy(hit -> assertThat(hit.score()).isGreaterThan(0.99999f));
    }
  }

  private LuceneIndex filled(List<IndexedPhoto> photos, VectorFormat format) throws IOException {
    var limits = new IndexLimits(0, 0).with(format);
    var index = LuceneIndex.open(folder, SPACE, Schema.EMPTY, limits);
    index.upsert(photos);
    index.commit(1);
    index.settle();
    return index;
  }

  private List<Embedding> queries(List<IndexedPhoto> photos, int count) {
    var queries = new ArrayList<Embedding>();
    for (int i = 0; i < count; i++) {
      queries.add(sample.near(photos.get(i * 7 % photos.size()).embedding(), 0.5));
    }
    return queries;
  }

  private List<IndexedPhoto> clustered(int count, int clusters) {
    var centres = new ArrayList<Embedding>();
    for (int i = 0; i < clusters; i++) {
      centres.add(sample.vector());
    }
    var photos = new ArrayList<IndexedPhoto>();
    for (int i = 0; i < count; i++) {
      var vector = sample.near(centres.get(i % clusters), 0.6);
      photos.add(SamplePhotos.photo(i, "item-" + i / 5, i % 3 == 0, vector));
    }
    return photos;
  }

  private static List<String> uris(List<Hit> hits) {
    return hits.stream().map(Hit::uri).toList();
  }
}
