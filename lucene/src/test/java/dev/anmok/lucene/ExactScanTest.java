package dev.anmok.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.embed.Embedding;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactScanTest {
  private final SamplePhotos sample = new SamplePhotos(SamplePhotos.SPACE, 21);

  @TempDir Path folder;

  /// Budgets for compact copies: none, one that some segments exceed, plenty.
  @ParameterizedTest
  @ValueSource(longs = {0, 20_000, 1 << 20})
  void everyWayToScanAgreesWithBruteForce(long scanBytes) throws IOException {
    var photos = new ArrayList<>(sample.photos(1_500));
    var crowd = sample.vector();
    for (int i = 1_500; i < 2_000; i++) {
      photos.add(SamplePhotos.photo(i, "crowd", i % 50 == 0, i % 2 == 0 ? crowd : near(crowd)));
    }
    try (var index =
        LuceneIndex.open(
            folder, SamplePhotos.SPACE, Schema.EMPTY, new IndexLimits(10_000, scanBytes))) {
      for (int from = 0; from < photos.size(); from += 400) {
        index.upsert(photos.subList(from, Math.min(photos.size(), from + 400)));
        index.commit(from);
      }
      index.delete(photos.subList(100, 150).stream().map(IndexedPhoto::uri).toList());
      index.commit(1);
      photos.subList(100, 150).clear();
      for (int round = 0; round < 12; round++) {
        var vector = round % 3 == 0 ? crowd : sample.vector();
        for (int k : List.of(1, 10, 700)) {
          for (var scope : Scope.values()) {
            var query = new VectorQuery(vector, k, scope, Mode.EXACT);
            assertThat(uris(index.search(query))).isEqualTo(uris(BruteForce.search(photos, query)));
          }
        }
      }
    }
  }

  @Test
  void aFewRepresentativesAmongManyAreAllFound() throws IOException {
    var photos = new ArrayList<IndexedPhoto>();
    for (int i = 0; i < 1_000; i++) {
      photos.add(SamplePhotos.photo(i, "item", i % 100 == 7, sample.vector()));
    }
    try (var index = LuceneIndex.open(folder, SamplePhotos.SPACE)) {
      index.upsert(photos);
      index.commit(1);
      for (int round = 0; round < 4; round++) {
        var query = new VectorQuery(sample.vector(), 20, Scope.REPRESENTATIVES, Mode.AUTO);
        assertThat(index.search(query)).hasSize(10);
        assertThat(uris(index.search(query))).isEqualTo(uris(BruteForce.search(photos, query)));
      }
    }
  }

  private Embedding near(Embedding vector) {
    return sample.near(vector, 1e-3);
  }

  private static List<String> uris(List<Hit> hits) {
    return hits.stream().map(Hit::uri).toList();
  }
}
