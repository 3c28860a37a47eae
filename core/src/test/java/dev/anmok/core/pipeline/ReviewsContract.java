package dev.anmok.core.pipeline;

import static dev.anmok.core.pipeline.Samples.item;
import static dev.anmok.core.pipeline.Samples.known;
import static dev.anmok.core.pipeline.Samples.processed;
import static dev.anmok.core.pipeline.Samples.rejected;
import static dev.anmok.core.pipeline.Samples.sha;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.image.Reason;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the [Reviews] of every [Catalog] do.
public interface ReviewsContract {
  MachineVerdict MACHINE = new MachineVerdict("uncertain", "learned", "v1", 0.25);

  /// An empty catalog.
  Catalog open() throws IOException;

  private static <T> List<T> list(Stream<T> stream) {
    try (stream) {
      return stream.toList();
    }
  }

  private static Review review(int photo, String verdict, String reviewer) {
    return Samples.review(photo, verdict, reviewer);
  }

  private Catalog filled() throws IOException {
    var catalog = open();
    catalog.record(
        List.of(
            Samples.detailed("/b", item("b", "B"), 1),
            processed("/c", null, 2),
            processed("/d", null, 3),
            rejected("/e", null, Reason.CORRUPT)));
    catalog.record(List.of(known("/a", item("a", "A"), 1)));
    return catalog;
  }

  @Test
  default void givesBackWhatWasSaid() throws IOException {
    try (var catalog = filled()) {
      var full =
          new Review(
              sha(1),
              "blur",
              "blurry",
              "motion",
              "검수자 1",
              Instant.parse("2026-03-01T09:00:00.123456Z"),
              MACHINE);
      var bare =
          new Review(
              sha(2), "blur", "sharp", "", "lee", Instant.parse("2026-03-01T08:00:00Z"), null);
      var noScore =
          new Review(
              sha(2),
              "off-topic",
              "yes",
              "",
              "lee",
              Instant.EPOCH,
              new MachineVerdict("uncertain", "bdnet", "v2", Double.NaN));
      for (var review : List.of(full, bare, noScore)) {
        catalog.reviews().store(review);
      }

      assertThat(list(catalog.reviews().all("blur"))).containsExactly(full, bare);
      assertThat(list(catalog.reviews().all("off-topic"))).containsExactly(noScore);
      assertThat(catalog.reviews().standing(sha(1), "blur")).contains(full);
      assertThat(catalog.reviews().standing(sha(1), "off-topic")).isEmpty();
      assertThat(list(catalog.reviews().standing("blur"))).containsExactlyInAnyOrder(full, bare);
    }
  }

  @Test
  default void theLastDecisionStandsWhoeverMadeItAndASkipNeverReplacesOne() throws IOException {
    try (var catalog = filled()) {
      var reviews = catalog.reviews();
      reviews.store(review(1, "skip", "kim"));
      assertThat(reviews.standing(sha(1), "blur")).contains(review(1, "skip", "kim"));
      reviews.store(review(1, "blurry", "kim"));
      reviews.store(review(1, "sharp", "lee"));
      reviews.store(review(1, "skip", "park"));

      assertThat(reviews.standing(sha(1), "blur")).contains(review(1, "sharp", "lee"));
      assertThat(list(reviews.standing("blur"))).containsExactly(review(1, "sharp", "lee"));
      assertThat(list(reviews.all("blur"))).hasSize(4);
    }
  }

  @Test
  default void undoingTakesTheLastBackAndWhatHadStoodStandsAgain() throws IOException {
    try (var catalog = filled()) {
      var reviews = catalog.reviews();
      reviews.store(review(1, "blurry", "kim"));
      reviews.store(review(1, "sharp", "lee"));
      reviews.store(review(2, "sharp", "kim"));

      assertThat(reviews.undo("blur", "lee")).contains(review(1, "sharp", "lee"));
      assertThat(reviews.standing(sha(1), "blur")).contains(review(1, "blurry", "kim"));
      assertThat(reviews.undo("blur", "lee")).isEmpty();
      assertThat(reviews.undo("off-topic")).isEmpty();
      assertThat(reviews.undo("blur")).contains(review(2, "sharp", "kim"));
      assertThat(reviews.undo("blur")).contains(review(1, "blurry", "kim"));
      assertThat(reviews.undo("blur")).isEmpty();
      assertThat(list(reviews.all("blur"))).isEmpty();
    }
  }

  @Test
  default void refusesReviewsOfPhotosThatItDoesNotKnow() throws IOException {
    try (var catalog = filled()) {
      assertThatThrownBy(() -> catalog.reviews().store(review(9, "sharp", "kim")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(sha(9));
      var drawn = List.of(new Reviews.Drawn(sha(1), MACHINE), new Reviews.Drawn(sha(9), MACHINE));
      assertThatThrownBy(() -> catalog.reviews().draw("blur", drawn))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(list(catalog.reviews().photos("blur", "v1")))
          .as("all are drawn or none")
          .allMatch(photo -> photo.drawn().isEmpty());
    }
  }

  @Test
  default void showsEachAcceptedPhotoOnceAtTheFirstOfItsPlaces() throws IOException {
    try (var catalog = filled()) {
      catalog.reviews().store(review(1, "skip", "kim"));
      catalog.reviews().store(review(3, "sharp", "kim"));
      var photos = list(catalog.reviews().photos("blur", "v1"));

      assertThat(photos)
          .containsExactlyInAnyOrder(
              new PhotoInReview(
                  Samples.photoInDetail(1), "/a", "a", review(1, "skip", "kim"), false, null),
              new PhotoInReview(Samples.photo(2), "/c", "", null, false, null),
              new PhotoInReview(
                  Samples.photo(3), "/d", "", review(3, "sharp", "kim"), false, null));
      for (var photo : photos) {
        assertThat(catalog.reviews().photo(photo.photo().sha256(), "blur", "v1")).contains(photo);
      }
      assertThat(catalog.reviews().photo(sha(9), "blur", "v1")).isEmpty();
      assertThat(list(catalog.reviews().photos("off-topic", "v1")))
          .allMatch(photo -> photo.standing().isEmpty());
    }
  }

  @Test
  default void aPhotoIsDisputedWhileTheLastDecisionsOfTwoReviewersDiffer() throws IOException {
    try (var catalog = filled()) {
      var reviews = catalog.reviews();
      reviews.store(review(1, "blurry", "kim"));
      reviews.store(review(1, "sharp", "kim"));
      assertThat(reviews.photo(sha(1), "blur", "v1").orElseThrow().disputed())
          .as("one changed her mind")
          .isFalse();
      reviews.store(review(1, "skip", "lee"));
      assertThat(reviews.photo(sha(1), "blur", "v1").orElseThrow().disputed()).isFalse();
      reviews.store(review(1, "blurry", "lee"));
      assertThat(reviews.photo(sha(1), "blur", "v1").orElseThrow().disputed()).isTrue();
      reviews.store(review(1, "blurry", "kim"));
      assertThat(reviews.photo(sha(1), "blur", "v1").orElseThrow().disputed()).isFalse();
    }
  }

  @Test
  default void drawingsBelongToAVersionAndStay() throws IOException {
    try (var catalog = filled()) {
      var reviews = catalog.reviews();
      var again = new MachineVerdict("sharp", "learned", "v1", 9);
      reviews.draw("blur", List.of(new Reviews.Drawn(sha(1), MACHINE)));
      reviews.draw("blur", List.of(new Reviews.Drawn(sha(1), again)));

      assertThat(reviews.photo(sha(1), "blur", "v1").orElseThrow().drawn()).contains(MACHINE);
      assertThat(list(reviews.drawn("blur", "v1")))
          .containsExactly(reviews.photo(sha(1), "blur", "v1").orElseThrow());
      assertThat(list(reviews.drawn("blur", "v2"))).isEmpty();
      assertThat(list(reviews.drawn("off-topic", "v1"))).isEmpty();
      assertThat(reviews.photo(sha(1), "blur", "v2").orElseThrow().drawn()).isEmpty();
      assertThat(reviews.photo(sha(1), "off-topic", "v1").orElseThrow().drawn()).isEmpty();
      assertThat(reviews.photo(sha(2), "blur", "v1").orElseThrow().drawn()).isEmpty();
    }
  }

  @Test
  default void whatWasSaidInOneBreathIsStoredAndTakenBackTogether() throws IOException {
    try (var catalog = filled()) {
      var reviews = catalog.reviews();
      reviews.store(Samples.review(1, "fold", "lee"));
      var breath = List.of(Samples.review(2, "keep", "kim"), Samples.review(1, "fold", "kim"));
      reviews.store(breath);
      var at = breath.getFirst().at();

      assertThat(reviews.undo("other", "kim", at)).isEmpty();
      assertThat(reviews.undo("blur", "kim", at.plusMillis(1))).isEmpty();
      assertThat(reviews.undo("blur", "kim", at)).isEqualTo(breath);
      assertThat(list(reviews.all("blur"))).extracting(Review::reviewer).containsExactly("lee");
      var unknown = List.of(Samples.review(1, "keep", "kim"), Samples.review(9, "fold", "kim"));
      assertThatThrownBy(() -> reviews.store(unknown)).isInstanceOf(IllegalArgumentException.class);
      assertThat(list(reviews.all("blur"))).hasSize(1);
    }
  }

  @Test
  default void aPhotoThatIsNoLongerThereIsNotShownAndItsReviewsStay() throws IOException {
    try (var catalog = filled()) {
      catalog.reviews().store(review(2, "sharp", "kim"));
      catalog.record(List.of(rejected("/c", null, Reason.MISSING)));

      assertThat(list(catalog.reviews().photos("blur", "v1")))
          .noneMatch(photo -> photo.photo().sha256().equals(sha(2)));
      assertThat(catalog.reviews().standing(sha(2), "blur")).isPresent();
    }
  }

  @Test
  default void reviewsChangeNothingThatAnIndexMustFollow() throws IOException {
    try (var catalog = filled()) {
      long before = catalog.generation();
      catalog.reviews().store(review(1, "sharp", "kim"));
      catalog.reviews().draw("blur", List.of(new Reviews.Drawn(sha(2), MACHINE)));
      catalog.reviews().undo("blur");

      assertThat(catalog.generation()).isEqualTo(before);
    }
  }
}
