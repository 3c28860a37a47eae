package dev.anmok.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.filter.Schema;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.SamplePhotos;
import dev.anmok.opensearch.FakeCluster.Asked;
import dev.anmok.opensearch.FakeCluster.Said;
import dev.anmok.words.Dictionaries;
import dev.anmok.words.Vocabulary;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Writing to clusters that turn photos away, refuse them or lose answers.
class BulkWriterTest {
  private static final RetryBudget SHORT =
      new RetryBudget(Duration.ofSeconds(20), Duration.ofMillis(1), Duration.ofMillis(10));

  private final List<IndexedPhoto> photos = new SamplePhotos(SamplePhotos.SPACE, 5).photos(300);

  @Test
  void whatIsTurnedAwayIsSentAgainAloneUntilAllIsStored() throws IOException {
    var random = new Random(1);
    var stored = ConcurrentHashMap.<String>newKeySet();
    try (var fake = new FakeCluster(bulk -> answer(bulk, stored, id -> random.nextInt(2)));
        var cluster = open(fake, SHORT)) {
      write(cluster, new BulkLimits(1 << 20, 50, 2));
      assertThat(stored).hasSize(300);
      int sent = fake.asked().stream().mapToInt(asked -> ids(asked).size()).sum();
      assertThat(sent).isBetween(301, 900); // about half again and again; never all
    }
  }

  @Test
  void requestsAreBoundedInSizeAndNumber() throws IOException {
    var now = new AtomicInteger();
    var most = new AtomicInteger();
    var stored = ConcurrentHashMap.<String>newKeySet();
    try (var fake =
            new FakeCluster(bulk -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              try {
                Thread.sleep(20); // as a cluster that works
                return answer(bulk, stored, _ -> 0);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              } finally {
                now.decrementAndGet();
              }
            });
        var cluster = open(fake, SHORT)) {
      write(cluster, new BulkLimits(3_000, 1_000, 2));
      assertThat(stored).hasSize(300);
      assertThat(most.get()).isEqualTo(2);
      assertThat(fake.asked())
          .allSatisfy(bulk -> assertThat(bulk.body().length()).isLessThanOrEqualTo(3_000));
    }
  }

  @Test
  void aRefusedPhotoIsNamedAndTheOthersAreStored() throws IOException {
    var bad = PhotoDocument.id(photos.get(7).uri());
    var stored = ConcurrentHashMap.<String>newKeySet();
    try (var fake = new FakeCluster(bulk -> answer(bulk, stored, id -> id.equals(bad) ? 400 : 0));
        var cluster = open(fake, SHORT)) {
      assertThatThrownBy(() -> write(cluster, BulkLimits.DEFAULT))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(fake.address().toString())
          .hasMessageContaining("1 photos")
          .hasMessageContaining(photos.get(7).uri())
          .hasMessageContaining("mapper_parsing_exception");
      assertThat(stored).hasSize(299);
    }
  }

  @Test
  void aFullDiskIsSaidWhenTheBudgetIsSpent() throws IOException {
    var budget = new RetryBudget(Duration.ofMillis(60), Duration.ofMillis(5), Duration.ofMillis(9));
    var stored = ConcurrentHashMap.<String>newKeySet();
    try (var fake = new FakeCluster(bulk -> answer(bulk, stored, _ -> 1));
        var cluster = open(fake, budget)) {
      assertThatThrownBy(() -> write(cluster, BulkLimits.DEFAULT))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("read-only")
          .hasMessageContaining("make room")
          .hasMessageContaining("300 photos are not written");
      assertThat(stored).isEmpty();
    }
  }

  @Test
  void whatFailsForWantOfMemoryIsToldToo() throws IOException {
    try (var writer =
        new BulkWriter(
            "http://a",
            _ -> {
              throw new OutOfMemoryError("Java heap space");
            },
            BulkLimits.DEFAULT)) {
      writer.add(upsert(photos.getFirst(), 1));
      assertThatThrownBy(writer::flush)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("http://a")
          .hasMessageContaining("Java heap space");
    }
  }

  @Test
  void writesOfOnePhotoKeepTheirOrder() throws IOException {
    var order = new ArrayList<String>();
    try (var fake =
            new FakeCluster(bulk -> {
              synchronized (order) {
                order.add(bulk.body().contains("\"delete\"") ? "delete" : "index");
              }
              return answer(bulk, ConcurrentHashMap.newKeySet(), _ -> 0);
            });
        var cluster = open(fake, SHORT);
        var writer = new BulkWriter(cluster, "photos-write", new BulkLimits(1 << 20, 1, 8))) {
      var photo = photos.getFirst();
      for (int i = 0; i < 10; i++) {
        writer.add(upsert(photo, 2L * i));
        writer.add(BulkAction.delete(photo.uri(), 2L * i + 1));
      }
      writer.flush();
      for (int i = 0; i < 20; i++) {
        assertThat(order.get(i)).isEqualTo(i % 2 == 0 ? "index" : "delete");
      }
    }
  }

  private static BulkAction upsert(IndexedPhoto photo, long version) throws IOException {
    var texts = new TextFields(Vocabulary.read(Dictionaries.SHIPPED));
    return BulkAction.upsert(photo, Schema.EMPTY, texts, version);
  }

  private void write(Cluster cluster, BulkLimits limits) throws IOException {
    try (var writer = new BulkWriter(cluster, "photos-write", limits)) {
      long version = 0;
      for (var photo : photos) {
        writer.add(upsert(photo, ++version));
      }
      writer.flush();
    }
  }

  private interface Fate {
    /// 0 to store it, 400 to refuse it, others to turn it away.
    int of(String id);
  }

  private static Said answer(Asked bulk, Set<String> stored, Fate fate) {
    var items = new ArrayList<String>();
    for (var id : ids(bulk)) {
      switch (fate.of(id)) {
        case 0 -> {
          stored.add(id);
          items.add("{\"index\":{\"status\":201}}");
        }
        case 400 ->
            items.add(
                "{\"index\":{\"status\":400,\"error\":{\"type\":\"mapper_parsing_exception\",\"reason\":\"no\"}}}");
        default ->
            items.add(
                "{\"index\":{\"status\":429,\"error\":{\"type\":\"cluster_block_exception\",\"reason\":\"disk"
                    + " usage exceeded flood-stage watermark, index has read-only-allow-delete"
                    + " block\"}}}");
      }
    }
    return Said.ok("{\"errors\":true,\"items\":[" + String.join(",", items) + "]}");
  }

  private static List<String> ids(Asked bulk) {
    assertThat(bulk.path()).isEqualTo("/photos-write/_bulk?require_alias=true");
    return bulk.body()
        .lines()
        .filter(line -> line.contains("\"_id\""))
        .map(line -> Json.read(line).iterator().next().path("_id").asString(""))
        .toList();
  }

  private static Cluster open(FakeCluster fake, RetryBudget budget) throws IOException {
    return Cluster.open(ClusterSettings.of(List.of(fake.address())).with(budget));
  }
}
