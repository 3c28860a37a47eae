package dev.anmok.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.anmok.core.filter.Field;
import dev.anmok.core.filter.FieldType;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.filter.Metadata;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.filter.Value;
import dev.anmok.core.search.BruteForce;
import dev.anmok.core.search.FacetQuery;
import dev.anmok.core.search.Hit;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.SamplePhotos;
import dev.anmok.core.search.TextQuery;
import dev.anmok.core.search.TextRole;
import dev.anmok.core.search.VectorQuery;
import dev.anmok.core.search.VectorQuery.Mode;
import dev.anmok.core.search.VectorQuery.Scope;
import dev.anmok.words.Dictionaries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What a cluster has beside an index on disk: shards, quantised graphs, writers that die.
@ExtendWith(SharedNode.class)
class OpenSearchSearchTest {
  private static final Field DIRECTOR = new Field("director", FieldType.KEYWORD);
  private static final Schema FILMS = new Schema(List.of(DIRECTOR));

  private final Cluster cluster;
  private final SamplePhotos sample = new SamplePhotos(SamplePhotos.SPACE, 5);

  OpenSearchSearchTest(Cluster cluster) {
    this.cluster = cluster;
  }

  @Test
  void severalShardsAnswerAsOne() throws IOException {
    var photos = new ArrayList<IndexedPhoto>();
    for (int i = 0; i < 150; i++) {
      var title = (i % 3 == 0 ? "Neon city " : "네온 도시 ") + (i % 7 == 0 ? "Cyberpunk" : "고양이");
      photos.add(film(i, "film-" + i / 4, title, "Director " + i / 4 % 9));
    }
    try (var one = filled(IndexChoice.of("one-shard").spread(1, 0), photos);
        var three = filled(IndexChoice.of("three-shards").spread(3, 0), photos)) {
      var near = new VectorQuery(sample.vector(), 20, Scope.ALL, Mode.EXACT);
      assertThat(three.search(near)).isEqualTo(one.search(near));
      for (var text : List.of("neon cyberpunk", "cyberpnuk", "네온", "cat", "\"neon city\"")) {
        var words = new TextQuery(text, 150, Scope.REPRESENTATIVES, Filter.none());
        var hits = one.search(words);
        assertThat(hits).as(text).isNotEmpty();
        assertThat(three.search(words)).as(text).isEqualTo(hits);
        assertThat(three.explain(text, hits)).isEqualTo(one.explain(text, hits));
      }
      var facets = new FacetQuery(FILMS.fields(), Filter.none(), Scope.ALL, 3);
      assertThat(three.facets(facets)).isEqualTo(one.facets(facets));
    }
  }

  @Test
  void hitsOfAQuantisedGraphAreScoredByTheirOwnVectors() throws IOException {
    var photos = sample.photos(300);
    var choice = IndexChoice.of("bytes").spread(1, 0).with(VectorMethod.DEFAULT.quantized(true));
    try (var index = OpenSearchIndex.open(cluster, choice, SamplePhotos.SPACE, Schema.EMPTY)) {
      index.upsert(photos);
      index.commit(1);
      var query = new VectorQuery(sample.vector(), 10, Scope.ALL, Mode.APPROXIMATE);
      var right = BruteForce.search(photos, query);
      var hits = index.search(query);
      assertThat(hits).extracting(Hit::uri).startsWith(right.getFirst().uri());
      assertThat(hits.getFirst().score()).isCloseTo(right.getFirst().score(), within(2e-6f));
    }
  }

  @Test
  void manyValuesAreCountedExactly() throws IOException {
    var photos = new ArrayList<IndexedPhoto>();
    for (int i = 0; i < 2_600; i++) {
      photos.add(film(i, "film-" + i / 2, "", "Director " + (i / 2) % 1_290 % 2_100));
    }
    for (int i = 0; i < 2_100; i++) {
      photos.add(film(10_000 + i, "short-" + i, "", "Maker %04d".formatted(i)));
    }
    try (var index = filled(IndexChoice.of("many-values").spread(1, 0), photos)) {
      var facet =
          index.facets(new FacetQuery(FILMS.fields(), Filter.none(), Scope.ALL, 12)).getFirst();
      // 1,300 films of 1,290 directors: ten have two films; 2,100 makers have one each.
      assertThat(facet.counts().subList(0, 10)).allMatch(count -> count.items() == 2);
      assertThat(facet.counts().subList(10, 12)).allMatch(count -> count.items() == 1);
      assertThat(facet.others()).isEqualTo(1_300 + 2_100 - 20 - 2);
    }
  }

  @Test
  void itemsThatAWriterLeftWithoutACommitAreCountedByTheNext() throws IOException {
    var choice = IndexChoice.of("left").spread(1, 0);
    filled(choice, List.of(film(1, "a", "", "A"), film(2, "a", "", "A"))).close();
    try (var index = OpenSearchIndex.open(cluster, choice, SamplePhotos.SPACE, FILMS)) {
      index.upsert(List.of(film(1, "b", "", "B"), film(2, "b", "", "B")));
      index.commit(2);
      index.upsert(List.of(film(1, "c", "", "C"), film(2, "c", "", "C")));
      cluster.send("POST", "/left-000001/_flush"); // the writer dies, and the node starts again
      cluster.send("POST", "/left-000001/_refresh");
    }
    try (var index = OpenSearchIndex.open(cluster, choice, SamplePhotos.SPACE, FILMS)) {
      index.upsert(List.of(film(1, "c", "", "C"), film(2, "c", "", "C")));
      index.commit(3);
      var facet =
          index.facets(new FacetQuery(FILMS.fields(), Filter.none(), Scope.ALL, 9)).getFirst();
      assertThat(facet.counts())
          .extracting(count -> count.value() + " " + count.items())
          .containsExactly(new Value.Word("C") + " 1");
    }
  }

  @Test
  void ownWordListsAreUsed(@TempDir Path folder) throws IOException {
    var nouns = Files.writeString(folder.resolve("nouns.txt"), "뷁쉙\n뷁쉙집 뷁쉙 집\n");
    var synonyms = Files.writeString(folder.resolve("synonyms.txt"), "뷁쉙, odd snack\n");
    var lists = new Dictionaries(List.of(nouns), List.of(synonyms));
    var choice = IndexChoice.of("word-lists").spread(1, 0);
    try (var index =
        OpenSearchIndex.open(cluster, choice, SamplePhotos.SPACE, Schema.EMPTY, lists)) {
      index.upsert(
          List.of(
              photo(1, Map.of(TextRole.TITLE, "뷁쉙집에서")),
              photo(2, Map.of(TextRole.TITLE, "An odd snack")),
              photo(3, Map.of(TextRole.TITLE, "집"))));
      index.commit(1);
      assertThat(index.search(new TextQuery("뷁쉙", 10, Scope.ALL, Filter.none())))
          .extracting(Hit::uri)
          .containsExactly("photos/000001.jpg", "photos/000002.jpg");
    }
  }

  @Test
  void otherProgramsFindTextsByNoriAndEnglish() throws IOException {
    var texts = Map.of(TextRole.TITLE, "네온사인이 많은 거리", TextRole.BODY, "Two girls are dancing");
    var choice = IndexChoice.of("plain-texts").spread(1, 0);
    try (var index = OpenSearchIndex.open(cluster, choice, SamplePhotos.SPACE, Schema.EMPTY)) {
      index.upsert(List.of(photo(1, texts)));
      index.commit(1);
      for (var asked : Map.of("text.title", "네온", "text.body.en", "dances girl").entrySet()) {
        var request = Json.object();
        request.putObject("query").putObject("match").put(asked.getKey(), asked.getValue());
        var found = cluster.send("POST", "/plain-texts/_search", request);
        assertThat(found.path("hits").path("hits").size()).as(asked.getKey()).isEqualTo(1);
      }
    }
  }

  private OpenSearchIndex filled(IndexChoice choice, List<IndexedPhoto> photos) throws IOException {
    var index = OpenSearchIndex.open(cluster, choice, SamplePhotos.SPACE, FILMS);
    index.upsert(photos);
    index.commit(1);
    return index;
  }

  private IndexedPhoto film(int number, String item, String title, String director) {
    return new IndexedPhoto(
        "photos/%06d.jpg".formatted(number),
        "ab",
        item,
        title,
        number % 2 == 0,
        sample.vector(),
        title.isEmpty() ? Map.of() : Map.of(TextRole.TITLE, title),
        new Metadata(Map.of("director", List.of(new Value.Word(director)))));
  }

  private IndexedPhoto photo(int number, Map<TextRole, String> texts) {
    return new IndexedPhoto(
        "photos/%06d.jpg".formatted(number),
        "ab",
        "",
        "",
        true,
        sample.vector(),
        texts,
        Metadata.NONE);
  }
}
