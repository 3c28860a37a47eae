package dev.anmok.core.pipeline;

import static dev.anmok.core.pipeline.Samples.decision;
import static dev.anmok.core.pipeline.Samples.item;
import static dev.anmok.core.pipeline.Samples.processed;
import static dev.anmok.core.pipeline.Samples.rejected;
import static dev.anmok.core.pipeline.Samples.sha;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.curate.HandChoice;
import dev.anmok.core.image.Reason;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the [Choices] and the [ItemList] of every [Catalog] do.
public interface ChoicesContract {
  Instant NOON = Instant.parse("2026-03-01T12:00:00.123456Z");

  /// An empty catalog.
  Catalog open() throws IOException;

  private Catalog filled() throws IOException {
    var catalog = open();
    catalog.record(
        List.of(
            processed("/a/1", item("a", "Alpha"), 1),
            processed("/a/2", item("a", "Alpha"), 2),
            processed("/b/3", item("b", "베타 카페"), 3),
            processed("/c/4", item("c", "Gamma"), 4),
            rejected("/c/5", item("c", "Gamma"), Reason.CORRUPT)));
    catalog.decide(
        Stream.of(
            decision("a", "", 1, "kept", 0),
            decision("a", "/a/1", 2, "representative", 0),
            decision("a", "/a/2", 1, "representative", 0),
            new StoredDecision("b", "", 0, "too_few_images", "it came with 1", 0)));
    return catalog;
  }

  private static HandChoice choice(
      String item, long version, List<String> pinned, List<String> banned) {
    return new HandChoice(item, pinned, banned, "검수자 1", NOON, version);
  }

  @Test
  default void aChoiceIsGivenBackInItsOrderAndReplacesTheOneBefore() throws IOException {
    try (var catalog = filled()) {
      var choices = catalog.choices();
      var first = choice("a", 1, List.of(sha(2), sha(1)), List.of(sha(9), sha(3)));
      var second = choice("a", 2, List.of(), List.of(sha(1)));

      assertThat(choices.of("a")).isEmpty();
      assertThat(choices.store(first)).isTrue();
      assertThat(choices.of("a")).contains(first);
      assertThat(choices.of("b")).isEmpty();
      assertThat(choices.store(second)).isTrue();
      assertThat(choices.of("a")).contains(second);
      assertThatThrownBy(() -> choices.store(choice("nobody", 1, List.of(), List.of())))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  default void whoDidNotSeeTheLastVersionStoresNothing() throws IOException {
    try (var catalog = filled()) {
      var choices = catalog.choices();
      var first = choice("a", 1, List.of(sha(2)), List.of());
      assertThat(choices.store(first)).isTrue();

      assertThat(choices.store(choice("a", 1, List.of(sha(1)), List.of()))).isFalse();
      assertThat(choices.store(choice("a", 3, List.of(sha(1)), List.of()))).isFalse();
      assertThat(choices.store(choice("b", 2, List.of(sha(3)), List.of()))).isFalse();
      assertThat(choices.of("a")).contains(first);
      assertThat(choices.of("b")).isEmpty();
    }
  }

  @Test
  default void choicesOutliveCurationAndPhotosThatComeAgain() throws IOException {
    try (var catalog = filled()) {
      var choice = choice("a", 1, List.of(sha(2)), List.of());
      catalog.choices().store(choice);
      long before = catalog.generation();
      catalog.decide(Stream.of(decision("a", "", 1, "kept", 0)));
      catalog.record(List.of(processed("/a/2", item("a", "Alpha"), 7)));

      assertThat(catalog.choices().of("a")).contains(choice);
      assertThat(catalog.generation()).isEqualTo(before + 2);
    }
  }

  @Test
  default void oneItemIsDecidedAnewAndTheOthersStay() throws IOException {
    try (var catalog = filled()) {
      long before = catalog.generation();
      catalog.decide(
          "a",
          List.of(
              decision("a", "", 1, "kept", 0),
              decision("a", "/a/1", 1, "pinned_by_hand", 0),
              decision("a", "/a/2", 0, "banned_by_hand", 0)));

      try (var representatives = catalog.representatives();
          var changed = catalog.changedSince(before, Samples.SPACE);
          var decisions = catalog.decisions()) {
        assertThat(representatives).containsExactly("/a/1");
        assertThat(changed.map(PlacedPhoto::uri)).as("an index follows it").containsExactly("/a/2");
        assertThat(decisions.map(StoredDecision::item)).containsExactly("a", "a", "a", "b");
      }
      assertThatThrownBy(() -> catalog.decide("a", List.of(decision("b", "", 1, "kept", 0))))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> catalog.decide("nobody", List.of()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  default void itemsAreListedByWhatWasDecided() throws IOException {
    try (var catalog = filled()) {
      catalog.choices().store(choice("c", 1, List.of(), List.of(sha(4))));
      catalog.choices().store(choice("a", 1, List.of(), List.of(sha(4))));
      catalog.choices().store(choice("a", 2, List.of(), List.of()));

      assertThat(listed(catalog, ItemList.State.ANY, "")).containsExactly("a", "b", "c");
      assertThat(listed(catalog, ItemList.State.KEPT, "")).containsExactly("a");
      assertThat(listed(catalog, ItemList.State.DROPPED, "")).containsExactly("b");
      assertThat(listed(catalog, ItemList.State.UNDECIDED, "")).containsExactly("c");
      assertThat(listed(catalog, ItemList.State.BY_HAND, ""))
          .as("a's was taken back")
          .containsExactly("c");
      assertThat(listed(catalog, ItemList.State.ANY, "카페")).containsExactly("b");
      assertThat(listed(catalog, ItemList.State.ANY, "MM")).containsExactly("c");
      assertThat(listed(catalog, ItemList.State.KEPT, "MM")).isEmpty();
      assertThat(listed(catalog, ItemList.State.ANY, "%")).isEmpty();

      var wanted = new ItemList.Wanted(ItemList.State.ANY, "");
      var page = catalog.itemList().page(wanted, 1, 1);
      assertThat(page).extracting(each -> each.item().id()).containsExactly("b");
      assertThat(catalog.itemList().reasons()).isEqualTo(Map.of("kept", 1L, "too_few_images", 1L));
    }
  }

  private static List<String> listed(Catalog catalog, ItemList.State state, String text)
      throws IOException {
    var wanted = new ItemList.Wanted(state, text);
    var page = catalog.itemList().page(wanted, 0, 10);
    assertThat(catalog.itemList().count(wanted)).isEqualTo(page.size());
    return page.stream().map(each -> each.item().id()).toList();
  }

  @Test
  default void aListedItemHasItsReasonAndItsPhotos() throws IOException {
    try (var catalog = filled()) {
      catalog.choices().store(choice("a", 1, List.of(sha(2)), List.of()));
      var list = catalog.itemList();

      assertThat(list.find("a"))
          .contains(
              new ItemList.Listed(
                  item("a", "Alpha"), "kept", "", true, 2, List.of(sha(2), sha(1)), true));
      assertThat(list.find("b"))
          .contains(
              new ItemList.Listed(
                  item("b", "베타 카페"),
                  "too_few_images",
                  "it came with 1",
                  false,
                  1,
                  List.of(),
                  false));
      assertThat(list.find("c"))
          .contains(new ItemList.Listed(item("c", "Gamma"), "", "", false, 1, List.of(), false));
      assertThat(list.find("nobody")).isEmpty();
    }
  }
}
