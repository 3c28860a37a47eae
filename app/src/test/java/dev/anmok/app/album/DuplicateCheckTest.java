package dev.anmok.app.album;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.cluster.DuplicateLevel;
import dev.anmok.core.cluster.DuplicateMethod;
import dev.anmok.core.cluster.DuplicateRule;
import dev.anmok.core.cluster.NearRule;
import dev.anmok.core.curate.AlbumPhoto;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.pipeline.Ingested;
import dev.anmok.core.pipeline.Outcome;
import dev.anmok.core.pipeline.Photo;
import dev.anmok.core.pipeline.SourcePhoto;
import dev.anmok.core.quality.Measures;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.lucene.LuceneIndex;
import dev.anmok.sqlite.SqliteCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicateCheckTest {
  private static final VectorSpace SPACE = new VectorSpace("test", "none", "none", "none", 2);

  @TempDir Path folder;

  @Test
  void aNewPhotoIsComparedWithThoseOfTheCatalog() throws IOException {
    // The new photo lies at 0 degrees, hash 0: the same file twice, near, similar, another.
    var known =
        List.of(
            photo("copy/b", 0, 0, "a"),
            photo("copy/a", 0, 0, "a"),
            photo("near", 10, 0b11, "c"),
            photo("similar", 20, -1, "d"),
            photo("other", 60, 0, "e"));

    assertThat(check(known, DuplicateLevel.SIMILAR, photo("new", 0, 0, "a")))
        .extracting(DuplicatesAnswer.Member::uri, DuplicatesAnswer.Member::level)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("copy/a", "exact"),
            org.assertj.core.groups.Tuple.tuple("copy/b", "exact"),
            org.assertj.core.groups.Tuple.tuple("near", "near"),
            org.assertj.core.groups.Tuple.tuple("similar", "similar"));
  }

  @Test
  void aStricterLevelNamesFewer() throws IOException {
    var known = List.of(photo("same", 0, 0, "a"), photo("near", 10, 0b11, "c"));

    assertThat(check(known, DuplicateLevel.EXACT, photo("new", 0, 0, "a"))).hasSize(1);
    assertThat(check(known, DuplicateLevel.NEAR, photo("new", 0, 0, "z"))).hasSize(2);
    assertThat(check(known, DuplicateLevel.NEAR, photo("new", 90, 0, "z"))).isEmpty();
  }

  @Test
  void aPhotoOfTheCatalogIsNotTheSameAsItself() throws IOException {
    var known = List.of(photo("same", 0, 0, "a"));

    assertThat(check(known, DuplicateLevel.SIMILAR, photo("same", 0, 0, "a"))).isEmpty();
  }

  private List<DuplicatesAnswer.Member> check(
      List<AlbumPhoto> known, DuplicateLevel level, AlbumPhoto photo) throws IOException {
    var place = Files.createTempDirectory(folder, "workspace");
    Files.createDirectories(place.resolve("index"));
    try (var catalog = SqliteCatalog.open(place.resolve("catalog.sqlite"));
        var index = LuceneIndex.open(place.resolve("index"), SPACE)) {
      for (var each : known) {
        var stored = new Photo(each.sha256(), 1, each.facts(), each.measures());
        catalog.record(
            List.of(
                new Ingested(
                    new SourcePhoto(each.uri(), null),
                    1,
                    1,
                    new Outcome.Processed(stored, each.embedding()))));
        index.upsert(
            List.of(new IndexedPhoto(each.uri(), each.sha256(), "", "", false, each.embedding())));
      }
      index.commit(catalog.generation());
      var rule =
          new DuplicateRule(DuplicateMethod.DEFAULT, level, new NearRule(10, 0.9), 0.9, 0.1, 2);
      return new DuplicateCheck(rule, index, catalog).check(photo);
    }
  }

  private static AlbumPhoto photo(String uri, int degrees, long hash, String digit) {
    var angle = Math.toRadians(degrees);
    var vector = new float[] {(float) Math.cos(angle), (float) Math.sin(angle)};
    return new AlbumPhoto(
        uri,
        digit.replace('z', '0').repeat(64),
        1,
        new ImageFacts("jpeg", 640, 480),
        new Measures(hash, 128, 40, 50),
        null,
        Embedding.normalize(SPACE, vector));
  }
}
