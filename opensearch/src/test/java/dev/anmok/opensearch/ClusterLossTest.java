package dev.anmok.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.SamplePhotos;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import tools.jackson.databind.JsonNode;

/// Three real nodes of which one is killed while photos are written and while they are searched.
/// Takes minutes, so it runs on request only: `-Danmok.cluster=true`. What was seen is printed.
@EnabledIfSystemProperty(named = "anmok.cluster", matches = "true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterLossTest {
  private static final VectorSpace SPACE = SamplePhotos.space(256);
  private static final int PHOTOS = 30_000;
  private static final int PORTION = 500;
  private static final int COMMIT_EVERY = 5_000;
  private static final Duration SEARCHING = Duration.ofSeconds(30);
  private static final Duration BEFORE_THE_LOSS = Duration.ofSeconds(8);

  private TestCluster nodes;
  private Cluster cluster;

  @BeforeAll
  void start() throws IOException, InterruptedException {
    try {
      NodeFiles.fetch();
    } catch (IOException e) {
      abort("skipped: no OpenSearch node here: " + e.getMessage());
    }
    nodes = TestCluster.start(NodeFiles.fetch(), 3, "512m");
    cluster =
        Cluster.open(
            ClusterSettings.of(nodes.addresses())
                .within(Duration.ofSeconds(2), Duration.ofSeconds(20)));
  }

  @AfterAll
  void stop() throws IOException {
    if (cluster != null) {
      cluster.close();
    }
    if (nodes != null) {
      nodes.close();
    }
  }

  @Test
  void nothingAcknowledgedIsLostWhenTheClusterManagerIsKilledWhileWriting() throws Exception {
    var choice = IndexChoice.of("written").spread(3, 1);
    var sample = new SamplePhotos(SPACE, 1);
    long begin = System.nanoTime();
    long killed = 0;
    long longest = 0;
    int lost = managerNumber();
    try (var index = OpenSearchIndex.open(cluster, choice, SPACE, Schema.EMPTY)) {
      for (int from = 0; from < PHOTOS; from += PORTION) {
        if (killed == 0 && from >= 2 * PHOTOS / 5) {
          nodes.node(lost).kill();
          killed = System.nanoTime();
        }
        long before = System.nanoTime();
        index.upsert(portion(sample, from));
        if ((from + PORTION) % COMMIT_EVERY == 0) {
          index.commit(from);
          assertThat(index.size()).isEqualTo(from + PORTION);
        }
        longest = Math.max(longest, System.nanoTime() - before);
      }
      long end = System.nanoTime();
      assertThat(index.size()).isEqualTo(PHOTOS);
      assertThat(index.generation()).isEqualTo(PHOTOS - PORTION);
      assertThat(found(choice, sample)).isEqualTo(PHOTOS);
      System.out.printf(
          "writing: %d photos of %d, commit every %d; %s (cluster manager) killed after %.1f s;"
              + " %.0f photos/s before, %.0f after; longest wait of one portion %.1f s; all there%n",
          PHOTOS,
          SPACE.dimension(),
          COMMIT_EVERY,
          nodes.node(lost).name(),
          seconds(killed - begin),
          PHOTOS * 0.4 / seconds(killed - begin),
          PHOTOS * 0.6 / seconds(end - killed),
          seconds(longest));
    } finally {
      recover(lost);
    }
  }

  @Test
  void searchesGoOnWhenANodeIsKilled() throws Exception {
    var choice = IndexChoice.of("searched").spread(3, 1);
    var sample = new SamplePhotos(SPACE, 2);
    try (var index = OpenSearchIndex.open(cluster, choice, SPACE, Schema.EMPTY)) {
      for (int from = 0; from < 5_000; from += PORTION) {
        index.upsert(portion(sample, from));
      }
      index.commit(1);
    }
    nodes.await("/_cluster/health/" + choice.alias() + "?wait_for_status=green");
    var over = new AtomicBoolean();
    int lost = 2;
    try (var threads = Executors.newFixedThreadPool(4)) {
      var searchers = new ArrayList<Future<Seen>>();
      for (int i = 0; i < 4; i++) {
        int seed = i;
        searchers.add(threads.submit(searching(choice, seed, over)));
      }
      Thread.sleep(BEFORE_THE_LOSS); // searches of a whole cluster
      nodes.node(lost).kill();
      Thread.sleep(SEARCHING.minus(BEFORE_THE_LOSS)); // and of one that lacks a node
      over.set(true);
      var seen = new Seen(0, 0, 0, 0);
      for (var searcher : searchers) {
        seen = seen.plus(searcher.get());
      }
      System.out.printf(
          "searching: 4 threads for %d s, %s killed after %d s: %d answers, %d failures, %d answers"
              + " took over a second, the longest %.2f s%n",
          SEARCHING.toSeconds(),
          nodes.node(lost).name(),
          BEFORE_THE_LOSS.toSeconds(),
          seen.answers(),
          seen.failures(),
          seen.slow(),
          seen.longestSeconds());
      assertThat(seen.failures()).isZero();
      assertThat(seen.answers()).isGreaterThan(100);
    } finally {
      over.set(true);
      recover(lost);
    }
  }

  /// @param slow answers that took more than a second
  private record Seen(int answers, int failures, int slow, double longestSeconds) {
    Seen plus(Seen other) {
      return new Seen(
          answers + other.answers,
          failures + other.failures,
          slow + other.slow,
          Math.max(longestSeconds, other.longestSeconds));
    }
  }

  private Callable<Seen> searching(IndexChoice choice, int seed, AtomicBoolean over) {
    return () -> {
      var sample = new SamplePhotos(SPACE, seed);
      var seen = new Seen(0, 0, 0, 0);
      while (!over.get()) {
        long begin = System.nanoTime();
        boolean answered = true;
        try {
          var hits = search(choice, sample).path("hits").path("hits");
          assertThat(hits.size()).isEqualTo(10);
        } catch (IOException e) {
          answered = false;
          System.out.println("failed: " + e.getMessage());
        }
        double took = seconds(System.nanoTime() - begin);
        seen = seen.plus(new Seen(answered ? 1 : 0, answered ? 0 : 1, took > 1 ? 1 : 0, took));
      }
      return seen;
    };
  }

  /// An answer that lacks a shard is an error.
  private JsonNode search(IndexChoice choice, SamplePhotos sample) throws IOException {
    var request = Json.object().put("size", 10);
    var knn = request.putObject("query").putObject("knn").putObject(PhotoDocument.VECTOR);
    var vector = knn.put("k", 10).putArray("vector");
    for (float value : sample.vector().toArray()) {
      vector.add(value);
    }
    return cluster.send(
        "POST", "/" + choice.alias() + "/_search?allow_partial_search_results=false", request);
  }

  /// Number of the photos whose documents the cluster gives out, asked for one by one.
  private int found(IndexChoice choice, SamplePhotos sample) throws IOException {
    int found = 0;
    for (int from = 0; from < PHOTOS; from += PORTION) {
      var request = Json.object();
      var ids = request.putArray("ids");
      portion(sample, from).forEach(photo -> ids.add(PhotoDocument.id(photo.uri())));
      for (var document :
          cluster
              .send("POST", "/" + choice.alias() + "/_mget?_source=false", request)
              .path("docs")) {
        found += document.path("found").asBoolean() ? 1 : 0;
      }
    }
    return found;
  }

  private static List<IndexedPhoto> portion(SamplePhotos sample, int from) {
    return IntStream.range(from, from + PORTION)
        .mapToObj(i -> SamplePhotos.photo(i, "item-" + i / 5, i % 3 == 0, sample.vector()))
        .toList();
  }

  private int managerNumber() throws IOException {
    var manager = cluster.send("GET", "/_cat/cluster_manager?format=json").path(0).path("node");
    return IntStream.range(0, 3)
        .filter(i -> nodes.node(i).name().equals(manager.asString("")))
        .findFirst()
        .orElseThrow();
  }

  private void recover(int lost) throws IOException, InterruptedException {
    if (nodes.node(lost).alive()) {
      return;
    }
    long begin = System.nanoTime();
    nodes.restart(lost);
    nodes.await("/_cluster/health?wait_for_status=green&wait_for_nodes=3");
    System.out.printf(
        "%s started again: green after %.0f s%n",
        nodes.node(lost).name(), seconds(System.nanoTime() - begin));
  }

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }
}
