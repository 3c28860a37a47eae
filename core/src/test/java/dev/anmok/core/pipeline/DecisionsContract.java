package dev.anmok.core.pipeline;

import static dev.anmok.core.pipeline.Samples.SPACE;
import static dev.anmok.core.pipeline.Samples.changed;
import static dev.anmok.core.pipeline.Samples.decision;
import static dev.anmok.core.pipeline.Samples.item;
import static dev.anmok.core.pipeline.Samples.list;
import static dev.anmok.core.pipeline.Samples.processed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What every [Catalog] does with decisions.
public interface DecisionsContract {
  /// An empty catalog.
  Catalog open() throws IOException;

  @Test
  default void findsItemsAndRepresentativesByTheirNames() throws IOException {
    try (var catalog = open()) {
      var a = new Item("a", "A", Map.of("year", "1999"));
      var b = item("b", "B");
      catalog.record(List.of(processed("/1", a, 1), processed("/2", a, 2), processed("/3", b, 3)));
      catalog.decide(
          Stream.of(
              decision("a", "/1", 1, "representative", 1),
              decision("a", "/2", 0, "below_threshold", 0)));

      assertThat(catalog.itemsOf(Set.of("a", "nobody"))).containsExactly(a);
      assertThat(catalog.itemsOf(Set.of("a", "b"))).containsExactlyInAnyOrder(a, b);
      assertThat(catalog.itemsOf(Set.of())).isEmpty();
      assertThat(catalog.representativesAmong(Set.of("/1", "/2", "/9"))).containsExactly("/1");
    }
  }

  @Test
  default void keepsDecisionsInOrder() throws IOException {
    try (var catalog = open()) {
      catalog.record(
          List.of(
              processed("/a/1", item("a", "A"), 1),
              processed("/a/2", item("a", "A"), 2),
              processed("/a/3", item("a", "A"), 3),
              processed("/b/1", item("b", "B"), 4)));
      var first = decision("b", "", 0, "too_few_images", Double.NaN);
      var second = decision("a", "/a/2", 1, "representative", 0.5);
      var third = decision("a", "/a/1", 2, "representative", 0.25);
      var fourth = decision("a", "", 1, "kept", 0.75);
      var fifth = decision("a", "/a/3", 0, "below_threshold", -0.5);
      catalog.decide(Stream.of(first, second, third, fourth, fifth));

      assertThat(list(catalog.decisions())).containsExactly(fourth, fifth, second, third, first);
      assertThat(list(catalog.representatives())).containsExactly("/a/1", "/a/2");
    }
  }

  @Test
  default void decidingChangesOnlyWhatBecameOrCeasedToBeARepresentative() throws IOException {
    try (var catalog = open()) {
      var a = item("a", "A");
      catalog.record(List.of(processed("/1", a, 1), processed("/2", a, 2), processed("/3", a, 3)));
      catalog.decide(
          Stream.of(
              decision("a", "/1", 1, "representative", 1),
              decision("a", "/2", 2, "representative", 1),
              decision("a", "/3", 0, "below_threshold", 0)));
      long before = catalog.generation();
      catalog.decide(
          Stream.of(
              decision("a", "/1", 2, "representative", 1),
              decision("a", "/3", 1, "representative", 1)));

      assertThat(changed(catalog, before)).containsExactlyInAnyOrder("/2", "/3");
      assertThat(list(catalog.decisions())).hasSize(2);

      long after = catalog.generation();
      catalog.decide(
          Stream.of(
              decision("a", "/1", 1, "representative", 1),
              decision("a", "/3", 2, "representative", 1)));
      assertThat(catalog.generation()).isEqualTo(after);
    }
  }

  @Test
  default void aFailedDecisionLeavesTheOldOnes() throws IOException {
    try (var catalog = open()) {
      catalog.record(List.of(processed("/1", item("a", "A"), 1)));
      var kept = decision("a", "/1", 1, "representative", 1);
      catalog.decide(Stream.of(kept));

      assertThatThrownBy(() -> catalog.decide(Stream.of(decision("a", "/9", 1, "r", 1))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("/9");
      assertThatThrownBy(() -> catalog.decide(Stream.of(decision("z", "/1", 1, "r", 1))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("z");
      assertThatThrownBy(() -> catalog.decide(Stream.of(kept, kept)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(list(catalog.decisions())).containsExactly(kept);
    }
  }

  @Test
  default void decisionsMayBeMadeWhileTheItemsAreRead() throws IOException {
    try (var catalog = open()) {
      catalog.record(
          List.of(processed("/1", item("a", "A"), 1), processed("/2", item("b", "B"), 2)));
      try (var items = catalog.items(SPACE)) {
        catalog.decide(
            items.map(photos -> decision(photos.item().id(), "", 1, "kept", Double.NaN)));
      }

      assertThat(list(catalog.decisions()))
          .extracting(StoredDecision::item)
          .containsExactly("a", "b");
    }
  }
}
