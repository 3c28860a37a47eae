package dev.anmok.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.evaluate.IndexRecall;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.search.FilteredIndexContract;
import dev.anmok.core.search.Hit;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.PhotoIndex;
import dev.anmok.core.search.PhotoIndexContract;
import dev.anmok.core.search.SamplePhotos;
import dev.anmok.core.search.VectorQuery;
import dev.anmok.core.search.VectorQuery.Mode;
import dev.anmok.core.search.VectorQuery.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An index whose limits make it build and use clusters from the first photo on.
class ClusterSearchTest implements PhotoIndexContract, FilteredIndexContract {
  private static final IndexLimits CLUSTERS = new IndexLimits(0, 0);
  private static final VectorSpace SPACE = SamplePhotos.space(64);

  private final SamplePhotos sample = new SamplePhotos(SPACE, 8);

  @TempDir Path folder;

  @Override
  public PhotoIndex open(Path folder, VectorSpace space, Schema schema) throws IOException {
    return LuceneIndex.open(folder, space, schema, CLUSTERS);
  }

  @Override
  public PhotoIndex open(Path folder, VectorSpace space) throws IOException {
    return LuceneIndex.open(folder, space, Schema.EMPTY, CLUSTERS);
  }

  @Test
  void aSearchFindsNearlyAllNeighboursOfClusteredVectors() throws IOException {
    var photos = clustered(10_000, 300);
    var queries = new ArrayList<Embedding>();
    for (int i = 0; i < 200; i++) {
      queries.add(sample.near(photos.get(i * 7).embedding(), 0.5));
    }
    try (var index = filled(photos)) {
      assertThat(index.clustered()).isEqualTo(10_000);
      for (var scope : Scope.values()) {
        var recall =
            IndexRecall.measure(index, queries, 200, 10, scope, 1).of(Mode.APPROXIMATE).recall();
        assertThat(recall.share()).isGreaterThanOrEqualTo(0.98);
      }
    }
  }

  @Test
  void aSmallIndexHasNoClusters() throws IOException {
    try (var index = LuceneIndex.open(folder, SPACE)) {
      index.upsert(sample.photos(500));
      index.commit(1);
      assertThat(index.clustered()).isZero();
    }
  }

  @Test
  void clustersComeWhenTheIndexOutgrowsTheLimit() throws IOException {
    var photos = sample.photos(2_000);
    try (var index = LuceneIndex.open(folder, SPACE, Schema.EMPTY, new IndexLimits(1_000, 0))) {
      index.upsert(photos.subList(0, 900));
      index.commit(1);
      assertThat(index.clustered()).isZero();
      index.upsert(photos.subList(900, 1_700));
      index.commit(2);
      index.settle();
      assertThat(index.clustered()).isEqualTo(1_700);
      index.upsert(photos.subList(1_700, 2_000));
      index.commit(3);
      assertThat(index.size()).isEqualTo(2_000);
      for (var photo : List.of(photos.get(5), photos.get(1_000), photos.get(1_999))) {
        var query = new VectorQuery(photo.embedding(), 1, Scope.ALL, Mode.AUTO);
        assertThat(index.search(query).getFirst().uri()).isEqualTo(photo.uri());
      }
    }
  }

  @Test
  void thousandsOfEqualVectorsHideNeitherThemselvesNorOthers() throws IOException {
    var photos = new ArrayList<>(clustered(6_000, 100));
    var crowd = sample.near(photos.getFirst().embedding(), 0.3);
    for (int i = 6_000; i < 9_000; i++) {
      photos.add(SamplePhotos.photo(i, "crowd", i % 2 == 0, crowd));
    }
    try (var index = filled(photos)) {
      assertThat(index.clustered()).isEqualTo(9_000);
      var all = index.search(new VectorQuery(crowd, 3_000, Scope.ALL, Mode.APPROXIMATE));
      assertThat(all)
          .extracting(Hit::uri)
          .isEqualTo(photos.subList(6_000, 9_000).stream().map(IndexedPhoto::uri).toList());
      var ten = index.search(new VectorQuery(crowd, 10, Scope.REPRESENTATIVES, Mode.APPROXIMATE));
      assertThat(ten)
          .extracting(Hit::uri)
          .isEqualTo(
              IntStream.range(0, 10).mapToObj(i -> photos.get(6_000 + 2 * i).uri()).toList());
      var others = new ArrayList<Embedding>();
      for (int i = 0; i < 300; i++) {
        others.add(sample.near(photos.get(i).embedding(), 0.4));
      }
      var recall = IndexRecall.measure(index, others, 300, 10, Scope.ALL, 1).of(Mode.APPROXIMATE);
      assertThat(recall.recall().share()).isGreaterThanOrEqualTo(0.98);
    }
  }

  private LuceneIndex filled(List<IndexedPhoto> photos) throws IOException {
    var index = LuceneIndex.open(folder, SPACE, Schema.EMPTY, CLUSTERS);
    index.upsert(photos);
    index.commit(1);
    index.settle();
    return index;
  }

  private List<IndexedPhoto> clustered(int count, int clusters) {
    var centres = IntStream.range(0, clusters).mapToObj(_ -> sample.vector()).toList();
    var photos = new ArrayList<IndexedPhoto>();
    for (int i = 0; i < count; i++) {
      var vector = sample.near(centres.get(i % clusters), 0.6);
      photos.add(SamplePhotos.photo(i, "item-" + i / 5, i % 3 == 0, vector));
    }
    return photos;
  }
}
