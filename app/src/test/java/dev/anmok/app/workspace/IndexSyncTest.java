package dev.anmok.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.profile.Mode;
import dev.anmok.app.profile.SearchChoice;
import dev.anmok.app.profile.SearchChoice.SearchField;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Field;
import dev.anmok.core.filter.FieldType;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.pipeline.Ingested;
import dev.anmok.core.pipeline.Item;
import dev.anmok.core.pipeline.Outcome;
import dev.anmok.core.pipeline.Photo;
import dev.anmok.core.pipeline.SourcePhoto;
import dev.anmok.core.pipeline.StoredDecision;
import dev.anmok.core.quality.Measures;
import dev.anmok.core.search.TextRole;
import dev.anmok.core.search.VectorQuery.Scope;
import dev.anmok.lucene.IndexLimits;
import dev.anmok.lucene.LuceneIndex;
import dev.anmok.sqlite.SqliteCatalog;
import dev.anmok.words.Dictionaries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexSyncTest {
  private static final VectorSpace SPACE = new VectorSpace("test", "none", "none", "none", 2);
  private static final SearchChoice CHOICE =
      new SearchChoice(
          Scope.ALL,
          Mode.VECTOR,
          Map.of("plot", TextRole.BODY, "genres", TextRole.TAGS),
          List.of(
              new SearchField(new Field("genre", FieldType.LIST), "genres", Map.of("ko", "장르")),
              new SearchField(new Field("year", FieldType.INTEGER), "year", Map.of())),
          List.of(),
          Dictionaries.SHIPPED);

  @TempDir private Path folder;
  private SqliteCatalog catalog;
  private LuceneIndex index;

  @BeforeEach
  void open() throws IOException {
    catalog = SqliteCatalog.open(folder.resolve("catalog.sqlite"));
    index = LuceneIndex.open(folder.resolve("index"), SPACE, CHOICE.schema(), IndexLimits.DEFAULT);
  }

  @AfterEach
  void close() throws IOException {
    index.close();
    catalog.close();
  }

  @Test
  void metadataOfItemsCanBeFilteredBy() throws IOException {
    catalog.record(
        List.of(
            photo(1, film("a", Map.of("genres", "Horror|Drama", "year", "1999"))),
            photo(2, film("a", Map.of("genres", "Horror|Drama", "year", "1999"))),
            photo(3, film("b", Map.of("genres", "[\"Comedy\"]", "year", "2005"))),
            photo(4, null)));

    assertThat(sync().lines()).isEmpty();
    assertThat(count("genre:horror")).isEqualTo(2);
    assertThat(count("장르:comedy year>2000")).isEqualTo(1);
    assertThat(count("-has:year")).isEqualTo(1);
  }

  @Test
  void changedMetadataReachTheIndex() throws IOException {
    catalog.record(List.of(photo(1, film("a", Map.of("year", "1999")))));
    sync();
    catalog.place(List.of(source(1, film("a", Map.of("year", "2000")))));
    sync();

    assertThat(count("year:1999")).isZero();
    assertThat(count("year:2000")).isEqualTo(1);
  }

  @Test
  void whatFitsNoFieldIsToldOnceForEachItemAndLosesNoPhoto() throws IOException {
    var batch = new ArrayList<Ingested>();
    for (int i = 0; i < 2_500; i++) { // several batches
      batch.add(photo(i, film("x" + i % 3, Map.of("year", i % 3 == 0 ? "MCMXCIX" : "soon"))));
    }
    catalog.record(batch);

    assertThat(sync().lines())
        .containsExactly(
            "3 values of 'year' are left out, not being a whole number: the first is 'MCMXCIX' of"
                + " item x0");
    assertThat(index.size()).isEqualTo(2_500);
  }

  @Test
  void representativesAreKnownInEveryBatch() throws IOException {
    var batch = new ArrayList<Ingested>();
    for (int i = 0; i < 2_100; i++) {
      batch.add(photo(i, film("a", Map.of())));
    }
    catalog.record(batch);
    catalog.decide(
        Stream.of(
            new StoredDecision("a", source(5, null).uri(), 1, "representative", "", 1),
            new StoredDecision("a", source(2_050, null).uri(), 2, "representative", "", 1)));
    sync();

    assertThat(index.count(Scope.REPRESENTATIVES, CHOICE.filter(""))).isEqualTo(2);
  }

  @Test
  void columnsBecomeTextsByTheirRoles() {
    var item =
        new Item("a", "A film", Map.of("genres", "[\"Drama\",\"SF\"]", "plot", "x", "other", "y"));
    assertThat(ItemFacts.of(item, CHOICE).texts())
        .isEqualTo(
            Map.of(TextRole.TITLE, "A film", TextRole.TAGS, "Drama, SF", TextRole.BODY, "x"));
  }

  private Misfits sync() throws IOException {
    var sync = new IndexSync(catalog, index, CHOICE, Optional.empty());
    sync.run(written -> {});
    return sync.misfits();
  }

  private long count(String filter) throws IOException {
    return index.count(Scope.ALL, CHOICE.filter(filter));
  }

  private static Item film(String id, Map<String, String> metadata) {
    return new Item(id, "Film " + id, metadata);
  }

  private static SourcePhoto source(int number, @Nullable Item item) {
    return new SourcePhoto("/photos/%05d.jpg".formatted(number), item);
  }

  private static Ingested photo(int number, @Nullable Item item) {
    var photo =
        new Photo(
            "%064x".formatted(number),
            1,
            new ImageFacts("jpeg", 640, 480),
            new Measures(number, 128, 40, 50));
    var vector = Embedding.normalize(SPACE, new float[] {1, number});
    return new Ingested(source(number, item), 1, 1, new Outcome.Processed(photo, vector));
  }
}
