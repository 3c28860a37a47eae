package dev.anmok.core.pipeline;

import static dev.anmok.core.pipeline.Samples.OTHER_SPACE;
import static dev.anmok.core.pipeline.Samples.SPACE;
import static dev.anmok.core.pipeline.Samples.detailed;
import static dev.anmok.core.pipeline.Samples.item;
import static dev.anmok.core.pipeline.Samples.known;
import static dev.anmok.core.pipeline.Samples.list;
import static dev.anmok.core.pipeline.Samples.processed;
import static dev.anmok.core.pipeline.Samples.rejected;
import static dev.anmok.core.pipeline.Samples.sha;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.image.Reason;
import dev.anmok.core.quality.BlurMeasure;
import dev.anmok.core.quality.BlurMeasures;
import dev.anmok.core.quality.Detail;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What every [Catalog] does. An adapter's test implements it and says how one is opened.
public interface CatalogContract {
  /// What a job without details asks for.
  Set<Stage> STAGES = Set.of(Stage.DECODE, Stage.MEASURE, Stage.EMBED);

  /// An empty catalog.
  Catalog open() throws IOException;

  @Test
  default void givesBackAPhotoAsItWasRecorded() throws IOException {
    try (var catalog = open()) {
      var ingested = processed("/a/1.jpg", item("a", "A"), 1);
      catalog.record(List.of(ingested));

      assertThat(list(catalog.photos(SPACE))).containsExactly(Samples.placed("/a/1.jpg", "a", 1));
      assertThat(catalog.seen("/a/1.jpg")).contains(new Seen(1001, 2001, null, sha(1)));
      assertThat(catalog.seen("/a/2.jpg")).isEmpty();
      assertThat(catalog.spaces()).containsExactly(SPACE);
    }
  }

  @Test
  default void keepsItemsWithTheirMetadataInOrder() throws IOException {
    var metadata = new LinkedHashMap<String, String>();
    metadata.put("지역", "구로2동");
    metadata.put("b", "");
    metadata.put("a", "3");
    var cafe = new Item("cafe", "아늑한 카페", metadata);
    try (var catalog = open()) {
      catalog.record(List.of(processed("/1", cafe, 1)));

      assertThat(list(catalog.allItems())).containsExactly(cafe);
      assertThat(list(catalog.allItems()).getFirst().metadata().keySet())
          .containsExactly("지역", "b", "a");
    }
  }

  @Test
  default void writingABatchAgainChangesNothing() throws IOException {
    try (var catalog = open()) {
      var batch =
          List.of(
              processed("/a/1", item("a", "A"), 1),
              known("/b/1", item("b", "B"), 1),
              rejected("/a/2", item("a", "A"), Reason.CORRUPT));
      catalog.record(batch.subList(0, 1));
      catalog.record(batch);
      long generation = catalog.generation();
      var state = catalog.state();
      var photos = list(catalog.photos(SPACE));
      catalog.record(batch);
      catalog.place(batch.stream().map(Ingested::source).toList());

      assertThat(catalog.generation()).isEqualTo(generation);
      assertThat(catalog.state()).isEqualTo(state);
      assertThat(list(catalog.photos(SPACE))).isEqualTo(photos);
      assertThat(list(catalog.rejections())).hasSize(1);
    }
  }

  @Test
  default void aPhotoIsCompleteInTheSpaceOfItsEmbeddingOnly() throws IOException {
    try (var catalog = open()) {
      catalog.record(List.of(processed("/1", null, 1)));

      assertThat(catalog.complete(sha(1), SPACE, STAGES)).isTrue();
      assertThat(catalog.complete(sha(1), OTHER_SPACE, STAGES)).isFalse();
      assertThat(catalog.complete(sha(2), SPACE, STAGES)).isFalse();
    }
  }

  @Test
  default void keepsWhenAPhotoWasTakenAndItsDetail() throws IOException {
    try (var catalog = open()) {
      var ingested = detailed("/1", null, 1);
      catalog.record(List.of(ingested, processed("/2", null, 2)));
      var photos = list(catalog.photos(SPACE));

      assertThat(photos.getFirst().photo()).isEqualTo(Samples.photoInDetail(1));
      assertThat(photos.getFirst().photo().detail()).isPresent();
      assertThat(photos.getFirst().photo().facts().taken()).isPresent();
      assertThat(photos.get(1).photo()).isEqualTo(Samples.photo(2));
      assertThat(catalog.complete(sha(1), SPACE, Set.of(Stage.values()))).isTrue();
      assertThat(catalog.complete(sha(2), SPACE, Set.of(Stage.values()))).isFalse();
      assertThat(catalog.complete(sha(2), SPACE, STAGES)).isTrue();
      assertThat(catalog.counts().detailed()).isEqualTo(1);
    }
  }

  @Test
  default void detailsComeLaterAndStay() throws IOException {
    try (var catalog = open()) {
      var plain = processed("/1", item("a", "A"), 1);
      catalog.record(List.of(plain));
      long generation = catalog.generation();
      var outcome = new Outcome.Detailed(Samples.photoInDetail(1));
      catalog.record(List.of(new Ingested(plain.source(), 1001, 2001, outcome)));
      var placed = Samples.placed("/1", "a", 1);
      var detailed = new PlacedPhoto("/1", "a", Samples.photoInDetail(1), placed.embedding());

      assertThat(list(catalog.photos(SPACE))).containsExactly(detailed);
      assertThat(catalog.complete(sha(1), SPACE, Set.of(Stage.values()))).isTrue();
      assertThat(catalog.generation()).as("an index need not follow").isEqualTo(generation);

      catalog.record(List.of(plain));
      assertThat(list(catalog.photos(SPACE))).containsExactly(detailed);
    }
  }

  @Test
  default void detailsWithoutTheNetworksMeasureAreNotCompleteForAJobThatWantsIt()
      throws IOException {
    try (var catalog = open()) {
      var whole = Samples.photoInDetail(1);
      var detail = whole.detail().orElseThrow();
      var measured = new EnumMap<BlurMeasure, Double>(BlurMeasure.class);
      for (var measure : BlurMeasure.values()) {
        if (measure != BlurMeasure.BDNET) {
          measured.put(measure, detail.blur().value(measure));
        }
      }
      var lacking =
          new Photo(
              whole.sha256(),
              whole.bytes(),
              whole.facts(),
              whole.measures(),
              new Detail(detail.pixels(), 1, 2, 0, 0, 0, BlurMeasures.of(measured)));
      var source = new SourcePhoto("/1", null);
      var embedding = Samples.embedding(1, SPACE);
      catalog.record(
          List.of(new Ingested(source, 1, 2, new Outcome.Processed(lacking, embedding))));

      assertThat(catalog.complete(sha(1), SPACE, Stages.WITHOUT_NET)).isTrue();
      assertThat(catalog.complete(sha(1), SPACE, Set.of(Stage.values()))).isFalse();

      catalog.record(List.of(new Ingested(source, 1, 2, new Outcome.Detailed(whole))));
      assertThat(catalog.complete(sha(1), SPACE, Set.of(Stage.values()))).isTrue();
      assertThat(list(catalog.photos(SPACE)).getFirst().photo()).isEqualTo(whole);
    }
  }

  @Test
  default void refusesDetailsOfAPhotoThatItDoesNotKnow() throws IOException {
    try (var catalog = open()) {
      var source = new SourcePhoto("/1", null);
      var outcome = new Outcome.Detailed(Samples.photoInDetail(1));

      assertThatThrownBy(() -> catalog.record(List.of(new Ingested(source, 1, 2, outcome))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(sha(1));
    }
  }

  @Test
  default void findsAPhotoByItsPlaceAndByItsBytes() throws IOException {
    try (var catalog = open()) {
      catalog.record(
          List.of(processed("/b/1", item("b", "B"), 1), processed("/a/2", item("a", "A"), 2)));
      catalog.record(
          List.of(known("/a/1", item("a", "A"), 1), rejected("/a/9", null, Reason.EMPTY)));

      assertThat(catalog.places(sha(1), SPACE))
          .containsExactly(Samples.placed("/a/1", "a", 1), Samples.placed("/b/1", "b", 1));
      assertThat(catalog.places(sha(3), SPACE)).isEmpty();
      assertThat(catalog.places(sha(1), OTHER_SPACE)).isEmpty();
      assertThat(catalog.placed("/a/2", SPACE)).contains(Samples.placed("/a/2", "a", 2));
      assertThat(catalog.placed("/a/9", SPACE)).isEmpty();
      assertThat(catalog.placed("/a/2", OTHER_SPACE)).isEmpty();
    }
  }

  @Test
  default void theSameBytesLieAtSeveralPlacesOfSeveralItems() throws IOException {
    try (var catalog = open()) {
      catalog.record(List.of(processed("/b/1", item("b", "B"), 1)));
      catalog.record(List.of(known("/a/1", item("a", "A"), 1), known("/1", null, 1)));

      assertThat(list(catalog.photos(SPACE)))
          .containsExactly(
              Samples.placed("/1", "", 1),
              Samples.placed("/a/1", "a", 1),
              Samples.placed("/b/1", "b", 1));
      assertThat(catalog.counts().photos()).isEqualTo(1);
      assertThat(catalog.counts().accepted()).isEqualTo(3);
    }
  }

  @Test
  default void refusesAKnownPhotoThatItDoesNotKnow() throws IOException {
    try (var catalog = open()) {
      var batch = List.of(processed("/1", null, 1), known("/2", null, 2));

      assertThatThrownBy(() -> catalog.record(batch))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(sha(2));
      assertThat(catalog.seen("/1")).as("the batch is there whole or not at all").isEmpty();
      assertThat(catalog.complete(sha(1), SPACE, STAGES)).isFalse();
    }
  }

  @Test
  default void replacesTheEntryOfAUriWhoseBytesChanged() throws IOException {
    try (var catalog = open()) {
      catalog.record(List.of(processed("/1", item("a", "A"), 1)));
      catalog.record(List.of(processed("/1", item("a", "A"), 2)));

      assertThat(list(catalog.photos(SPACE))).containsExactly(Samples.placed("/1", "a", 2));
      assertThat(catalog.seen("/1")).contains(new Seen(1002, 2002, null, sha(2)));
    }
  }

  @Test
  default void readsItemByItemInOrderOfCodePointsWithPhotosAndRejections() throws IOException {
    try (var catalog = open()) {
      catalog.record(
          List.of(
              processed("/x/2", item("\uD83D\uDE00", "emoji"), 1),
              processed("/x/1", item("\uFF21", "wide A"), 2),
              processed("/b/2", item("b", "B"), 3),
              processed("/b/1", item("b", "B"), 4),
              rejected("/b/3", item("b", "B"), Reason.TRUNCATED),
              rejected("/c/1", item("c", "C"), Reason.EMPTY),
              processed("/none", null, 5)));
      var items = list(catalog.items(SPACE));

      assertThat(items)
          .extracting(photos -> photos.item().id())
          .containsExactly("b", "c", "\uFF21", "\uD83D\uDE00");
      assertThat(items.getFirst().photos())
          .containsExactly(Samples.placed("/b/1", "b", 4), Samples.placed("/b/2", "b", 3));
      assertThat(items.getFirst().rejected())
          .containsExactly(new RejectedPhoto("/b/3", "b", Reason.TRUNCATED, "detail of /b/3"));
      assertThat(items.get(1).photos()).isEmpty();
      assertThat(catalog.item("b", SPACE)).contains(items.getFirst());
      assertThat(catalog.item("d", SPACE)).isEmpty();
    }
  }

  @Test
  default void showsOnlyPhotosThatHaveAnEmbeddingInTheSpace() throws IOException {
    try (var catalog = open()) {
      catalog.record(List.of(processed("/1", item("a", "A"), 1)));
      catalog.record(List.of(Samples.processed("/2", item("a", "A"), 2, OTHER_SPACE)));

      assertThat(list(catalog.photos(SPACE))).extracting(PlacedPhoto::uri).containsExactly("/1");
      assertThat(list(catalog.items(OTHER_SPACE)).getFirst().photos())
          .extracting(PlacedPhoto::uri)
          .containsExactly("/2");
      assertThat(catalog.counts().embeddings())
          .isEqualTo(Map.of(SPACE.id(), 1L, OTHER_SPACE.id(), 1L));
    }
  }

  @Test
  default void countsWhatItHolds() throws IOException {
    try (var catalog = open()) {
      catalog.record(
          List.of(
              processed("/1", item("a", "A"), 1),
              rejected("/2", item("a", "A"), Reason.CORRUPT),
              rejected("/3", item("b", "B"), Reason.CORRUPT),
              rejected("/4", null, Reason.EMPTY)));
      var counts = catalog.counts();

      assertThat(counts.items()).isEqualTo(2);
      assertThat(counts.accepted()).isEqualTo(1);
      assertThat(counts.rejected()).isEqualTo(Map.of(Reason.CORRUPT, 2L, Reason.EMPTY, 1L));
      assertThat(counts.sizeBytes()).isNotNegative();
    }
  }

  @Test
  default void rejectionsRememberDigestLengthAndTime() throws IOException {
    try (var catalog = open()) {
      var outcome = new Outcome.Rejected(sha(7), Reason.NOT_AN_IMAGE, "text");
      catalog.record(
          List.of(
              new Ingested(new SourcePhoto("/1", null), 5, 6, outcome),
              rejected("/2", null, Reason.MISSING)));

      assertThat(catalog.seen("/1")).contains(new Seen(5, 6, Reason.NOT_AN_IMAGE, sha(7)));
      assertThat(catalog.seen("/2")).contains(new Seen(-1, -1, Reason.MISSING, null));
      assertThat(catalog.rejection("/1"))
          .contains(new RejectedPhoto("/1", "", Reason.NOT_AN_IMAGE, "text"));
      assertThat(catalog.rejection("/3")).isEmpty();
    }
  }

  @Test
  default void keepsSettings() throws IOException {
    try (var catalog = open()) {
      assertThat(catalog.setting("profile")).isEmpty();
      catalog.set("profile", "cafe");
      catalog.set("profile", "album");
      assertThat(catalog.setting("profile")).contains("album");
    }
  }
}
