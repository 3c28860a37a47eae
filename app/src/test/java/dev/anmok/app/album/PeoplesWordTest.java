package dev.anmok.app.album;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.review.CopyWord;
import dev.anmok.core.cluster.DuplicateLevel;
import dev.anmok.core.cluster.DuplicateMethod;
import dev.anmok.core.cluster.DuplicateRule;
import dev.anmok.core.cluster.NearRule;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.pipeline.Ingested;
import dev.anmok.core.pipeline.Outcome;
import dev.anmok.core.pipeline.Photo;
import dev.anmok.core.pipeline.Review;
import dev.anmok.core.pipeline.SourcePhoto;
import dev.anmok.core.quality.Measures;
import dev.anmok.sqlite.SqliteCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// People's word in the answers about copies: three photos of one subject, a wider one first choice
/// of the machine, and another place of the third.
class PeoplesWordTest {
  private static final VectorSpace SPACE = new VectorSpace("test", "none", "none", "none", 2);
  private static final DuplicateRule RULE =
      new DuplicateRule(
          DuplicateMethod.DEFAULT, DuplicateLevel.SIMILAR, new NearRule(10, 0.9), null, 0.1, 2);
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path folder;

  private static String id(int n) {
    return "%016x".formatted(n) + "0".repeat(48);
  }

  private static Ingested photo(String uri, int n, int width) {
    var facts = new ImageFacts("jpeg", width, width);
    var photo = new Photo(id(n), 1, facts, new Measures(0, 0, 0, 0), null);
    var vector = Embedding.normalize(SPACE, new float[] {1, n / 100f});
    return new Ingested(new SourcePhoto(uri, null), 1, 1, new Outcome.Processed(photo, vector));
  }

  private SqliteCatalog catalog() throws IOException {
    var catalog = SqliteCatalog.open(folder.resolve("catalog.sqlite"));
    catalog.record(List.of(photo("a", 1, 900), photo("b", 2, 600), photo("c", 3, 300)));
    catalog.record(
        List.of(new Ingested(new SourcePhoto("d", null), 1, 1, new Outcome.Known(id(3)))));
    return catalog;
  }

  private static void say(SqliteCatalog catalog, int photo, String verdict, String kind)
      throws IOException {
    catalog.reviews().store(new Review(id(photo), "duplicates", verdict, kind, "kim", NOON, null));
  }

  private static DuplicatesAnswer answer(SqliteCatalog catalog) throws IOException {
    var job = new DuplicatesJob(RULE, new SimilarThreshold(0.9, "a test"), 2, catalog);
    return job.answer(AlbumPhotos.in(catalog, SPACE), DuplicatesOptions.DEFAULT);
  }

  @Test
  void thePhotoThatPeopleChoseIsKept() throws IOException {
    try (var catalog = catalog()) {
      assertThat(answer(catalog).plain()).containsExactly(List.of("a", "b", "c", "d"));
      say(catalog, 2, "keep", "");

      var group = answer(catalog).groups().getFirst();
      assertThat(group.uris()).containsExactly("b", "a", "c", "d");
      assertThat(group.reason()).isEqualTo("chosen by kim");
      assertThat(group.others().getFirst().level()).isEqualTo("near");
      assertThat(answer(catalog).copies().groups().getFirst().names())
          .containsExactly(id(2).substring(0, 32), id(1).substring(0, 32), id(3).substring(0, 32));
    }
  }

  @Test
  void aPhotoToldApartLeavesTheGroupWithAllItsPlaces() throws IOException {
    try (var catalog = catalog()) {
      say(catalog, 3, "separate", CopyWord.of(id(1)));
      assertThat(answer(catalog).plain()).containsExactly(List.of("a", "b"), List.of("c", "d"));
      say(catalog, 2, "separate", CopyWord.of(id(1)));
      assertThat(answer(catalog).plain()).containsExactly(List.of("c", "d"));
      assertThat(answer(catalog).copies().groups()).isEmpty();
    }
  }
}
