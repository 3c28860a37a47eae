package dev.anmok.core.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Field;
import dev.anmok.core.filter.FieldType;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.filter.FilterParser;
import dev.anmok.core.filter.Metadata;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.filter.Typed;
import dev.anmok.core.filter.Value;
import dev.anmok.core.search.VectorQuery.Mode;
import dev.anmok.core.search.VectorQuery.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every [PhotoIndex] promises of filters and facets.
public interface FilteredIndexContract {
  Schema FILMS =
      new Schema(
          List.of(
              new Field("genre", FieldType.LIST),
              new Field("국가", FieldType.KEYWORD),
              new Field("year", FieldType.INTEGER),
              new Field("rating", FieldType.DECIMAL),
              new Field("released", FieldType.DATE),
              new Field("adult", FieldType.BOOLEAN)));

  List<String> FILTERS =
      List.of(
          "",
          "genre:horror",
          "genre:HORROR,comedy",
          "-genre:drama",
          "genre:horror genre:comedy",
          "국가:한국",
          "year:1990",
          "year>=2000",
          "year>1990 year<1995",
          "year:..1985,2010..2012",
          "rating>7.5",
          "rating<=2.25",
          "rating:5",
          "released:1999",
          "released:1995-03..1996-02",
          "released<1985",
          "adult:true",
          "has:rating",
          "-has:genre",
          "(genre:horror OR rating>9) -year:1990..1999 국가:한국,미국",
          "-(genre:horror OR year<2000)",
          "NOT (NOT adult:no) has:released",
          "genre:nobody",
          "year>9223372036854775807",
          "year:-9223372036854775808..9223372036854775807");

  /// Opens the index that belongs to a folder, or makes it.
  PhotoIndex open(Path folder, VectorSpace space, Schema schema) throws IOException;

  @Test
  default void filteredSearchesAgreeWithBruteForce(@TempDir Path folder) throws IOException {
    var sample = new SamplePhotos(SamplePhotos.SPACE, 21);
    var photos = films(sample, 600);
    try (var index = filled(folder, photos)) {
      for (var text : FILTERS) {
        var filter = FilterParser.parse(FILMS, text);
        var vector = sample.vector();
        for (var scope : Scope.values()) {
          for (var mode : List.of(Mode.EXACT, Mode.AUTO)) {
            var query = new VectorQuery(vector, 20, scope, filter, mode);
            assertThat(index.search(query))
                .as(text)
                .extracting(Hit::uri)
                .isEqualTo(BruteForce.search(photos, query).stream().map(Hit::uri).toList());
          }
          assertThat(index.count(scope, filter)).as(text).isEqualTo(count(photos, scope, filter));
        }
      }
    }
  }

  @Test
  default void anApproximateSearchFindsOnlyWhatPasses(@TempDir Path folder) throws IOException {
    var sample = new SamplePhotos(SamplePhotos.SPACE, 22);
    var photos = films(sample, 600);
    try (var index = filled(folder, photos)) {
      for (var text : FILTERS) {
        var filter = FilterParser.parse(FILMS, text);
        var query = new VectorQuery(sample.vector(), 20, Scope.ALL, filter, Mode.APPROXIMATE);
        var right = BruteForce.search(photos, query);
        assertThat(index.search(query)).as(text).hasSameSizeAs(right);
        assertThat(
                BruteForce.ranked(
                    photos, query.vector(), Scope.ALL, photo -> filter.matches(photo.metadata())))
            .as(text)
            .extracting(Hit::uri)
            .containsAll(index.search(query).stream().map(Hit::uri).toList());
      }
    }
  }

  @Test
  default void whichOfSomePhotosPassAgreesWithBruteForce(@TempDir Path folder) throws IOException {
    var photos = films(new SamplePhotos(SamplePhotos.SPACE, 26), 600);
    try (var index = filled(folder, photos)) {
      var some = photos.subList(100, 200);
      var asked = new ArrayList<>(some.stream().map(IndexedPhoto::uri).toList());
      asked.add("photos/unknown.jpg");
      for (var text : FILTERS) {
        var filter = FilterParser.parse(FILMS, text);
        assertThat(index.passing(filter, asked))
            .as(text)
            .containsExactlyInAnyOrderElementsOf(
                some.stream()
                    .filter(photo -> filter.matches(photo.metadata()))
                    .map(IndexedPhoto::uri)
                    .toList());
      }
    }
  }

  @Test
  default void facetsAgreeWithBruteForce(@TempDir Path folder) throws IOException {
    var photos = films(new SamplePhotos(SamplePhotos.SPACE, 23), 600);
    try (var index = filled(folder, photos)) {
      for (var text : FILTERS) {
        for (var scope : Scope.values()) {
          for (int limit : List.of(2, 1_000)) {
            var query =
                new FacetQuery(FILMS.fields(), FilterParser.parse(FILMS, text), scope, limit);
            assertThat(index.facets(query)).as(text).isEqualTo(BruteForceFacets.of(photos, query));
          }
        }
      }
    }
  }

  @Test
  default void changedMetadataReplacesWhatWasThere(@TempDir Path folder) throws IOException {
    var sample = new SamplePhotos(SamplePhotos.SPACE, 24);
    var photos = films(sample, 60);
    try (var index = filled(folder, photos)) {
      var horror = FilterParser.parse(FILMS, "genre:horror");
      assertThat(index.count(Scope.ALL, horror)).isPositive();
      index.upsert(photos.stream().map(photo -> with(photo, Map.of("genre", "Western"))).toList());
      index.commit(2);
      assertThat(index.count(Scope.ALL, horror)).isZero();
      assertThat(index.count(Scope.ALL, FilterParser.parse(FILMS, "genre:western"))).isEqualTo(60);
      index.delete(photos.subList(0, 50).stream().map(IndexedPhoto::uri).toList());
      index.commit(3);
      assertThat(index.count(Scope.ALL, FilterParser.parse(FILMS, "genre:western"))).isEqualTo(10);
    }
  }

  @Test
  default void aValueThatIsTooLongIsRefusedByItsPhotoAndField(@TempDir Path folder)
      throws IOException {
    var photo = films(new SamplePhotos(SamplePhotos.SPACE, 27), 2).getLast();
    try (var index = filled(folder, List.of(photo))) {
      var tooLong = with(photo, word("A".repeat(16_383)));
      index.upsert(List.of(with(photo, word("A".repeat(16_382))))); // twice, and a mark between
      assertThatIllegalArgumentException()
          .isThrownBy(() -> index.upsert(List.of(tooLong)))
          .withMessageContaining(photo.uri())
          .withMessageContaining("국가")
          .withMessageContaining("32766 bytes");
      index.commit(2);
      assertThat(index.count(Scope.ALL, FilterParser.parse(FILMS, "has:국가"))).isEqualTo(1);
    }
  }

  @Test
  default void aFieldThatTheIndexDoesNotHaveIsRefused(@TempDir Path folder) throws IOException {
    var sample = new SamplePhotos(SamplePhotos.SPACE, 25);
    var other = new Field("genre", FieldType.KEYWORD);
    var filter = new Filter.Present(other);
    try (var index = filled(folder, films(sample, 5))) {
      assertThat(index.schema()).isEqualTo(FILMS);
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> index.search(new VectorQuery(sample.vector(), 1, Scope.ALL, filter, Mode.AUTO)))
          .withMessageContaining("genre");
      assertThatIllegalArgumentException().isThrownBy(() -> index.count(Scope.ALL, filter));
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> index.facets(new FacetQuery(List.of(other), Filter.none(), Scope.ALL, 1)));
    }
  }

  private PhotoIndex filled(Path folder, List<IndexedPhoto> photos) throws IOException {
    var index = open(folder, SamplePhotos.SPACE, FILMS);
    for (int from = 0; from < photos.size(); from += 100) { // several parts
      index.upsert(photos.subList(from, Math.min(photos.size(), from + 100)));
      index.commit(1);
    }
    return index;
  }

  private static long count(List<IndexedPhoto> photos, Scope scope, Filter filter) {
    return photos.stream()
        .filter(photo -> scope == Scope.ALL || photo.representative())
        .filter(photo -> filter.matches(photo.metadata()))
        .count();
  }

  /// Photos of films, up to five to a film in no order, every seventh of none.
  private static List<IndexedPhoto> films(SamplePhotos sample, int count) {
    var random = new Random(count);
    var facts = new HashMap<Integer, Map<String, String>>();
    var photos = new ArrayList<IndexedPhoto>();
    for (int i = 0; i < count; i++) {
      int film = i * 37 % Math.max(1, count / 3);
      boolean none = i % 7 == 0;
      var photo = SamplePhotos.photo(i, none ? "" : "film-" + film, i % 3 == 0, sample.vector());
      photos.add(
          with(photo, none ? facts(random) : facts.computeIfAbsent(film, _ -> facts(random))));
    }
    return photos;
  }

  private static Metadata word(String text) {
    return new Metadata(Map.of("국가", List.of(new Value.Word(text))));
  }

  private static IndexedPhoto with(IndexedPhoto photo, Map<String, String> facts) {
    return with(photo, facts.isEmpty() ? Metadata.NONE : Typed.of(FILMS, facts).metadata());
  }

  private static IndexedPhoto with(IndexedPhoto photo, Metadata metadata) {
    return new IndexedPhoto(
        photo.uri(),
        photo.sha256(),
        photo.item(),
        photo.title(),
        photo.representative(),
        photo.embedding(),
        photo.texts(),
        metadata);
  }

  private static Map<String, String> facts(Random random) {
    var facts = new HashMap<String, String>();
    var genres = new ArrayList<String>();
    for (var genre : List.of("Horror", "horror", "Comedy", "drama", "Sci-Fi, Fantasy", "다큐")) {
      if (random.nextInt(4) == 0) {
        genres.add(genre);
      }
    }
    facts.put("genre", String.join("|", genres) + "|");
    put(facts, random, "국가", List.of("한국", "미국", "일본").get(random.nextInt(3)));
    put(facts, random, "year", Integer.toString(1980 + random.nextInt(40)));
    put(facts, random, "rating", Double.toString(random.nextInt(41) / 4.0));
    put(
        facts,
        random,
        "released",
        "%d-%02d-%02d"
            .formatted(1980 + random.nextInt(40), 1 + random.nextInt(12), 1 + random.nextInt(28)));
    put(facts, random, "adult", Boolean.toString(random.nextBoolean()));
    return facts;
  }

  private static void put(Map<String, String> facts, Random random, String name, String value) {
    if (random.nextInt(5) > 0) {
      facts.put(name, value);
    }
  }
}
