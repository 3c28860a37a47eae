package dev.anmok.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.filter.Metadata;
import dev.anmok.core.search.TextHit.Match;
import dev.anmok.core.search.VectorQuery.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every [PhotoIndex] promises about words. An adapter's test implements [#open] and inherits
/// the tests. The words are of no language, so that no synonym or stem comes between.
public interface WordContract {
  List<String> WORDS =
      List.of("zobo", "kivupo", "nurato", "gefimo", "dalizo", "pumevo", "tokaro", "bilufo");

  /// Opens the index that belongs to a folder, or makes it; another folder is another index.
  PhotoIndex open(Path folder, VectorSpace space) throws IOException;

  @Test
  default void hitsAreThePhotosInScopeThatHoldAWordOfTheQuery(@TempDir Path folder)
      throws IOException {
    var photos = photos(200);
    try (var index = filledWith(folder, photos)) {
      for (var scope : Scope.values()) {
        for (var query : List.of(Set.of("zobo"), Set.of("kivupo", "nurato", "tokaro"))) {
          var hits = index.search(query(String.join(" ", query), 200, scope));
          assertThat(hits)
              .extracting(Hit::uri)
              .containsExactlyInAnyOrderElementsOf(
                  photos.stream()
                      .filter(photo -> scope == Scope.ALL || photo.representative())
                      .filter(photo -> words(photo).stream().anyMatch(query::contains))
                      .map(IndexedPhoto::uri)
                      .toList());
        }
      }
    }
  }

  @Test
  default void hitsAreBestFirstAndTheFewerAreTheBestOfTheMore(@TempDir Path folder)
      throws IOException {
    try (var index = filledWith(folder, photos(200))) {
      var all = index.search(query("zobo gefimo pumevo", 200, Scope.ALL));
      assertThat(all)
          .isSortedAccordingTo(
              Comparator.comparingDouble((Hit hit) -> -hit.score()).thenComparing(Hit::uri));
      assertThat(all).allMatch(hit -> hit.score() > 0);
      assertThat(index.search(query("zobo gefimo pumevo", 7, Scope.ALL)))
          .isEqualTo(all.subList(0, 7));
    }
  }

  @Test
  default void photosOfEqualTextsComeInOrderOfUri(@TempDir Path folder) throws IOException {
    var photos = new ArrayList<IndexedPhoto>();
    for (int i = 99; i >= 0; i--) {
      photos.add(photo(i, true, Map.of(TextRole.TITLE, "zobo")));
    }
    try (var index = filledWith(folder, photos)) {
      index.upsert(List.of(photo(3, true, Map.of(TextRole.TITLE, "zobo"))));
      index.commit(2);
      assertThat(index.search(query("zobo", 4, Scope.ALL)))
          .extracting(Hit::uri)
          .containsExactly(
              "photos/000000.jpg", "photos/000001.jpg", "photos/000002.jpg", "photos/000003.jpg");
    }
  }

  @Test
  default void coverageIsOneWhereEveryWordIsFound(@TempDir Path folder) throws IOException {
    var photos =
        List.of(
            photo(1, true, Map.of(TextRole.TITLE, "zobo", TextRole.BODY, "kivupo")),
            photo(2, true, Map.of(TextRole.CAPTION, "zobo")),
            photo(3, true, Map.of(TextRole.CAPTION, "kivupo")));
    try (var index = filledWith(folder, photos)) {
      var hits = explained(index, "zobo kivupo");
      assertThat(hits).hasSize(3);
      assertThat(hits.getFirst().coverage()).isEqualTo(1);
      assertThat(hits.getFirst().matches())
          .containsExactlyInAnyOrder(
              new Match(TextRole.TITLE, "zobo", "zobo"),
              new Match(TextRole.BODY, "kivupo", "kivupo"));
      // Both words are in two photos of three, so each is worth half.
      assertThat(hits.subList(1, 3))
          .allSatisfy(hit -> assertThat(hit.coverage()).isCloseTo(0.5, within(1e-9)));
    }
  }

  @Test
  default void titlesCountMoreThanBodies(@TempDir Path folder) throws IOException {
    var photos =
        List.of(
            photo(1, true, Map.of(TextRole.BODY, "zobo")),
            photo(2, true, Map.of(TextRole.TITLE, "zobo", TextRole.BODY, "kivupo nurato tokaro")),
            photo(3, true, Map.of(TextRole.TAGS, "zobo")));
    try (var index = filledWith(folder, photos)) {
      assertThat(explained(index, "zobo"))
          .extracting(hit -> hit.matches().getFirst().role())
          .containsExactly(TextRole.TITLE, TextRole.TAGS, TextRole.BODY);
    }
  }

  @Test
  default void givenPhotosScoreAsTheyDoAmongAll(@TempDir Path folder) throws IOException {
    var photos = photos(100);
    try (var index = filledWith(folder, photos)) {
      var query = query("zobo kivupo", 1, Scope.REPRESENTATIVES);
      var all = index.search(query("zobo kivupo", 100, Scope.REPRESENTATIVES));
      var some = Set.copyOf(photos.subList(10, 60).stream().map(IndexedPhoto::uri).toList());
      assertThat(index.scoreWords(query, some))
          .isEqualTo(all.stream().filter(hit -> some.contains(hit.uri())).toList());
      assertThat(index.scoreWords(query, List.of("photos/unknown.jpg"))).isEmpty();
      assertThat(index.scoreWords(query, List.of())).isEmpty();
    }
  }

  @Test
  default void newTextsReplaceTheOldAndDeletedOnesAreGone(@TempDir Path folder) throws IOException {
    try (var index = filledWith(folder, List.of(photo(1, true, Map.of(TextRole.TITLE, "zobo"))))) {
      index.upsert(List.of(photo(1, true, Map.of(TextRole.TITLE, "kivupo"))));
      assertThat(index.search(query("kivupo", 9, Scope.ALL))).isEmpty();
      index.commit(2);
      assertThat(index.search(query("zobo", 9, Scope.ALL))).isEmpty();
      assertThat(index.search(query("kivupo", 9, Scope.ALL))).hasSize(1);
      index.delete(List.of("photos/000001.jpg"));
      index.commit(3);
      assertThat(index.search(query("kivupo", 9, Scope.ALL))).isEmpty();
    }
  }

  @Test
  default void queriesWithoutWordsFindNothing(@TempDir Path folder) throws IOException {
    try (var index = filledWith(folder, photos(10))) {
      for (var text : List.of("", "  ", "🙂🎬", "?!", "\"", "\"\"", "*", "* ~2 AND OR NOT", "(")) {
        assertThat(index.search(query(text, 9, Scope.ALL))).as(text).isEmpty();
      }
    }
  }

  @Test
  default void unbalancedQuotesAndOperatorsArePlainText(@TempDir Path folder) throws IOException {
    try (var index = filledWith(folder, photos(50))) {
      var plain = index.search(query("zobo kivupo", 50, Scope.ALL));
      for (var text :
          List.of("zobo \"kivupo", "\"zobo\" \"\" kivupo\"", "zobo* +kivupo~", "(zobo) ^kivupo:")) {
        assertThat(index.search(query(text, 50, Scope.ALL)))
            .as(text)
            .isSubsetOf(plain)
            .isNotEmpty();
      }
      assertThat(index.search(query("zobo \"kivupo", 50, Scope.ALL))).isEqualTo(plain);
    }
  }

  @Test
  default void wordsInQuotesMustFollowEachOther(@TempDir Path folder) throws IOException {
    var photos =
        List.of(
            photo(1, true, Map.of(TextRole.BODY, "gefimo zobo kivupo nurato")),
            photo(2, true, Map.of(TextRole.TITLE, "kivupo zobo")),
            photo(3, true, Map.of(TextRole.TITLE, "zobo", TextRole.ALIAS, "kivupo")));
    try (var index = filledWith(folder, photos)) {
      assertThat(index.search(query("\"zobo kivupo\"", 9, Scope.ALL)))
          .extracting(Hit::uri)
          .containsExactly("photos/000001.jpg");
      assertThat(index.search(query("\"zobo kivupo\" \"kivupo zobo\"", 9, Scope.ALL))).isEmpty();
    }
  }

  @Test
  default void longQueriesAreBounded(@TempDir Path folder) throws IOException {
    try (var index = filledWith(folder, photos(50))) {
      var long2000 = "zobo kivupo nurato ".repeat(200).substring(0, TextQuery.MAX_LENGTH);
      assertThat(index.search(query(long2000, 50, Scope.ALL))).isNotEmpty();
      assertThat(index.search(query("z".repeat(TextQuery.MAX_LENGTH), 50, Scope.ALL))).isEmpty();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> query("zobo ".repeat(2_000), 50, Scope.ALL))
          .withMessage("a query may have at most 2000 characters, had 10000");
    }
  }

  @Test
  default void anEmptyIndexFindsNothing(@TempDir Path folder) throws IOException {
    try (var index = open(folder, SamplePhotos.SPACE)) {
      assertThat(index.search(query("zobo", 9, Scope.ALL))).isEmpty();
    }
  }

  @Test
  default void photosThatAreGoneOrHoldNoWordAreNoErrorToExplain(@TempDir Path folder)
      throws IOException {
    var photos =
        List.of(
            photo(1, true, Map.of(TextRole.TITLE, "zobo")),
            photo(2, true, Map.of(TextRole.TITLE, "zobo")),
            photo(3, true, Map.of(TextRole.TITLE, "kivupo")));
    try (var index = filledWith(folder, photos)) {
      var hits = new ArrayList<>(index.search(query("zobo", 9, Scope.ALL)));
      hits.addAll(index.search(query("kivupo", 9, Scope.ALL)));
      index.delete(List.of("photos/000001.jpg"));
      index.commit(2);
      var explained = index.explain("zobo", hits);
      assertThat(explained).extracting(TextHit::hit).isEqualTo(hits.subList(1, 3));
      assertThat(explained).extracting(TextHit::coverage).containsExactly(1.0, 0.0);
      assertThat(explained.getLast().matches()).isEmpty();
    }
  }

  private static List<TextHit> explained(PhotoIndex index, String text) throws IOException {
    return index.explain(text, index.search(query(text, 9, Scope.ALL)));
  }

  private static TextQuery query(String text, int k, Scope scope) {
    return new TextQuery(text, k, scope, Filter.none());
  }

  private PhotoIndex filledWith(Path folder, List<IndexedPhoto> photos) throws IOException {
    var index = open(folder, SamplePhotos.SPACE);
    index.upsert(photos);
    index.commit(1);
    return index;
  }

  /// Photos with one to four words in random roles; every third is a representative.
  private static List<IndexedPhoto> photos(int count) {
    var random = new Random(7);
    var photos = new ArrayList<IndexedPhoto>();
    for (int i = 0; i < count; i++) {
      var title = WORDS.get(random.nextInt(WORDS.size()));
      var body = title;
      for (int n = random.nextInt(3); n > 0; n--) {
        body += " " + WORDS.get(random.nextInt(WORDS.size()));
      }
      var texts =
          Map.of(random.nextBoolean() ? TextRole.TITLE : TextRole.TAGS, title, TextRole.BODY, body);
      photos.add(photo(i, i % 3 == 0, texts));
    }
    return photos;
  }

  private static Set<String> words(IndexedPhoto photo) {
    return new HashSet<>(List.of(String.join(" ", photo.texts().values()).split(" ")));
  }

  private static IndexedPhoto photo(
      int number, boolean representative, Map<TextRole, String> texts) {
    return new IndexedPhoto(
        "photos/%06d.jpg".formatted(number),
        "%064x".formatted(number),
        "item-" + number,
        "",
        representative,
        new SamplePhotos(SamplePhotos.SPACE, number).vector(),
        texts,
        Metadata.NONE);
  }
}
