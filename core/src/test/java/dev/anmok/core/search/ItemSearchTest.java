package dev.anmok.core.search;

import static java.util.Comparator.comparingDouble;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.search.VectorQuery.Scope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemSearchTest {
  private static final VectorSpace PLANE = SamplePhotos.space(2);

  private final List<IndexedPhoto> photos = new ArrayList<>();
  private final MemoryIndex index = new MemoryIndex(photos);
  private final ItemSearch items = new ItemSearch(index);

  @Test
  void anItemScoresTheMeanOfItsBestPhotoAndItsBestThree() throws IOException {
    add("a", 1.0, 0.8, 0.6, 0.1);
    add("b", 0.9);

    var hits = items.search(east(), 5, Scope.ALL, Filter.none());

    assertThat(hits).extracting(ItemHit::item).containsExactly("a", "b");
    assertThat(hits.get(0).score()).isCloseTo((1.0f + 0.8f) / 2, within(1e-6f));
    assertThat(hits.get(0).top()).extracting(Hit::score).hasSize(3);
    assertThat(hits.get(0).best().score()).isCloseTo(1, within(1e-6f));
    assertThat(hits.get(1).score()).isCloseTo(0.9f, within(1e-6f));
    assertThat(hits.get(1).title()).isEqualTo("Title of b");
  }

  @Test
  void fewerThanThreePhotosGiveTheMeanOfThose() throws IOException {
    add("a", 1.0, 0.5);

    assertThat(items.search(east(), 1, Scope.ALL, Filter.none()).getFirst().score())
        .isCloseTo((1.0f + 0.75f) / 2, within(1e-6f));
  }

  @Test
  void photosOfNoItemAreNoAnswer() throws IOException {
    add("a", 1.0);
    add("", 0.9);
    add("b", 0.8);

    assertThat(items.search(east(), 5, Scope.ALL, Filter.none()))
        .extracting(ItemHit::item)
        .containsExactly("a", "b");
  }

  @Test
  void equalItemsComeInOrderOfId() throws IOException {
    add("b", 0.5);
    add("a", 0.5);

    assertThat(items.search(east(), 5, Scope.ALL, Filter.none()))
        .extracting(ItemHit::item)
        .containsExactly("a", "b");
  }

  @Test
  void oneItemWithManyPhotosDoesNotHideTheOthers() throws IOException {
    for (int i = 0; i < 900; i++) {
      add("crowd", 0.99);
    }
    add("a", 0.5);
    add("b", 0.4);

    assertThat(items.search(east(), 3, Scope.ALL, Filter.none()))
        .extracting(ItemHit::item)
        .containsExactly("crowd", "a", "b");
  }

  @Test
  void readsOnWhileAnUnseenItemCouldStillScoreMore() throws IOException {
    // Each of 200 items shows one photo at 0.9 and two at -0.9: its score is (0.9 - 0.3) / 2 = 0.3.
    // The best item by score, at 0.8, is behind all of their best photos.
    for (int i = 0; i < 200; i++) {
      add("shallow-%03d".formatted(i), 0.9, -0.9, -0.9);
    }
    add("steady", 0.8, 0.8, 0.8);

    assertThat(items.search(east(), 1, Scope.ALL, Filter.none()))
        .extracting(ItemHit::item)
        .containsExactly("steady");
  }

  @Test
  void stopsReadingOnceNoUnseenItemCanScoreMore() throws IOException {
    for (int i = 0; i < 5_000; i++) {
      add("item-%04d".formatted(i), 1 - i * 1e-4);
    }
    items.search(east(), 10, Scope.ALL, Filter.none());

    assertThat(index.deepest).isEqualTo(100);
  }

  @Test
  void itemsThatCannotWinAnyMoreAreNotScored() throws IOException {
    for (int i = 0; i < 150; i++) {
      add("crowd", 0.9);
    }
    for (int i = 0; i < 200; i++) {
      add("item-%03d".formatted(i), 0.5);
    }
    add("above", 0.9);

    assertThat(items.search(east(), 1, Scope.ALL, Filter.none()))
        .extracting(ItemHit::item)
        .containsExactly("above"); // as good as the crowd, and first by its id
    assertThat(index.scoredItems).containsExactlyInAnyOrder("crowd", "above");
  }

  @Test
  void theRankingOfManyRandomItemsIsExact() throws IOException {
    var sample = new SamplePhotos(PLANE, 5);
    photos.addAll(sample.photos(3_000));
    for (int q = 0; q < 10; q++) {
      var query = sample.vector();
      for (var scope : Scope.values()) {
        var expected =
            BruteForce.ranked(photos, query, scope, _ -> true).stream()
                .collect(groupingBy(Hit::item))
                .values()
                .stream()
                .map(ItemHit::of)
                .sorted(comparingDouble(ItemHit::score).reversed().thenComparing(ItemHit::item))
                .limit(10)
                .toList();
        assertThat(items.search(query, 10, scope, Filter.none())).isEqualTo(expected);
      }
    }
  }

  @Test
  void theNumberOfItemsIsChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> items.search(east(), 0, Scope.ALL, Filter.none()))
        .withMessageContaining("k must be");
  }

  private void add(String item, double... cosines) {
    for (double cosine : cosines) {
      photos.add(SamplePhotos.photo(photos.size(), item, true, angle(cosine)));
    }
  }

  private static Embedding east() {
    return angle(1);
  }

  private static Embedding angle(double cosine) {
    var values = new float[] {(float) cosine, (float) Math.sqrt(1 - cosine * cosine)};
    return Embedding.normalize(PLANE, values);
  }
}
