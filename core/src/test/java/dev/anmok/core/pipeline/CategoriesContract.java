package dev.anmok.core.pipeline;

import static dev.anmok.core.pipeline.Samples.SPACE;
import static dev.anmok.core.pipeline.Samples.item;
import static dev.anmok.core.pipeline.Samples.known;
import static dev.anmok.core.pipeline.Samples.processed;
import static dev.anmok.core.pipeline.Samples.sha;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.classify.CategoryGuess;
import dev.anmok.core.pipeline.StoredCategory.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the [Categories] of every [Catalog] do.
public interface CategoriesContract {
  /// An empty catalog.
  Catalog open() throws IOException;

  private static StoredCategory stored(Subject subject, CategoryGuess guess, String madeOf) {
    return new StoredCategory(subject, "fashion-1", "space-1", guess, "의류/하의", 0.05, madeOf);
  }

  private static CategoryGuess tops(double confidence) {
    return new CategoryGuess.Sure("의류/상의", confidence);
  }

  /// Photo 1 at /a of item a and at /b of item b, photo 2 at /c of no item.
  private Catalog filled() throws IOException {
    var catalog = open();
    catalog.record(List.of(processed("/b", item("b", "B"), 1), processed("/c", null, 2)));
    catalog.record(List.of(known("/a", item("a", "A"), 1)));
    return catalog;
  }

  private static List<String> changed(Catalog catalog, long since) throws IOException {
    try (var photos = catalog.changedSince(since, SPACE)) {
      return photos.map(PlacedPhoto::uri).sorted().toList();
    }
  }

  @Test
  default void givesBackWhatWasStored() throws IOException {
    try (var catalog = filled()) {
      var categories = catalog.categories();
      var ofItem = stored(new Subject.OfItem("a"), tops(0.95), "x");
      var ofPhoto =
          stored(new Subject.OfPhoto(sha(2)), new CategoryGuess.Unknown("의류/상의", 0.3), "y");

      assertThat(categories.store(List.of(ofItem, ofPhoto))).isEqualTo(2);

      assertThat(categories.of(new Subject.OfItem("a"), "fashion-1", "space-1")).contains(ofItem);
      assertThat(categories.of(new Subject.OfPhoto(sha(2)), "fashion-1", "space-1"))
          .contains(ofPhoto);
      assertThat(categories.of(new Subject.OfItem("a"), "other", "space-1")).isEmpty();
      assertThat(categories.of(new Subject.OfItem("a"), "fashion-1", "other")).isEmpty();
      assertThat(categories.of(new Subject.OfItem("z"), "fashion-1", "space-1")).isEmpty();
      assertThat(categories.ofItems(List.of("a", "b", "z"), "fashion-1", "space-1"))
          .isEqualTo(Map.of("a", ofItem));
    }
  }

  @Test
  default void tellsAnIndexOnlyWhatChanges() throws IOException {
    try (var catalog = filled()) {
      var categories = catalog.categories();
      categories.store(List.of(stored(new Subject.OfItem("b"), tops(0.95), "x")));
      long before = catalog.generation();

      assertThat(categories.store(List.of(stored(new Subject.OfItem("b"), tops(0.95), "x"))))
          .isZero();
      assertThat(categories.store(List.of(stored(new Subject.OfItem("b"), tops(0.97), "y"))))
          .isZero(); // another number, the same category
      assertThat(catalog.generation()).isEqualTo(before);
      assertThat(categories.of(new Subject.OfItem("b"), "fashion-1", "space-1").orElseThrow())
          .extracting(StoredCategory::madeOf)
          .isEqualTo("y");

      var likely = new CategoryGuess.Likely("의류/상의", 0.8);
      assertThat(categories.store(List.of(stored(new Subject.OfItem("b"), likely, "z"))))
          .isEqualTo(1);
      assertThat(changed(catalog, before)).containsExactly("/b");
      categories.store(List.of(stored(new Subject.OfPhoto(sha(1)), likely, "z")));
      assertThat(changed(catalog, before)).containsExactly("/a", "/b");
    }
  }

  @Test
  default void refusesWhatIsNotThere() throws IOException {
    try (var catalog = filled()) {
      var categories = catalog.categories();
      var there = stored(new Subject.OfItem("a"), tops(0.95), "x");

      var nobody = stored(new Subject.OfItem("nobody"), tops(1), "x");
      assertThatThrownBy(() -> categories.store(List.of(there, nobody)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("nobody");
      assertThat(categories.of(there.subject(), there.classifier(), there.space())).isEmpty();
      assertThat(categories.store(List.of(there))).isEqualTo(1);
    }
  }
}
