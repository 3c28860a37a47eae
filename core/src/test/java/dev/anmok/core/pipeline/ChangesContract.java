package dev.anmok.core.pipeline;

import static dev.anmok.core.pipeline.Samples.OTHER_SPACE;
import static dev.anmok.core.pipeline.Samples.SPACE;
import static dev.anmok.core.pipeline.Samples.changed;
import static dev.anmok.core.pipeline.Samples.item;
import static dev.anmok.core.pipeline.Samples.known;
import static dev.anmok.core.pipeline.Samples.list;
import static dev.anmok.core.pipeline.Samples.processed;
import static dev.anmok.core.pipeline.Samples.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.image.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every [Catalog] tells of what changed in it.
public interface ChangesContract {
  /// An empty catalog.
  Catalog open() throws IOException;

  @Test
  default void eachChangeMakesAnotherState() throws IOException {
    try (var catalog = open()) {
      var states = new ArrayList<>(List.of(catalog.state()));
      for (int i = 1; i <= 3; i++) {
        catalog.record(List.of(processed("/" + i, null, i)));
        states.add(catalog.state());
      }
      assertThat(states).doesNotHaveDuplicates().doesNotContain("");
    }
  }

  @Test
  default void tellsWhatChangedAndWhatWentSinceAGeneration() throws IOException {
    try (var catalog = open()) {
      catalog.record(List.of(processed("/1", null, 1), processed("/2", null, 2)));
      long first = catalog.generation();
      catalog.record(
          List.of(
              rejected("/1", null, Reason.TRUNCATED),
              rejected("/9", null, Reason.EMPTY),
              processed("/3", null, 3)));

      assertThat(changed(catalog, 0)).containsExactlyInAnyOrder("/2", "/3");
      assertThat(changed(catalog, first)).containsExactly("/3");
      assertThat(list(catalog.removedSince(first))).containsExactly("/1");
      assertThat(list(catalog.removedSince(catalog.generation()))).isEmpty();

      long second = catalog.generation();
      catalog.record(List.of(processed("/1", null, 1)));

      assertThat(changed(catalog, second)).containsExactly("/1");
      assertThat(list(catalog.removedSince(first))).isEmpty();
    }
  }

  @Test
  default void thePhotosVersionGrowsWithPhotosAndTheirDetailsOnly() throws IOException {
    try (var catalog = open()) {
      var plain = processed("/1", item("a", "A"), 1);
      catalog.record(List.of(plain));
      long recorded = catalog.photosVersion();
      catalog.record(List.of(plain));
      catalog.place(List.of(plain.source()));

      assertThat(recorded).isPositive();
      assertThat(catalog.photosVersion()).as("again").isEqualTo(recorded);

      long generation = catalog.generation();
      catalog.decide(Stream.of(new StoredDecision("a", "/1", 1, "best", "", 0.1)));

      assertThat(catalog.generation()).isGreaterThan(generation);
      assertThat(catalog.photosVersion()).as("decided").isEqualTo(recorded);

      var detail = new Outcome.Detailed(Samples.photoInDetail(1));
      catalog.record(List.of(new Ingested(plain.source(), 1001, 2001, detail)));
      long detailed = catalog.photosVersion();

      assertThat(detailed).isGreaterThan(recorded);

      catalog.place(List.of(new SourcePhoto("/1", item("b", "B"))));

      assertThat(catalog.photosVersion()).as("moved").isGreaterThan(detailed);
    }
  }

  @Test
  default void anotherRejectionOfTheSameUriRemovesNothingAgain() throws IOException {
    try (var catalog = open()) {
      catalog.record(List.of(processed("/1", null, 1)));
      catalog.record(List.of(rejected("/1", null, Reason.TRUNCATED)));
      long generation = catalog.generation();
      catalog.record(List.of(rejected("/1", null, Reason.MISSING)));

      assertThat(catalog.generation()).isEqualTo(generation);
      assertThat(list(catalog.rejections()).getFirst().reason()).isEqualTo(Reason.MISSING);
    }
  }

  @Test
  default void aNewEmbeddingChangesEveryPlaceOfThePhoto() throws IOException {
    try (var catalog = open()) {
      catalog.record(List.of(processed("/1", null, 1), processed("/2", null, 2)));
      catalog.record(List.of(known("/3", null, 1)));
      long before = catalog.generation();
      catalog.record(List.of(Samples.processed("/1", null, 1, OTHER_SPACE)));

      assertThat(changed(catalog, before)).containsExactlyInAnyOrder("/1", "/3");
    }
  }

  @Test
  default void placingMovesPhotosAndUpdatesItems() throws IOException {
    try (var catalog = open()) {
      catalog.record(
          List.of(processed("/1", item("a", "A"), 1), rejected("/2", null, Reason.EMPTY)));
      long before = catalog.generation();
      catalog.place(
          List.of(
              new SourcePhoto("/1", item("b", "B")),
              new SourcePhoto("/2", item("b", "B")),
              new SourcePhoto("/unknown", item("b", "B"))));

      assertThat(changed(catalog, before)).containsExactly("/1");
      var moved = catalog.item("b", SPACE).orElseThrow();
      assertThat(moved.photos()).extracting(PlacedPhoto::uri).containsExactly("/1");
      assertThat(moved.rejected()).extracting(RejectedPhoto::uri).containsExactly("/2");
      assertThat(catalog.seen("/unknown")).isEmpty();

      long renamed = catalog.generation();
      catalog.place(List.of(new SourcePhoto("/2", item("b", "new title"))));

      assertThat(changed(catalog, renamed)).containsExactly("/1");
      assertThat(catalog.item("b", SPACE).orElseThrow().item().title()).isEqualTo("new title");
    }
  }

  @Test
  default void changedMetadataOfAnItemChangeAllItsPhotos() throws IOException {
    try (var catalog = open()) {
      var old = new Item("a", "A", Map.of("year", "1999"));
      catalog.record(
          List.of(
              processed("/1", old, 1),
              processed("/2", old, 2),
              processed("/3", item("b", "B"), 3)));
      long before = catalog.generation();
      catalog.place(List.of(new SourcePhoto("/1", old)));
      assertThat(catalog.generation()).isEqualTo(before);

      catalog.place(
          List.of(new SourcePhoto("/1", new Item("a", "A", Map.of("year", "2000", "genre", "x")))));

      assertThat(changed(catalog, before)).containsExactlyInAnyOrder("/1", "/2");
    }
  }
}
