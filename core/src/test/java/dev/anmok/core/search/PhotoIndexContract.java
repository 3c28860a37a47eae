package dev.anmok.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.search.VectorQuery.Mode;
import dev.anmok.core.search.VectorQuery.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every [PhotoIndex] promises. An adapter's test implements [#open] and inherits the tests.
public interface PhotoIndexContract {
  float ROUNDING = 2e-6f;

  /// Opens the index that belongs to a folder, or makes it; another folder is another index.
  PhotoIndex open(Path folder, VectorSpace space) throws IOException;

  @Test
  default void aNewIndexIsEmptyAndOfNoGeneration(@TempDir Path folder) throws IOException {
    try (var index = open(folder, SamplePhotos.SPACE)) {
      assertThat(index.size()).isZero();
      assertThat(index.generation()).isEqualTo(-1);
      assertThat(index.space()).isEqualTo(SamplePhotos.SPACE);
      var vector = sample().vector();
      for (var mode : Mode.values()) {
        assertThat(index.search(new VectorQuery(vector, 5, Scope.ALL, mode))).isEmpty();
      }
      assertThat(index.scoreItems(vector, Set.of("item-1"), Scope.ALL)).isEmpty();
    }
  }

  @Test
  default void exactAndAutomaticSearchAgreeWithBruteForce(@TempDir Path folder) throws IOException {
    var sample = sample();
    var photos = sample.photos(400);
    try (var index = filled(folder, photos)) {
      for (int q = 0; q < 20; q++) {
        var vector = sample.vector();
        for (var scope : Scope.values()) {
          for (var mode : List.of(Mode.EXACT, Mode.AUTO)) {
            var query = new VectorQuery(vector, 10, scope, mode);
            assertSame(index.search(query), BruteForce.search(photos, query));
          }
        }
      }
    }
  }

  @Test
  default void aPhotoFindsItselfFirstInAnApproximateSearch(@TempDir Path folder)
      throws IOException {
    var photos = sample().photos(400);
    try (var index = filled(folder, photos)) {
      for (var photo : photos.subList(0, 20)) {
        var hits = index.search(new VectorQuery(photo.embedding(), 3, Scope.ALL, Mode.APPROXIMATE));
        assertThat(hits).hasSize(3);
        assertThat(hits.getFirst().uri()).isEqualTo(photo.uri());
        assertThat(hits.getFirst().score()).isCloseTo(1, within(ROUNDING));
      }
    }
  }

  @Test
  default void everyModeKeepsToTheScope(@TempDir Path folder) throws IOException {
    var photos = sample().photos(90);
    try (var index = filled(folder, photos)) {
      for (var mode : Mode.values()) {
        var query = new VectorQuery(sample().vector(), 90, Scope.REPRESENTATIVES, mode);
        assertThat(index.search(query))
            .extracting(Hit::uri)
            .containsExactlyInAnyOrderElementsOf(
                photos.stream()
                    .filter(IndexedPhoto::representative)
                    .map(IndexedPhoto::uri)
                    .toList());
      }
    }
  }

  @Test
  default void moreHitsThanPhotosAreAllPhotos(@TempDir Path folder) throws IOException {
    var photos = sample().photos(7);
    try (var index = filled(folder, photos)) {
      for (var mode : Mode.values()) {
        var query = new VectorQuery(sample().vector(), VectorQuery.MAX_K, Scope.ALL, mode);
        assertSame(index.search(query), BruteForce.search(photos, query));
      }
    }
  }

  @Test
  default void equalPhotosComeInOrderOfUri(@TempDir Path folder) throws IOException {
    var sample = sample();
    var photos = new ArrayList<>(sample.photos(50));
    var vector = sample.vector();
    for (int i = 999; i >= 900; i--) {
      photos.add(SamplePhotos.photo(i, "twins", false, vector));
    }
    try (var index = filled(folder, photos)) {
      var hits = index.search(new VectorQuery(vector, 3, Scope.ALL, Mode.EXACT));
      assertThat(hits)
          .extracting(Hit::uri)
          .containsExactly("photos/000900.jpg", "photos/000901.jpg", "photos/000902.jpg");
    }
  }

  @Test
  default void anEntryOfTheSameUriIsReplaced(@TempDir Path folder) throws IOException {
    var sample = sample();
    var photos = new ArrayList<>(sample.photos(30));
    try (var index = filled(folder, photos)) {
      photos.set(4, SamplePhotos.photo(4, "moved", true, sample.vector()));
      index.upsert(List.of(photos.get(4)));
      index.commit(2);

      assertThat(index.size()).isEqualTo(30);
      var query = new VectorQuery(photos.get(4).embedding(), 30, Scope.ALL, Mode.AUTO);
      assertSame(index.search(query), BruteForce.search(photos, query));
      assertThat(index.search(query).getFirst().item()).isEqualTo("moved");
    }
  }

  @Test
  default void deletedEntriesAreGoneAndUnknownOnesAreNoError(@TempDir Path folder)
      throws IOException {
    var photos = sample().photos(30);
    try (var index = filled(folder, photos)) {
      index.delete(List.of(photos.get(0).uri(), photos.get(29).uri(), "photos/unknown.jpg"));
      index.commit(2);

      assertThat(index.size()).isEqualTo(28);
      for (var mode : Mode.values()) {
        var query = new VectorQuery(photos.get(0).embedding(), 30, Scope.ALL, mode);
        assertSame(index.search(query), BruteForce.search(photos.subList(1, 29), query));
      }
    }
  }

  @Test
  default void writesAreFoundAfterTheCommitOnly(@TempDir Path folder) throws IOException {
    var photos = sample().photos(20);
    try (var index = filled(folder, photos.subList(0, 10))) {
      index.upsert(photos.subList(10, 20));
      index.delete(List.of(photos.get(0).uri()));
      assertThat(index.size()).isEqualTo(10);

      index.commit(2);
      assertThat(index.size()).isEqualTo(19);
    }
  }

  @Test
  default void aReopenedIndexHoldsWhatWasCommitted(@TempDir Path folder) throws IOException {
    var photos = sample().photos(40);
    filled(folder, photos).close();
    try (var index = open(folder, SamplePhotos.SPACE)) {
      assertThat(index.size()).isEqualTo(40);
      assertThat(index.generation()).isEqualTo(1);
      var query = new VectorQuery(sample().vector(), 10, Scope.ALL, Mode.AUTO);
      assertSame(index.search(query), BruteForce.search(photos, query));
    }
  }

  @Test
  default void theGenerationIsThatOfTheLastCommit(@TempDir Path folder) throws IOException {
    try (var index = filled(folder, sample().photos(3))) {
      assertThat(index.generation()).isEqualTo(1);
      index.commit(77);
      assertThat(index.generation()).isEqualTo(77);
    }
  }

  @Test
  default void vectorsOfAnotherSpaceAreRefusedAndNothingIsWritten(@TempDir Path folder)
      throws IOException {
    var other = new VectorSpace("sample", "00ff", "none", "white", 24);
    var stranger = SamplePhotos.photo(9, "item", true, new SamplePhotos(other, 1).vector());
    try (var index = filled(folder, sample().photos(3))) {
      var good = SamplePhotos.photo(8, "item", true, sample().vector());
      assertThatIllegalArgumentException()
          .isThrownBy(() -> index.upsert(List.of(good, stranger)))
          .withMessageContaining(other.id());
      var query = new VectorQuery(stranger.embedding(), 1, Scope.ALL, Mode.AUTO);
      assertThatIllegalArgumentException().isThrownBy(() -> index.search(query));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> index.scoreItems(stranger.embedding(), Set.of("item"), Scope.ALL));
      index.commit(2);
      assertThat(index.size()).isEqualTo(3);
    }
  }

  @Test
  default void anIndexOfAnotherSpaceIsNotOpened(@TempDir Path folder) throws IOException {
    filled(folder, sample().photos(3)).close();
    var other = new VectorSpace("sample", "00ff", "bicubic", "none", 24);
    assertThatThrownBy(() -> open(folder, other).close())
        .isInstanceOf(IOException.class)
        .hasMessageContaining(SamplePhotos.SPACE.id())
        .hasMessageContaining(other.id());
  }

  @Test
  default void itemsAreScoredByTheirBestPhotosInScope(@TempDir Path folder) throws IOException {
    var sample = sample();
    var photos = new ArrayList<>(sample.photos(60));
    var one = sample.vector();
    for (int i = 0; i < 40; i++) { // many photos, some of them equal
      photos.add(SamplePhotos.photo(100 + i, "crowd", true, i % 4 == 0 ? one : sample.vector()));
    }
    var items = Set.of("item-0", "item-7", "crowd", "no such item");
    try (var index = filled(folder, photos)) {
      var vector = sample.near(one, 0.5);
      for (var scope : Scope.values()) {
        assertSame(
            index.scoreItems(vector, items, scope),
            BruteForce.ofItems(photos, vector, items, scope));
      }
      assertThat(index.scoreItems(vector, Set.of(), Scope.ALL)).isEmpty();
    }
  }

  @Test
  default void unusualTextsComeBackUnchanged(@TempDir Path folder) throws IOException {
    var odd =
        new IndexedPhoto(
            "https://example.org/창가 자리?a=1&b=%20#x", "ab", "", "", true, sample().vector());
    try (var index = filled(folder, List.of(odd))) {
      assertThat(index.search(new VectorQuery(odd.embedding(), 1, Scope.ALL, Mode.AUTO)))
          .extracting(Hit::uri, Hit::sha256, Hit::item, Hit::title)
          .containsExactly(tuple(odd.uri(), "ab", "", ""));
    }
  }

  @Test
  default void searchesSeeWholeCommitsWhileAnotherThreadWrites(@TempDir Path folder)
      throws Exception {
    var photos = sample().photos(1_000);
    var written = new AtomicBoolean();
    try (var index = filled(folder, photos.subList(0, 100));
        var pool = Executors.newFixedThreadPool(3)) {
      var readers = new ArrayList<Future<Embedding>>();
      for (int r = 0; r < 2; r++) {
        var vector = new SamplePhotos(SamplePhotos.SPACE, r).vector();
        readers.add(
            pool.submit(() -> {
              while (!written.get()) {
                var query = new VectorQuery(vector, VectorQuery.MAX_K, Scope.ALL, Mode.AUTO);
                assertThat(index.search(query).size() % 100).isZero();
              }
              return vector;
            }));
      }
      try {
        for (int from = 100; from < photos.size(); from += 100) {
          index.upsert(photos.subList(from, from + 100));
          index.commit(from);
        }
      } finally {
        written.set(true);
      }
      for (var reader : readers) {
        var query = new VectorQuery(reader.get(), 10, Scope.ALL, Mode.AUTO);
        assertSame(index.search(query), BruteForce.search(photos, query));
      }
    }
  }

  private PhotoIndex filled(Path folder, List<IndexedPhoto> photos) throws IOException {
    var index = open(folder, SamplePhotos.SPACE);
    index.upsert(photos);
    index.commit(1);
    return index;
  }

  private static SamplePhotos sample() {
    return new SamplePhotos(SamplePhotos.SPACE, 42);
  }

  private static void assertSame(List<Hit> actual, List<Hit> expected) {
    assertThat(actual).extracting(Hit::uri).isEqualTo(expected.stream().map(Hit::uri).toList());
    for (int i = 0; i < expected.size(); i++) {
      var hit = expected.get(i);
      assertThat(actual.get(i))
          .isEqualTo(
              new Hit(hit.uri(), hit.sha256(), hit.item(), hit.title(), actual.get(i).score()));
      assertThat(actual.get(i).score()).isCloseTo(hit.score(), within(ROUNDING));
    }
  }
}
