package dev.anmok.core.pipeline;

import static dev.anmok.core.pipeline.Samples.SPACE;
import static dev.anmok.core.pipeline.Samples.item;
import static dev.anmok.core.pipeline.Samples.known;
import static dev.anmok.core.pipeline.Samples.processed;
import static dev.anmok.core.pipeline.Samples.rejected;
import static dev.anmok.core.pipeline.Samples.sha;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.image.Caption;
import dev.anmok.core.image.Reason;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the [Captions] of every [Catalog] do.
public interface CaptionsContract {
  Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  /// An empty catalog.
  Catalog open() throws IOException;

  private static StoredCaption said(int photo, String model, String text) {
    return new StoredCaption(sha(photo), model, "en", new Caption.Said(text, -0.25), NOON);
  }

  private static StoredCaption failed(int photo, String model) {
    var outcome = new Caption.Failed("the service said nothing", false);
    return new StoredCaption(sha(photo), model, "en", outcome, NOON);
  }

  /// Photo 1 at /a and /b, photo 2 at /c, photo 3 at /d, and a rejected one.
  private Catalog filled() throws IOException {
    var catalog = open();
    catalog.record(
        List.of(
            processed("/b", item("b", "B"), 1),
            processed("/c", null, 2),
            processed("/d", null, 3),
            rejected("/e", null, Reason.CORRUPT)));
    catalog.record(List.of(known("/a", item("a", "A"), 1)));
    return catalog;
  }

  private static List<String> changed(Catalog catalog, long since) throws IOException {
    try (var photos = catalog.changedSince(since, SPACE)) {
      return photos.map(PlacedPhoto::uri).sorted().toList();
    }
  }

  @Test
  default void givesBackWhatWasSaid() throws IOException {
    try (var catalog = filled()) {
      var captions = catalog.captions();
      var bare =
          new StoredCaption(
              sha(2), "other", "ko", new Caption.Said("빨간 원", Double.NaN), Instant.EPOCH);
      captions.store(List.of(said(1, "tiny", "a red circle"), bare, failed(3, "tiny")));

      assertThat(captions.of(sha(1), "tiny")).contains(said(1, "tiny", "a red circle"));
      assertThat(captions.of(sha(2), "other")).contains(bare);
      assertThat(captions.of(sha(3), "tiny")).contains(failed(3, "tiny"));
      assertThat(captions.of(sha(2), "tiny")).isEmpty();
    }
  }

  @Test
  default void textsOfAllModelsStandInOrderOfTheirNamesAndNoneTwice() throws IOException {
    try (var catalog = filled()) {
      var captions = catalog.captions();
      captions.store(
          List.of(
              said(1, "b", "a red circle"),
              said(1, "a", "빨간 원"),
              said(1, "c", "a red circle"),
              failed(2, "a"),
              said(3, "a", "a star")));

      assertThat(captions.texts(List.of(sha(1), sha(2), sha(9))))
          .isEqualTo(Map.of(sha(1), "빨간 원\na red circle"));
      assertThat(captions.texts(List.of())).isEmpty();
    }
  }

  @Test
  default void aModelGoesOnWhereItWas() throws IOException {
    try (var catalog = filled()) {
      var captions = catalog.captions();
      assertThat(captions.missing("tiny", false, 0, 10))
          .extracting(Captions.Missing::uri)
          .containsExactlyInAnyOrder("/a", "/c", "/d");
      captions.store(List.of(said(1, "tiny", "a red circle"), failed(2, "tiny")));

      assertThat(captions.missing("tiny", false, 0, 10))
          .extracting(Captions.Missing::sha256)
          .containsExactly(sha(3));
      assertThat(captions.missing("tiny", true, 0, 10))
          .extracting(Captions.Missing::sha256)
          .containsExactlyInAnyOrder(sha(2), sha(3));
      assertThat(captions.missing("other", false, 0, 10)).hasSize(3);
      assertThat(captions.progress("tiny")).isEqualTo(new Captions.Progress(1, 1, 1));
      assertThat(captions.progress("other")).isEqualTo(new Captions.Progress(0, 0, 3));
    }
  }

  @Test
  default void missingPhotosCanBeReadInPages() throws IOException {
    try (var catalog = filled()) {
      var captions = catalog.captions();
      var first = captions.missing("tiny", false, 0, 2);
      var second = captions.missing("tiny", false, first.getLast().number(), 2);
      assertThat(first).hasSize(2);
      assertThat(second).hasSize(1).doesNotContainAnyElementsOf(first);
    }
  }

  @Test
  default void anIndexFollowsWhatIsSaidAtEveryPlaceOfThePhotoAndNothingElse() throws IOException {
    try (var catalog = filled()) {
      var captions = catalog.captions();
      long before = catalog.generation();
      captions.store(List.of(said(1, "tiny", "a red circle"), failed(2, "tiny")));
      assertThat(catalog.generation()).isGreaterThan(before);
      assertThat(changed(catalog, before)).containsExactly("/a", "/b");

      long after = catalog.generation();
      captions.store(List.of(said(1, "tiny", "a red circle")));
      assertThat(catalog.generation()).as("the same once more").isEqualTo(after);
      captions.store(List.of(failed(1, "tiny")));
      assertThat(changed(catalog, after)).containsExactly("/a", "/b");
      assertThat(captions.texts(List.of(sha(1)))).isEmpty();
    }
  }

  @Test
  default void captionsOfUnknownPhotosAreRefusedAndNoneOfTheirBatchIsStored() throws IOException {
    try (var catalog = filled()) {
      var batch = List.of(said(1, "tiny", "a red circle"), said(9, "tiny", "a star"));
      assertThatThrownBy(() -> catalog.captions().store(batch))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(sha(9));
      assertThat(catalog.captions().of(sha(1), "tiny")).isEmpty();
    }
  }

  @Test
  default void aPhotoThatIsNoLongerThereIsNotMissing() throws IOException {
    try (var catalog = filled()) {
      catalog.record(List.of(rejected("/c", null, Reason.MISSING)));

      assertThat(catalog.captions().missing("tiny", false, 0, 10))
          .extracting(Captions.Missing::sha256)
          .containsExactlyInAnyOrder(sha(1), sha(3));
      assertThat(catalog.captions().progress("tiny").missing()).isEqualTo(2);
    }
  }
}
