package dev.anmok.core.pipeline;

import static dev.anmok.core.pipeline.Samples.OTHER_SPACE;
import static dev.anmok.core.pipeline.Samples.SPACE;
import static dev.anmok.core.pipeline.Samples.embedding;
import static dev.anmok.core.pipeline.Samples.known;
import static dev.anmok.core.pipeline.Samples.processed;
import static dev.anmok.core.pipeline.Samples.rejected;
import static dev.anmok.core.pipeline.Samples.sha;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.Reason;
import dev.anmok.core.pipeline.SpaceVectors.Made;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the [SpaceVectors] of every [Catalog] do.
public interface VectorsContract {
  /// An empty catalog.
  Catalog open() throws IOException;

  private static Made vector(int photo) {
    return new Made.Vector(sha(photo), embedding(photo + 100, OTHER_SPACE));
  }

  private static Made failed(int photo) {
    return new Made.Failed(sha(photo), Reason.MISSING, "gone");
  }

  /// Photo 1 at /a and /b, photo 2 at /c, photo 3 at /d, all in one space, and a rejected one.
  private Catalog filled() throws IOException {
    var catalog = open();
    catalog.record(
        List.of(
            processed("/b", null, 1),
            processed("/c", null, 2),
            processed("/d", null, 3),
            rejected("/e", null, Reason.CORRUPT)));
    catalog.record(List.of(known("/a", null, 1)));
    return catalog;
  }

  private static List<String> uris(Catalog catalog, VectorSpace space) throws IOException {
    try (var photos = catalog.photos(space)) {
      return photos.map(PlacedPhoto::uri).toList();
    }
  }

  private static List<String> changed(Catalog catalog, long since, VectorSpace space)
      throws IOException {
    try (var photos = catalog.changedSince(since, space)) {
      return photos.map(PlacedPhoto::uri).sorted().toList();
    }
  }

  @Test
  default void aSpaceIsFilledBesideTheOtherAndGoesOnWhereItWas() throws IOException {
    try (var catalog = filled()) {
      var vectors = catalog.vectors();
      assertThat(vectors.progress(OTHER_SPACE)).isEqualTo(new SpaceVectors.Progress(0, 0, 3));
      assertThat(vectors.missing(OTHER_SPACE, false, 0, 10)).hasSize(3);
      long before = catalog.generation();
      long photos = catalog.photosVersion();

      vectors.store(OTHER_SPACE, List.of(vector(1), failed(2)), false);

      assertThat(vectors.progress(OTHER_SPACE)).isEqualTo(new SpaceVectors.Progress(1, 1, 1));
      assertThat(vectors.missing(OTHER_SPACE, false, 0, 10))
          .extracting(SpaceVectors.Missing::sha256)
          .containsExactly(sha(3));
      assertThat(vectors.missing(OTHER_SPACE, true, 0, 10))
          .extracting(SpaceVectors.Missing::sha256)
          .containsExactly(sha(2), sha(3));
      assertThat(uris(catalog, OTHER_SPACE)).containsExactly("/a", "/b");
      assertThat(uris(catalog, SPACE)).containsExactly("/a", "/b", "/c", "/d");
      assertThat(catalog.placed("/a", OTHER_SPACE).orElseThrow().embedding())
          .isEqualTo(embedding(101, OTHER_SPACE));
      assertThat(catalog.complete(sha(1), OTHER_SPACE, Stages.WITHOUT_DETAIL)).isTrue();
      assertThat(catalog.complete(sha(2), OTHER_SPACE, Stages.WITHOUT_DETAIL)).isFalse();
      assertThat(catalog.generation()).as("no index need follow").isEqualTo(before);
      assertThat(catalog.photosVersion()).as("the space in use is the same").isEqualTo(photos);
    }
  }

  @Test
  default void missingPhotosCanBeReadInPages() throws IOException {
    try (var catalog = filled()) {
      var vectors = catalog.vectors();
      var first = vectors.missing(OTHER_SPACE, false, 0, 2);
      var second = vectors.missing(OTHER_SPACE, false, first.getLast().number(), 2);
      assertThat(first).extracting(SpaceVectors.Missing::sha256).containsExactly(sha(1), sha(2));
      assertThat(second).extracting(SpaceVectors.Missing::sha256).containsExactly(sha(3));
      assertThat(vectors.places(sha(1))).containsExactly("/a", "/b");
      assertThat(vectors.places(sha(9))).isEmpty();
    }
  }

  @Test
  default void indexesFollowWhereTheyMust() throws IOException {
    try (var catalog = filled()) {
      long before = catalog.generation();
      long photos = catalog.photosVersion();
      catalog.vectors().store(OTHER_SPACE, List.of(vector(1)), true);

      assertThat(catalog.photosVersion()).isGreaterThan(photos);

      assertThat(changed(catalog, before, OTHER_SPACE)).containsExactly("/a", "/b");
    }
  }

  @Test
  default void aFailureIsToldUntilThePhotoHasAVector() throws IOException {
    try (var catalog = filled()) {
      var vectors = catalog.vectors();
      vectors.store(OTHER_SPACE, List.of(failed(1), failed(3)), false);
      vectors.store(OTHER_SPACE, List.of(vector(3)), false);

      try (var failures = vectors.failures(OTHER_SPACE)) {
        assertThat(failures)
            .containsExactly(new SpaceVectors.Refused("/a", sha(1), Reason.MISSING, "gone"));
      }
      catalog.record(List.of(processed("/b", null, 1, OTHER_SPACE)));
      assertThat(vectors.progress(OTHER_SPACE)).isEqualTo(new SpaceVectors.Progress(2, 0, 1));
    }
  }

  @Test
  default void whatDoesNotBelongIsRefusedWithItsBatch() throws IOException {
    try (var catalog = filled()) {
      var vectors = catalog.vectors();
      var unknown = List.of(vector(1), vector(9));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> vectors.store(OTHER_SPACE, unknown, false));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> vectors.store(SPACE, List.of(vector(1)), false));
      assertThat(vectors.progress(OTHER_SPACE).embedded()).isZero();
    }
  }

  @Test
  default void aDroppedSpaceLeavesTheOtherAlone() throws IOException {
    try (var catalog = filled()) {
      var vectors = catalog.vectors();
      vectors.store(OTHER_SPACE, List.of(vector(1), vector(2), failed(3)), false);
      var told = new ArrayList<Long>();
      vectors.drop(OTHER_SPACE, told::add);

      assertThat(told.getLast()).isEqualTo(3);
      assertThat(catalog.spaces()).containsExactly(SPACE);
      assertThat(uris(catalog, SPACE)).hasSize(4);
      assertThat(vectors.progress(OTHER_SPACE)).isEqualTo(new SpaceVectors.Progress(0, 0, 3));
      assertThat(catalog.complete(sha(1), OTHER_SPACE, Stages.WITHOUT_DETAIL)).isFalse();
      assertThat(catalog.complete(sha(1), SPACE, Stages.WITHOUT_DETAIL)).isTrue();
    }
  }

  @Test
  default void settingsAreFoundByHowTheirNamesBegin() throws IOException {
    try (var catalog = open()) {
      catalog.set("a/1", "x");
      catalog.set("a/2", "y");
      catalog.set("b/1", "z");
      assertThat(catalog.settings("a/")).containsOnlyKeys("a/1", "a/2").containsValues("x", "y");
      assertThat(catalog.settings("a_")).isEmpty();
    }
  }
}
