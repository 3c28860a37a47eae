package dev.anmok.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Field;
import dev.anmok.core.filter.FieldType;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.filter.FilterParser;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.filter.Typed;
import dev.anmok.core.search.SearchRequest.By;
import dev.anmok.core.search.SubQuery.BestOf;
import dev.anmok.core.search.SubQuery.ByVector;
import dev.anmok.core.search.SubQuery.ByWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchEngineTest {
  private static final VectorSpace PLANE = SamplePhotos.space(2);
  private static final Schema KINDS = new Schema(List.of(new Field("category", FieldType.KEYWORD)));
  private static final Filter SHOES = FilterParser.parse(KINDS, "category:shoes");
  private static final Fusion RANKS = new Fusion.ReciprocalRank(60);
  private static final Fusion SCORES = new Fusion.Weighted();

  /// Half a cosine is the mean, and 0.6 the whole way up.
  private static final Spread SPREAD = new Spread(0.5, 0.02);

  private final List<IndexedPhoto> photos = new ArrayList<>();
  private final MemoryIndex index = new MemoryIndex(photos);
  private final SearchEngine engine = new SearchEngine(index, _ -> SPREAD);

  @Test
  void oneSubQueryKeepsItsOwnOrderAndScores() throws IOException {
    photo("near", 0.9, "");
    photo("far", 0.1, "");
    photo("middle", 0.5, "");

    var answer = engine.search(request(By.PHOTO, RANKS, new Page(0, 2), vector("v", 1, 1)));

    assertThat(names(answer)).containsExactly("near", "middle");
    assertThat(answer.more()).isTrue();
    assertThat(answer.hits().getFirst().score()).isCloseTo(0.9, within(1e-6));
    var why = answer.hits().getFirst().why().getFirst();
    assertThat(why.rank()).isEqualTo(1);
    assertThat(why.calibrated()).isCloseTo((0.9 - 0.5) / 0.1, within(1e-5));
  }

  @Test
  void ranksOfWordsAndVectorAddUp() throws IOException {
    photo("both", 0.5, "red fox");
    photo("seen", 0.9, "");
    photo("named", 0.1, "red");

    var parts = new SubQuery[] {vector("v", 1, 1), new ByWords("w", 2, "red fox")};
    var answer = engine.search(request(By.PHOTO, RANKS, new Page(0, 10), parts));

    assertThat(names(answer)).containsExactly("both", "named", "seen");
    assertThat(answer.hits().get(0).score()).isCloseTo(1 / 62.0 + 2 / 61.0, within(1e-9));
    assertThat(answer.hits().get(1).score()).isCloseTo(1 / 63.0 + 2 / 62.0, within(1e-9));
    assertThat(answer.hits().get(2).score()).isCloseTo(1 / 61.0, within(1e-9));
    assertThat(answer.hits().get(0).why().get(1).matches())
        .extracting(TextHit.Match::word)
        .containsExactly("red", "fox");
    assertThat(answer.hits().get(2).why().get(1).rank()).isZero();
  }

  @Test
  void equalScoresShareARank() throws IOException {
    for (var name : List.of("a", "b", "c")) {
      photo(name, 0.5, "red");
    }
    photo("d", 0.4, "red fox");

    var parts = new SubQuery[] {new ByWords("w", 1, "red fox"), vector("v", 1, 1)};
    var answer = engine.search(request(By.PHOTO, RANKS, new Page(0, 10), parts));

    assertThat(names(answer)).containsExactly("a", "b", "c", "d");
    assertThat(answer.hits().get(2).why()).extracting(Share::rank).containsExactly(2, 1);
    assertThat(answer.hits().get(3).why()).extracting(Share::rank).containsExactly(1, 4);
  }

  @Test
  void weightedScoresAddWhatIsComparable() throws IOException {
    photo("both", 0.55, "red fox");
    photo("seen", 0.6, "");

    var parts = new SubQuery[] {vector("v", 1, 1), new ByWords("w", 0.25, "red bear")};
    var answer = engine.search(request(By.PHOTO, SCORES, new Page(0, 10), parts));

    assertThat(names(answer)).containsExactly("seen", "both");
    assertThat(answer.hits().get(0).score()).isCloseTo(1, within(1e-5));
    assertThat(answer.hits().get(1).score()).isCloseTo(0.5 + 0.25 * 0.5, within(1e-5));
  }

  @Test
  void wordsCountByCoverageOfTheBestAndShareOfItsScore() throws IOException {
    photo("two", 0.5, "red fox");
    photo("one", 0.5, "red");

    var parts = new SubQuery[] {vector("v", 1, 1), new ByWords("w", 1, "red fox at night")};
    var answer = engine.search(request(By.PHOTO, SCORES, new Page(0, 10), parts));

    assertThat(names(answer)).containsExactly("two", "one");
    var best = answer.hits().get(0).why().get(1);
    assertThat(best.calibrated()).isCloseTo(0.5, within(1e-9)); // two of four words
    var second = answer.hits().get(1).why().get(1);
    assertThat(second.calibrated()).isCloseTo(0.25, within(1e-9)); // half of its score
    assertThat(second.coverage()).isCloseTo(0.25, within(1e-9));
  }

  @Test
  void whatIsWantedLessSinks() throws IOException {
    photo("east", 0.9, "menu");
    photo("north", 0.89, "");

    var parts = new SubQuery[] {vector("v", 1, 1), new ByWords("less", -0.5, "menu")};
    for (var fusion : List.of(RANKS, SCORES)) {
      var answer = engine.search(request(By.PHOTO, fusion, new Page(0, 10), parts));

      assertThat(names(answer)).containsExactly("north", "east");
      assertThat(answer.hits().get(1).why().get(1).added()).isNegative();
      assertThat(answer.hits().get(0).why().get(1).added()).isZero();
    }
  }

  @Test
  void theHigherReadingWinsByItsOwnSpread() throws IOException {
    photo("east", 1, "");
    photo("north", 0, "");
    var original = new ByVector("original", 1, at(1));
    var translation = new ByVector("translation", 1, at(0));
    var loud = // the translation's cosines are all high: 1 is nothing there
        new SearchEngine(
            new MemoryIndex(photos),
            query -> query.equals(at(0)) ? new Spread(0.9, 0.1) : new Spread(0, 0.1));

    var answer =
        loud.search(
            request(
                By.PHOTO,
                SCORES,
                new Page(0, 10),
                new BestOf("words", 1, List.of(original, translation)),
                new ByWords("w", 1, "nothing")));

    assertThat(names(answer)).containsExactly("east", "north");
    assertThat(answer.hits().get(0).why().getFirst().reading()).isEqualTo("original");
    assertThat(answer.hits().get(0).score()).isCloseTo(10 / 5.0, within(1e-5));
    assertThat(answer.hits().get(1).why().getFirst().reading()).isEqualTo("translation");
    assertThat(answer.hits().get(1).score()).isCloseTo(1 / 5.0, within(1e-5));
  }

  @Test
  void itemsAreListedOnceAndShowThePhotoThatTheVectorFindsBest() throws IOException {
    photo("a/1", "film", 0.2, "red fox");
    photo("a/2", "film", 0.8, "red fox");
    photo("b/1", "other", 0.3, "fox");

    var parts = new SubQuery[] {new ByWords("w", 1, "red fox"), vector("v", 1, 1)};
    var answer = engine.search(request(By.ITEM, RANKS, new Page(0, 10), parts));

    assertThat(answer.hits()).extracting(Found::item).containsExactly("film", "other");
    assertThat(answer.hits().getFirst().best().uri()).isEqualTo("a/2");
    assertThat(answer.hits().getFirst().score()).isCloseTo(2 / 61.0, within(1e-9));
  }

  @Test
  void photosAreReadAsDeepAsEnoughItemsShouldLie() throws IOException {
    for (int i = 0; i < 1_000; i++) {
      photo("photo-%04d".formatted(i), "film-" + i / 5, 0.5, "red");
    }
    var words = new ByWords("w", 1, "red");
    var answer = engine.search(request(By.ITEM, RANKS, new Page(0, 50), words));

    assertThat(answer.hits()).hasSize(50);
    assertThat(index.wordDepths).containsExactly(51, 354); // 11 items; 3/2 * 51 * 51 / 11
  }

  @Test
  void pagesAreWindowsOnOneRanking() throws IOException {
    for (int i = 0; i < 60; i++) {
      photo("photo-%02d".formatted(i), 0.3 + (i * 7 % 60) / 100.0, i % 3 == 0 ? "red" : "");
    }
    var parts = new SubQuery[] {vector("v", 1, 1), new ByWords("w", 1, "red")};
    var whole = engine.search(request(By.PHOTO, RANKS, new Page(0, 60), parts));
    var pieces = new ArrayList<String>();
    for (int from = 0; from < 60; from += 7) {
      pieces.addAll(names(engine.search(request(By.PHOTO, RANKS, new Page(from, 7), parts))));
    }

    assertThat(pieces).isEqualTo(names(whole)).hasSize(60);
  }

  @Test
  void onlyHitsOfThePageAreExplained() throws IOException {
    for (int i = 0; i < 40; i++) {
      photo("p%02d".formatted(i), 0.01 * i, "red");
    }
    var words = new ByWords("w", 1, "red fox");
    for (var fusion : List.of(RANKS, SCORES)) {
      for (var parts : List.of(List.of(words), List.of(vector("v", 1, 1), words))) {
        index.explained = 0;
        var request =
            new SearchRequest(
                List.copyOf(parts),
                fusion,
                By.PHOTO,
                VectorQuery.Scope.ALL,
                Filter.none(),
                new Page(5, 3));
        var answer = engine.search(request);

        assertThat(answer.hits())
            .extracting(hit -> hit.why().getLast().coverage())
            .containsExactly(0.5, 0.5, 0.5);
        assertThat(index.explained).isEqualTo(3 + 1); // the best one is the measure of the others
      }
    }
  }

  @Test
  void theFusionsHaveNames() {
    assertThat(Fusion.parse("weighted")).isEqualTo(SCORES);
    assertThat(Fusion.parse("rrf")).isEqualTo(RANKS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Fusion.parse("RRF"))
        .withMessage("fusion must be weighted or rrf, was RRF");
  }

  @Test
  void aBoostLiftsWhatPassesAndFindsNothingItself() throws IOException {
    photo("hat", 0.58, "");
    photoOf("shoes", "shoe", 0.55);
    photoOf("shoes", "boot", 0.4);

    var boost = new SubQuery.Boost("category", 0.4, SHOES);
    var answer =
        engine.search(request(By.PHOTO, SCORES, new Page(0, 10), vector("v", 1, 1), boost));

    assertThat(names(answer)).containsExactly("shoe", "hat", "boot");
    assertThat(answer.hits().get(0).score()).isCloseTo(0.5 + 0.4, within(1e-5));
    assertThat(answer.hits().get(1).score()).isCloseTo(0.8, within(1e-5));
    assertThat(answer.hits())
        .extracting(hit -> hit.why().get(1).added())
        .containsExactly(0.4, 0.0, 0.4);
    var alone = new SubQuery[] {new ByWords("w", 1, "nothing"), boost};
    assertThat(engine.search(request(By.PHOTO, SCORES, new Page(0, 10), alone)).hits()).isEmpty();
  }

  @Test
  void aTasteMovesAHitByAtMostItsWeight() throws IOException {
    photo("east", 0.9, "");
    photo("middle", 0.85, "");
    photo("west", -0.9, "");

    var taste = new SubQuery.Taste("taste", 0.1, at(0));
    var answer =
        engine.search(request(By.PHOTO, SCORES, new Page(0, 10), vector("v", 0.01, 1), taste));

    // Cosines with the taste are 0.436, 0.527 and 0.436: -0.64, 0.27 and -0.64 calibrated.
    assertThat(names(answer)).containsExactly("middle", "east", "west");
    assertThat(answer.hits().get(0).why().get(1).added()).isCloseTo(0.0268, within(1e-4));
    var far = new SubQuery.Taste("taste", 0.1, at(-1));
    var away = engine.search(request(By.PHOTO, SCORES, new Page(0, 10), vector("v", 1, 1), far));
    assertThat(names(away)).containsExactly("east", "middle", "west");
    assertThat(away.hits())
        .allSatisfy(hit -> assertThat(Math.abs(hit.why().get(1).added())).isLessThanOrEqualTo(0.1));
    assertThat(away.hits().get(2).why().get(1).added()).isEqualTo(0.1);
  }

  @Test
  void whatOnlyMovesHitsCannotStandAlone() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> request(By.PHOTO, SCORES, new Page(0, 1), new SubQuery.Taste("t", 1, at(1))))
        .withMessageContaining("finds something");
  }

  @Test
  void aRequestNeedsSomethingWantedAndDifferentNames() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> request(By.PHOTO, RANKS, new Page(0, 1), vector("v", -1, 1)))
        .withMessageContaining("positive weight");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> request(By.PHOTO, RANKS, new Page(0, 1), vector("v", 1, 1), vector("v", 1, 0)))
        .withMessageContaining("called v");
    assertThatIllegalArgumentException().isThrownBy(() -> vector("v", 0, 1));
  }

  private static SearchRequest request(By by, Fusion fusion, Page page, SubQuery... parts) {
    return new SearchRequest(
        List.of(parts), fusion, by, VectorQuery.Scope.ALL, Filter.none(), page);
  }

  private static List<String> names(Answer answer) {
    return answer.hits().stream().map(hit -> hit.best().uri()).toList();
  }

  private static ByVector vector(String name, double weight, double east) {
    return new ByVector(name, weight, at(east));
  }

  private static Embedding at(double east) {
    return Embedding.normalize(
        PLANE, new float[] {(float) east, (float) Math.sqrt(1 - east * east)});
  }

  private void photo(String uri, double east, String title) {
    photo(uri, "item of " + uri, east, title);
  }

  private void photo(String uri, String item, double east, String title) {
    photos.add(new IndexedPhoto(uri, "00", item, title, false, at(east)));
  }

  private void photoOf(String category, String uri, double east) {
    var metadata = Typed.of(KINDS, Map.of("category", category)).metadata();
    photos.add(
        new IndexedPhoto(uri, "00", "item of " + uri, "", false, at(east), Map.of(), metadata));
  }
}
