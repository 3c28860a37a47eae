package dev.anmok.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.opensearch.FakeCluster.Said;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said of clusters that are down, strange or overloaded; no real one is needed for it.
class ClusterTest {
  private static final RetryBudget SHORT =
      new RetryBudget(Duration.ofSeconds(2), Duration.ofMillis(2), Duration.ofMillis(20));

  /// For what must succeed, on slow machines too.
  private static final RetryBudget AMPLE =
      new RetryBudget(Duration.ofMinutes(1), Duration.ofMillis(2), Duration.ofMillis(20));

  @Test
  void aClusterThatIsDownIsNamedWithWhatToDo() throws IOException {
    URI address;
    try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      address = URI.create("http://127.0.0.1:" + closed.getLocalPort());
    }
    assertThatThrownBy(() -> Cluster.open(settings(address)).close())
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining(address.toString())
        .hasMessageContaining("cannot be reached")
        .hasMessageContaining("start it")
        .satisfies(ClusterTest::isOneLine);
  }

  @Test
  void aHostThatDoesNotExistIsNamed() {
    assertThatThrownBy(() -> Cluster.open(settings(URI.create("http://nowhere.invalid"))).close())
        .isInstanceOf(ClusterException.class)
        .hasMessageContaining("http://nowhere.invalid:9200")
        .hasMessageContaining("no such host");
  }

  @Test
  void aServerThatDoesNotAnswerIsGivenUpInTime() throws IOException {
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var address = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      var hasty = settings(address).within(Duration.ofMillis(200), Duration.ofMillis(300));
      long begin = System.nanoTime();
      assertThatThrownBy(() -> Cluster.open(hasty).close())
          .isInstanceOf(ClusterException.class)
          .hasMessageContaining(address.toString())
          .hasMessageContaining("no answer within")
          .hasMessageContaining("time-outs");
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
    }
  }

  @Test
  void anotherVersionIsRefused() throws IOException {
    try (var fake = new FakeCluster(FakeCluster.version("1.3.2"), _ -> Said.ok("{}"))) {
      assertThatThrownBy(() -> Cluster.open(settings(fake.address())).close())
          .isInstanceOf(ClusterException.class)
          .hasMessage(
              fake.address()
                  + ": expected OpenSearch 3.x, found opensearch 1.3.2; use a cluster of that"
                  + " version");
    }
  }

  @Test
  void anotherServerIsRefused() throws IOException {
    try (var fake = new FakeCluster("<html>hello</html>", _ -> Said.ok("{}"))) {
      assertThatThrownBy(() -> Cluster.open(settings(fake.address())).close())
          .hasMessageContaining("found something else");
    }
    try (var fake = new FakeCluster("{\"hello\":\"world\"}", _ -> Said.ok("{}"))) {
      assertThatThrownBy(() -> Cluster.open(settings(fake.address())).close())
          .hasMessageContaining("no version at all");
    }
  }

  /// A good answer may hold an error for one document.
  @Test
  void aDocumentWhoseShardIsAwayIsAskedForAgain() throws IOException {
    var times = new AtomicInteger();
    var away = FakeCluster.error("no_shard_available_action_exception", "the shard is away");
    try (var fake =
            new FakeCluster(_ ->
                Said.ok(
                    "{\"docs\":[%s]}"
                        .formatted(times.incrementAndGet() < 3 ? away : "{\"_version\": 5}")));
        var cluster = Cluster.open(settings(fake.address()).with(AMPLE))) {
      assertThat(new Openings(cluster, "photos-000001").last()).isEqualTo(5);
      assertThat(times).hasValue(3);
    }
    try (var fake = new FakeCluster(_ -> Said.ok("{\"docs\":[" + away + "]}"));
        var cluster = Cluster.open(settings(fake.address()))) {
      assertThatThrownBy(() -> new Openings(cluster, "photos-000001").last())
          .hasMessage(fake.address() + ", index photos-000001: the shard is away");
    }
  }

  @Test
  void anOverloadedClusterIsAskedAgain() throws IOException {
    var times = new AtomicInteger();
    var overloaded = FakeCluster.error("rejected_execution_exception", "queue is full");
    try (var fake =
            new FakeCluster(
                _ -> times.incrementAndGet() < 4 ? new Said(429, overloaded) : Said.ok("{}"));
        var cluster = Cluster.open(settings(fake.address()).with(AMPLE))) {
      cluster.send("GET", "/photos/_count");
      assertThat(times).hasValue(4);
    }
  }

  @Test
  void aSearchThatLostANodeIsAskedAgain() throws IOException {
    var times = new AtomicInteger();
    var lost = FakeCluster.error("search_phase_execution_exception", "Partial shards failure");
    try (var fake =
            new FakeCluster(
                _ -> times.incrementAndGet() < 3 ? new Said(500, lost) : Said.ok("{}"));
        var cluster = Cluster.open(settings(fake.address()).with(AMPLE))) {
      cluster.send("POST", "/photos/_search", Json.object());
      assertThat(times).hasValue(3);
    }
  }

  @Test
  void tryingIsCountedWithTheTimeThatAnswersTake() throws IOException {
    var budget =
        new RetryBudget(Duration.ofMillis(500), Duration.ofMillis(1), Duration.ofMillis(1));
    var busy = FakeCluster.error("rejected_execution_exception", "queue is full");
    try (var fake =
            new FakeCluster(_ -> {
              try {
                Thread.sleep(200); // as a node that is silent for a while
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return new Said(503, busy);
            });
        var cluster = Cluster.open(settings(fake.address()).with(budget))) {
      assertThatThrownBy(() -> cluster.send("POST", "/photos/_search", Json.object()))
          .hasMessageContaining("not ready");
      assertThat(fake.asked()).hasSizeBetween(1, 3);
    }
  }

  @Test
  void aChangeIsTriedAgainHoweverLongTriesTake() throws IOException {
    var budget =
        new RetryBudget(Duration.ofMillis(100), Duration.ofMillis(1), Duration.ofMillis(1));
    var busy = FakeCluster.error("cluster_manager_not_discovered_exception", "no manager");
    var times = new AtomicInteger();
    try (var fake =
            new FakeCluster(_ -> {
              try {
                Thread.sleep(60);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return times.incrementAndGet() < 5 ? new Said(503, busy) : Said.ok("{}");
            });
        var cluster = Cluster.open(settings(fake.address()).with(budget))) {
      cluster.write("POST", "/_aliases", Json.object());
      assertThat(times).hasValue(5);
    }
  }

  @Test
  void anOpenCircuitBreakerIsSaidWhenTheBudgetIsSpent() throws IOException {
    var breaker = FakeCluster.error("circuit_breaking_exception", "[parent] Data too large");
    var budget = new RetryBudget(Duration.ofSeconds(1), Duration.ofMillis(5), Duration.ofMillis(9));
    try (var fake = new FakeCluster(_ -> new Said(429, breaker));
        var cluster = Cluster.open(settings(fake.address()).with(budget))) {
      assertThatThrownBy(() -> cluster.send("POST", "/photos/_search", Json.object()))
          .isInstanceOf(ClusterException.class)
          .hasMessageContaining(fake.address().toString())
          .hasMessageContaining("no memory left")
          .hasMessageContaining("Data too large")
          .hasMessageContaining("more heap")
          .satisfies(ClusterTest::isOneLine);
      assertThat(fake.asked().size()).isGreaterThan(3);
    }
  }

  @Test
  void aMistakeIsNotRepeated() throws IOException {
    var mistake = FakeCluster.error("parsing_exception", "unknown query");
    try (var fake = new FakeCluster(_ -> new Said(400, mistake));
        var cluster = Cluster.open(settings(fake.address()))) {
      assertThatThrownBy(() -> cluster.send("POST", "/photos/_search", Json.object()))
          .hasMessageContaining("400 parsing_exception: unknown query");
      assertThat(fake.asked()).hasSize(1);
    }
  }

  @Test
  void anotherNodeIsAskedWhereOneIsDown() throws IOException {
    URI down;
    try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      down = URI.create("http://127.0.0.1:" + closed.getLocalPort());
    }
    try (var fake = new FakeCluster(_ -> Said.ok("{}"));
        var cluster = Cluster.open(ClusterSettings.of(List.of(down, fake.address())).with(AMPLE))) {
      for (int i = 0; i < 5; i++) {
        cluster.send("GET", "/photos/_count");
      }
      assertThat(fake.asked()).hasSize(5);
    }
  }

  @Test
  void waitsDoubleAndAreSpread() {
    var budget =
        new RetryBudget(Duration.ofMinutes(1), Duration.ofMillis(100), Duration.ofMillis(300));
    var random = new Random(3);
    for (int i = 0; i < 100; i++) {
      assertThat(budget.pause(1, random)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
      assertThat(budget.pause(2, random)).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
      assertThat(budget.pause(99, random))
          .isBetween(Duration.ofMillis(150), Duration.ofMillis(300));
    }
  }

  @Test
  void addressesAreCheckedWithoutShowingWhatIsInThem() {
    for (var wrong : List.of("localhost:9200", "ftp://a", "http://a/path")) {
      assertThatIllegalArgumentException()
          .as(wrong)
          .isThrownBy(() -> ClusterSettings.of(List.of(URI.create(wrong))));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(URI.create("https://eve:hidden@a")))
        .withMessageNotContaining("hidden");
    assertThatIllegalArgumentException().isThrownBy(() -> ClusterSettings.of(List.of()));
  }

  @Test
  void secretsAreNeitherShownNorSentInTheClear(@TempDir Path folder) throws IOException {
    var file = Files.writeString(folder.resolve("key"), "s3cret\n");
    var user = new Credentials.Password("ann", Secret.file(file));
    assertThat(user.authorization()).hasValue("Basic YW5uOnMzY3JldA==");
    var settings = settings(URI.create("https://search.example.org")).with(user);
    assertThat(settings.toString()).contains("ann", "***").doesNotContain("s3cret");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(URI.create("http://192.0.2.1")).with(user))
        .withMessageContaining("https://");
    assertThatThrownBy(() -> Secret.file(folder.resolve("none")))
        .hasMessageContaining("none: there is no such file");
    assertThatThrownBy(() -> Secret.file(Files.writeString(folder.resolve("empty"), "\n")))
        .hasMessageContaining("found none");
    assertThatThrownBy(() -> Secret.environment("ANMOK_NO_SUCH_VARIABLE"))
        .hasMessageContaining("ANMOK_NO_SUCH_VARIABLE");
  }

  private static ClusterSettings settings(URI address) {
    return ClusterSettings.of(List.of(address)).with(SHORT);
  }

  private static void isOneLine(Throwable e) {
    assertThat(String.valueOf(e.getMessage()).lines()).hasSize(1);
  }
}
