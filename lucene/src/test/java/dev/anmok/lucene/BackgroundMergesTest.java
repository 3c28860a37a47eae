package dev.anmok.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.SamplePhotos;
import dev.anmok.core.search.VectorQuery;
import dev.anmok.core.search.VectorQuery.Mode;
import dev.anmok.core.search.VectorQuery.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackgroundMergesTest {
  private static final VectorSpace SPACE = SamplePhotos.space(128);
  private static final IndexLimits LIMITS = new IndexLimits(2_000, 0);

  private final List<IndexedPhoto> photos = new SamplePhotos(SPACE, 9).photos(8_000);

  @TempDir Path folder;

  @Test
  void aCommitDoesNotWaitForClustersAndEverythingIsFoundMeanwhile() throws IOException {
    try (var index = open(folder)) {
      index.upsert(photos);
      index.commit(1);
      assertThat(index.clustered()).isZero(); // 8,000 photos take a while to cluster
      assertFound(index, photos.get(7_999));
      index.settle();
      assertThat(index.clustered()).isEqualTo(8_000);
      assertFound(index, photos.get(7_999));
    }
    try (var index = open(folder)) {
      assertThat(index.clustered()).isEqualTo(8_000);
      assertThat(index.generation()).isEqualTo(1);
    }
  }

  @Test
  void whatIsWrittenDuringABuildStaysHiddenUntilItsCommit() throws IOException {
    try (var index = open(folder)) {
      index.upsert(photos.subList(0, 4_000));
      index.commit(1);
      index.upsert(photos.subList(4_000, 4_050));
      index.settle();
      assertThat(index.size()).isEqualTo(4_000);
      index.commit(2);
      assertThat(index.size()).isEqualTo(4_050);
      assertThat(index.clustered()).isEqualTo(4_000);
      assertFound(index, photos.get(4_020));
    }
  }

  @Test
  void closingGivesUpABuildAndTheNextOpenBeginsItAgain() throws IOException {
    var index = open(folder);
    index.upsert(photos);
    index.commit(1);
    long start = System.nanoTime();
    index.close();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    try (var again = open(folder)) {
      assertThat(again.clustered()).as("what was waited for at the close").isZero();
      assertThat(again.size()).isEqualTo(8_000);
      assertFound(again, photos.get(5));
      again.settle();
      assertThat(again.clustered()).isEqualTo(8_000);
    }
  }

  /// The files as they lie while a build runs are what a killed process leaves behind.
  @Test
  void aProcessKilledDuringABuildLosesNothing() throws IOException {
    var left = Files.createDirectory(folder.resolve("left"));
    var home = Files.createDirectory(folder.resolve("home"));
    try (var index = open(home)) {
      index.upsert(photos);
      index.commit(1);
      try (var files = Files.list(home)) {
        for (var file : files.toList()) {
          copy(file, left);
        }
      }
    }
    try (var index = open(left)) {
      assertThat(index.size()).isEqualTo(8_000);
      assertFound(index, photos.get(6_543));
      index.settle();
      assertThat(index.clustered()).isEqualTo(8_000);
    }
  }

  /// Large merges of parts without clusters end while others run, so that what is due after them
  /// becomes known to nobody but the merge itself.
  @Test
  void settlingWaitsForWhatBecomesDueByLargeMerges() throws IOException {
    var space = SamplePhotos.space(8);
    var many = new SamplePhotos(space, 4).photos(36_000);
    var limits = new IndexLimits(0, 0);
    try (var index = LuceneIndex.open(folder, space, Schema.EMPTY, limits)) {
      for (int from = 0; from < many.size(); from += 1_000) {
        index.upsert(many.subList(from, from + 1_000));
        index.commit(from);
      }
      index.settle();
      assertThat(index.clustered()).isEqualTo(many.size());
    }
  }

  @Test
  void theTailStaysSmallAndOldPartsAreNotRebuiltForIt() throws IOException {
    try (var index = open(folder)) {
      index.upsert(photos.subList(0, 4_000));
      index.commit(1);
      index.settle();
      for (int from = 4_000; from < 4_800; from += 80) {
        index.upsert(photos.subList(from, from + 80));
        index.commit(from);
        index.settle();
        assertThat(index.size() - index.clustered()).isLessThanOrEqualTo(LIMITS.tail());
      }
      assertFound(index, photos.get(4_799));
    }
  }

  @Test
  void aPartOfWhichMuchWasDeletedIsBuiltAnew() throws IOException {
    try (var index = open(folder)) {
      index.upsert(photos.subList(0, 4_000));
      index.commit(1);
      index.settle();
      index.delete(photos.subList(0, 1_600).stream().map(IndexedPhoto::uri).toList());
      index.commit(2);
      index.settle();
      assertThat(index.size()).isEqualTo(2_400);
      assertThat(index.clustered()).isEqualTo(2_400);
      var gone = new VectorQuery(photos.get(17).embedding(), 1, Scope.ALL, Mode.APPROXIMATE);
      assertThat(index.search(gone).getFirst().uri()).isNotEqualTo(photos.get(17).uri());
    }
  }

  private static void copy(Path file, Path folder) throws IOException {
    try {
      if (!file.endsWith("write.lock")) {
        Files.createLink(folder.resolve(file.getFileName()), file);
      }
    } catch (NoSuchFileException gone) {
      assertThat(file.toString()).endsWith(".tmp"); // a draft of the merge
    }
  }

  private static LuceneIndex open(Path folder) throws IOException {
    return LuceneIndex.open(folder, SPACE, Schema.EMPTY, LIMITS);
  }

  private static void assertFound(LuceneIndex index, IndexedPhoto photo) throws IOException {
    var query = new VectorQuery(photo.embedding(), 1, Scope.ALL, Mode.AUTO);
    assertThat(index.search(query).getFirst().uri()).isEqualTo(photo.uri());
  }
}
