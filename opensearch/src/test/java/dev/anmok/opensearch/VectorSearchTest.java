package dev.anmok.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.filter.Filter;
import dev.anmok.core.search.Hit;
import dev.anmok.core.search.SamplePhotos;
import dev.anmok.core.search.VectorQuery;
import dev.anmok.core.search.VectorQuery.Mode;
import dev.anmok.core.search.VectorQuery.Scope;
import dev.anmok.opensearch.FakeCluster.Said;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// What a cluster is asked for vectors: as little as answers the question.
class VectorSearchTest {
  private static final String NOTHING = "{\"hits\":{\"hits\":[]}}";

  private final SamplePhotos sample = new SamplePhotos(SamplePhotos.SPACE, 7);

  @Test
  void nearPhotosOfAllAreAskedForWithoutAFilter() throws IOException {
    try (var fake = new FakeCluster(_ -> Said.ok(NOTHING));
        var cluster = open(fake)) {
      search(cluster, VectorMethod.DEFAULT).approximate(query(Scope.ALL));
      search(cluster, VectorMethod.DEFAULT).approximate(query(Scope.REPRESENTATIVES));
      var filters =
          fake.asked().stream()
              .map(asked -> Json.read(asked.body()).at("/query/knn/vector/filter/bool/filter"))
              .toList();
      assertThat(filters.get(0).isMissingNode()).isTrue();
      assertThat(filters.get(1).toString()).contains(PhotoDocument.REPRESENTATIVE);
    }
  }

  @Test
  void photosOfAQuantisedGraphAreFoundAndComparedInOneRequest() throws IOException {
    try (var fake = new FakeCluster(_ -> Said.ok(NOTHING));
        var cluster = open(fake)) {
      search(cluster, VectorMethod.DEFAULT.quantized(true)).approximate(query(Scope.ALL));
      assertThat(fake.asked()).hasSize(1);
      var body = Json.read(fake.asked().getFirst().body());
      assertThat(body.path("size").asInt()).isEqualTo(10);
      var walk = body.at("/query/script_score/query/bool/filter/0/knn/vector");
      assertThat(walk.path("k").asInt()).isEqualTo(40);
    }
  }

  @Test
  void vectorsNeedNoFrequenciesOfWordsAndHitsNoIds() throws IOException {
    try (var fake = new FakeCluster(_ -> Said.ok(NOTHING));
        var cluster = open(fake)) {
      search(cluster, VectorMethod.DEFAULT).exact(query(Scope.ALL));
      search(cluster, VectorMethod.DEFAULT).ofItems(sample.vector(), Set.of("item"), Scope.ALL);
      new Searches(cluster, "photos").passing(FilterQuery.exists("meta.x"), List.of("a"));
      assertThat(fake.asked())
          .hasSize(3)
          .allSatisfy(asked -> {
            assertThat(asked.path()).doesNotContain("dfs");
            assertThat(Json.read(asked.body()).path("stored_fields").asString(""))
                .isEqualTo("_none_");
          });
    }
  }

  @Test
  void itemsOfManyPhotosAreReadUntilTheirBestAreKnown() throws IOException {
    var answers = new ArrayDeque<String>();
    answers.add(photos("many", 20)); // full: ten for each of two items
    answers.add(photos("few", 2));
    try (var fake = new FakeCluster(_ -> Said.ok(answers.remove()));
        var cluster = open(fake)) {
      var hits =
          search(cluster, VectorMethod.DEFAULT)
              .ofItems(sample.vector(), Set.of("many", "few"), Scope.ALL);
      assertThat(hits).extracting(Hit::item).containsExactly("few", "few", "many", "many", "many");
      assertThat(fake.asked()).hasSize(2);
      assertThat(Json.read(fake.asked().get(0).body()).path("size").asInt()).isEqualTo(20);
      var second = Json.read(fake.asked().get(1).body());
      assertThat(second.path("size").asInt()).isEqualTo(10);
      assertThat(second.path("query").toString()).contains("\"few\"").doesNotContain("many");
      assertThat(second.at("/search_after/1").asString("")).isEqualTo("photos/many-19");
    }
  }

  private static String photos(String item, int count) {
    var hits = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      hits.add(
          "{\"sort\":[0.9,\"photos/%s-%02d\"],\"fields\":{\"item\":[\"%s\"]}}"
              .formatted(item, i, item));
    }
    return "{\"hits\":{\"hits\":[" + String.join(",", hits) + "]}}";
  }

  @Test
  void whetherFewPhotosPassIsAskedOnceAndCountedNoFurther() throws IOException {
    var clock = new AtomicLong();
    var total = new AtomicLong(101);
    try (var fake =
            new FakeCluster(_ -> Said.ok("{\"hits\":{\"total\":{\"value\":" + total + "}}}"));
        var cluster = open(fake)) {
      var few = new FewPhotos(new Searches(cluster, "photos"), 100, clock::get);
      assertThat(few.pass(Scope.ALL, Filter.none())).isFalse();
      total.set(100);
      assertThat(few.pass(Scope.ALL, Filter.none())).isFalse();
      assertThat(few.pass(Scope.REPRESENTATIVES, Filter.none())).isTrue();
      assertThat(fake.asked())
          .hasSize(2)
          .allSatisfy(asked ->
              assertThat(Json.read(asked.body()).path("track_total_hits").asInt()).isEqualTo(101));
      clock.addAndGet(FewPhotos.KEPT.toNanos());
      assertThat(few.pass(Scope.ALL, Filter.none())).isTrue();
      total.set(101);
      few.forget();
      assertThat(few.pass(Scope.ALL, Filter.none())).isFalse();
    }
  }

  private VectorQuery query(Scope scope) {
    return new VectorQuery(sample.vector(), 10, scope, Mode.APPROXIMATE);
  }

  private static VectorSearch search(Cluster cluster, VectorMethod method) {
    return new VectorSearch(new Searches(cluster, "photos"), method);
  }

  private static Cluster open(FakeCluster fake) throws IOException {
    return Cluster.open(ClusterSettings.of(List.of(fake.address())));
  }
}
