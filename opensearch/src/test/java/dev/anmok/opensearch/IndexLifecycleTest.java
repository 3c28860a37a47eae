package dev.anmok.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Field;
import dev.anmok.core.filter.FieldType;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.search.IndexDamagedException;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.SamplePhotos;
import dev.anmok.core.search.VectorQuery;
import dev.anmok.core.search.VectorQuery.Scope;
import dev.anmok.opensearch.VectorMethod.Engine;
import dev.anmok.words.Dictionaries;
import dev.anmok.words.Vocabulary;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// How indexes are made, checked, written and replaced, on a real node.
@ExtendWith(SharedNode.class)
class IndexLifecycleTest {
  private static final VectorSpace SPACE = SamplePhotos.SPACE;

  private final Cluster cluster;
  private final List<IndexedPhoto> photos = new SamplePhotos(SPACE, 1).photos(60);

  IndexLifecycleTest(Cluster cluster) {
    this.cluster = cluster;
  }

  @Test
  void whatIsCommittedIsThereWhenItIsOpenedAgain() throws IOException {
    var choice = choice("again");
    try (var index = open(choice)) {
      assertThat(index.generation()).isEqualTo(-1);
      index.upsert(photos);
      index.delete(List.of(photos.getFirst().uri(), "photos/unknown.jpg"));
      assertThat(index.size()).isZero();
      index.commit(7);
    }
    try (var index = OpenSearchIndex.openReadOnly(cluster, choice, SPACE, Schema.EMPTY)) {
      assertThat(index.size()).isEqualTo(59);
      assertThat(index.generation()).isEqualTo(7);
      assertThatIllegalStateException().isThrownBy(() -> index.upsert(photos));
    }
    try (var index = open(choice)) {
      index.upsert(photos.subList(0, 1));
      index.commit(8);
      assertThat(index.size()).isEqualTo(60);
    }
  }

  @Test
  void aMissingIndexIsNotSearched() {
    assertThatThrownBy(() ->
            OpenSearchIndex.openReadOnly(cluster, choice("missing"), SPACE, Schema.EMPTY).close())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("index missing: there is none");
  }

  @Test
  void anIndexOfAnotherSpaceOrSchemaIsRefusedAndLeftAsItIs() throws IOException {
    var choice = choice("strict");
    fill(choice, 3);
    var other = new VectorSpace("sample", "00ff", "bicubic", "none", 24);
    assertThatThrownBy(() -> OpenSearchIndex.open(cluster, choice, other, Schema.EMPTY).close())
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(IndexDamagedException.class)
        .hasMessageContaining(cluster.name())
        .hasMessageContaining(SPACE.id())
        .hasMessageContaining(other.id());
    var schema = new Schema(List.of(new Field("year", FieldType.INTEGER)));
    assertThatThrownBy(() -> OpenSearchIndex.open(cluster, choice, SPACE, schema).close())
        .isInstanceOf(IndexDamagedException.class)
        .hasMessageContaining("year:integer")
        .hasMessageContaining("rebuild it from the catalog");
    try (var index = open(choice)) {
      assertThat(index.size()).isEqualTo(60);
      assertThat(index.generation()).isEqualTo(3);
    }
  }

  @Test
  void anIndexOfAnotherProgramIsLeftAlone() throws IOException {
    var request = Json.object();
    request.putObject("aliases").putObject("strange");
    cluster.sendOnce("PUT", "/strange-things", request);
    assertThatThrownBy(() -> open(choice("strange")).close())
        .hasMessageContaining("strange-things")
        .hasMessageContaining("another program's");
  }

  @Test
  void aRebuiltIndexTakesThePlaceOfTheOldOneWhenItIsPublished() throws IOException {
    var choice = choice("rebuilt");
    fill(choice, 1);
    try (var reader = OpenSearchIndex.openReadOnly(cluster, choice, SPACE, Schema.EMPTY)) {
      try (var rebuild = Rebuild.begin(cluster, choice, SPACE, Schema.EMPTY)) {
        assertThatIllegalStateException().isThrownBy(rebuild::publish);
        rebuild.index().upsert(photos.subList(0, 20));
        rebuild.index().commit(2);
        assertThat(rebuild.index().size()).isEqualTo(20);
        assertThat(reader.size()).isEqualTo(60);
        rebuild.publish();
      }
      assertThat(reader.size()).isEqualTo(20);
      assertThat(reader.generation()).isEqualTo(2);
    }
    assertThat(names(choice)).containsExactly("rebuilt-000002");
  }

  @Test
  void severalProcessesFillARebuild() throws IOException {
    var choice = choice("together");
    var vocabulary = Vocabulary.read(Dictionaries.SHIPPED);
    try (var rebuild = Rebuild.begin(cluster, choice, SPACE, Schema.EMPTY)) {
      var ticket = rebuild.ticket();
      try (var one = DraftWriter.join(cluster, choice, SPACE, Schema.EMPTY, vocabulary, ticket);
          var two = DraftWriter.join(cluster, choice, SPACE, Schema.EMPTY, vocabulary, ticket)) {
        one.upsert(99, titled("the last row"));
        one.flush();
        two.upsert(3, titled("a row before"));
        for (int row = 10; row < 50; row++) {
          two.upsert(row, photos.get(row));
        }
        two.flush();
        for (int row = 10; row < 50; row++) { // the same part by another executor
          one.upsert(row, photos.get(row));
        }
        one.flush();
      }
      rebuild.index().recountItems();
      rebuild.index().commit(4);
      rebuild.publish();
      assertThat(rebuild.index().size()).isEqualTo(41);
      var hits =
          rebuild
              .index()
              .search(
                  new VectorQuery(
                      photos.getFirst().embedding(), 1, Scope.ALL, VectorQuery.Mode.EXACT));
      assertThat(hits.getFirst().title()).isEqualTo("the last row");
      try (var later = open(choice)) {
        assertThat(later.generation()).isEqualTo(4);
      }
      assertThatThrownBy(() ->
              DraftWriter.join(cluster, choice, SPACE, Schema.EMPTY, vocabulary, ticket).close())
          .hasMessageContaining("another process has opened it for writing since");
    }
  }

  private IndexedPhoto titled(String title) {
    var first = photos.getFirst();
    return new IndexedPhoto(
        first.uri(), first.sha256(), first.item(), title, false, first.embedding());
  }

  @Test
  void aRebuildThatIsGivenUpLeavesNothing() throws IOException {
    var choice = choice("given-up");
    fill(choice, 1);
    try (var rebuild = Rebuild.begin(cluster, choice, SPACE, Schema.EMPTY)) {
      rebuild.index().upsert(photos.subList(0, 20));
    }
    assertThat(names(choice)).containsExactly("given-up-000001");
    try (var index = open(choice)) {
      assertThat(index.size()).isEqualTo(60);
    }
  }

  @Test
  void aRebuildThatIsServedAlthoughNoAnswerSaidSoStays() throws IOException {
    var choice = choice("unanswered");
    fill(choice, 1);
    try (var rebuild = Rebuild.begin(cluster, choice, SPACE, Schema.EMPTY)) {
      rebuild.index().upsert(photos.subList(0, 20));
      rebuild.index().commit(2);
      indexes(choice).serve("unanswered-000002"); // as by a request whose answer is lost
    }
    try (var index = open(choice)) {
      assertThat(index.size()).isEqualTo(20);
    }
  }

  @Test
  void aRebuildThatDiedIsClearedAwayByTheNext() throws IOException {
    var choice = choice("died");
    fill(choice, 1);
    indexes(choice).createDraft(); // and its process is killed
    try (var rebuild = Rebuild.begin(cluster, choice, SPACE, Schema.EMPTY)) {
      rebuild.index().commit(5);
      rebuild.publish();
    }
    assertThat(names(choice)).containsExactly("died-000003");
  }

  @Test
  void anIndexThatIsDeletedMeanwhileIsNotMadeByWriting() throws IOException {
    var choice = choice("deleted");
    try (var index = open(choice)) {
      OpenSearchIndex.erase(cluster, choice);
      assertThatThrownBy(() -> index.upsert(photos))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("deleted-000001");
    }
    assertThat(names(choice)).isEmpty();
  }

  @Test
  void theLaterOfTwoWritersWins() throws IOException {
    var choice = choice("two");
    try (var early = open(choice);
        var late = open(choice)) {
      late.upsert(photos);
      late.commit(2);
      early.upsert(photos.subList(5, 6));
      assertThatThrownBy(() -> early.commit(1))
          .hasMessageContaining(photos.get(5).uri())
          .hasMessageContaining("only one may write");
      assertThat(late.generation()).isEqualTo(2);
    }
  }

  @Test
  void openingsAtTheSameTimeHaveNumbersOfTheirOwn() throws Exception {
    var choice = choice("crowded");
    open(choice).close();
    var openings = new Openings(cluster, "crowded-000001");
    assertThat(openings.last()).isEqualTo(1);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      var taken = new ArrayList<Future<Long>>();
      for (int i = 0; i < 8; i++) {
        taken.add(pool.submit(() -> openings.next(5)));
      }
      var numbers = new TreeSet<Long>();
      for (var one : taken) {
        numbers.add(one.get());
      }
      assertThat(numbers).hasSize(8);
      assertThat(numbers.first()).isEqualTo(6);
      assertThat(openings.last()).isEqualTo(numbers.last());
    }
    try (var index = open(choice)) {
      assertThat(index.size()).isZero(); // the document that is counted by is no photo
    }
  }

  @Test
  void aWriterThatStartedBeforeACommitMakesItFail() throws IOException {
    var choice = choice("overtaken");
    try (var index = open(choice)) {
      index.upsert(photos);
      index.commit(1);
      new Openings(cluster, "overtaken-000001").next(0);
      assertThatThrownBy(() -> index.commit(2)).hasMessageContaining("only one may");
      assertThat(index.generation()).isEqualTo(1);
    }
  }

  @Test
  void aReadOnlyIndexSaysSoAndIsWrittenOnceItIsNotAnyMore() throws Exception {
    var choice = choice("full");
    fill(choice, 1);
    var more = new SamplePhotos(SPACE, 2).photos(70);
    try (var impatient = Cluster.open(settings(RetryBudget.NONE));
        var index = OpenSearchIndex.open(impatient, choice, SPACE, Schema.EMPTY)) {
      block(choice, true);
      index.upsert(more);
      isReadOnly(() -> index.commit(2));
      isReadOnly(() -> OpenSearchIndex.open(impatient, choice, SPACE, Schema.EMPTY).close());
    } finally {
      block(choice, false);
    }
    try (var index = open(choice)) {
      assertThat(index.generation()).isEqualTo(1);
      assertThat(index.size()).isEqualTo(60);
      block(choice, true);
      index.upsert(more);
      var lifted = Thread.ofVirtual().start(() -> lift(choice));
      index.commit(2);
      lifted.join();
      assertThat(index.size()).isEqualTo(70);
    }
  }

  @Test
  void quantisedVectorsAndOtherEnginesAreASetting() throws IOException {
    var quantised = choice("quantised").with(VectorMethod.DEFAULT.quantized(true));
    fill(quantised, 1);
    var field = indexes(quantised).cluster().send("GET", "/quantised/_mapping").iterator().next();
    var method = field.at("/mappings/properties/vector/method");
    assertThat(method.path("engine").asString()).isEqualTo("lucene");
    assertThat(method.at("/parameters/encoder/parameters/bits").asInt()).isEqualTo(7);
    var faiss = new VectorMethod(Engine.FAISS, false, 24, 200).field(512);
    assertThat(faiss.at("/method/engine").asString()).isEqualTo("faiss");
    assertThat(faiss.at("/method/parameters/m").asInt()).isEqualTo(24);
  }

  private void isReadOnly(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(IOException.class)
        .hasMessageContaining(cluster.name())
        .hasMessageContaining("read-only")
        .hasMessageContaining("make room");
  }

  private void fill(IndexChoice choice, long generation) throws IOException {
    try (var index = open(choice)) {
      index.upsert(photos);
      index.commit(generation);
    }
  }

  private OpenSearchIndex open(IndexChoice choice) throws IOException {
    return OpenSearchIndex.open(cluster, choice, SPACE, Schema.EMPTY);
  }

  private void block(IndexChoice choice, boolean on) throws IOException {
    var settings = Json.object();
    if (on) {
      settings.put("index.blocks.read_only_allow_delete", true);
    } else {
      settings.putNull("index.blocks.read_only_allow_delete");
    }
    cluster.send("PUT", "/" + choice.alias() + "/_settings", settings);
  }

  private void lift(IndexChoice choice) {
    try {
      Thread.sleep(700); // some tries fail meanwhile
      block(choice, false);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private ClusterSettings settings(RetryBudget budget) {
    return ClusterSettings.of(List.of(URI.create(cluster.name()))).with(budget);
  }

  private List<String> names(IndexChoice choice) throws IOException {
    return indexes(choice).all();
  }

  private Indexes indexes(IndexChoice choice) throws IOException {
    return new Indexes(cluster, choice, SPACE, Schema.EMPTY, Vocabulary.read(Dictionaries.SHIPPED));
  }

  private static IndexChoice choice(String alias) {
    return IndexChoice.of(alias);
  }
}
