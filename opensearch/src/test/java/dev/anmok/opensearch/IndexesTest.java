package dev.anmok.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.filter.Schema;
import dev.anmok.core.search.SamplePhotos;
import dev.anmok.opensearch.FakeCluster.Said;
import dev.anmok.words.Dictionaries;
import dev.anmok.words.Vocabulary;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Clusters whose shards are slow to be ready.
class IndexesTest {
  /// What a cluster answers whose health is not what was waited for.
  private static final Said NOT_YET =
      new Said(408, "{\"cluster_name\":\"a\",\"status\":\"red\",\"timed_out\":true}");

  @Test
  void shardsThatAreNotReadyInTimeAreSaidToBe() throws IOException {
    try (var fake = new FakeCluster(_ -> NOT_YET);
        var cluster = open(fake)) {
      assertThatThrownBy(() -> indexes(cluster).awaitReady("photos-000002"))
          .isInstanceOf(IOException.class)
          .hasMessage(
              fake.address()
                  + ", index photos-000002: not each of its shards was ready within 60 s; see the"
                  + " cluster's health");
    }
  }

  @Test
  void shardsThatAreReadyAtTheThirdLookAreReady() throws IOException {
    var looks = new AtomicInteger();
    try (var fake =
            new FakeCluster(
                _ -> looks.incrementAndGet() < 3 ? NOT_YET : Said.ok("{\"timed_out\":false}"));
        var cluster = open(fake)) {
      indexes(cluster).awaitReady("photos-000002");
      assertThat(looks).hasValue(3);
    }
  }

  private static Indexes indexes(Cluster cluster) throws IOException {
    return new Indexes(
        cluster,
        IndexChoice.of("photos"),
        SamplePhotos.SPACE,
        Schema.EMPTY,
        Vocabulary.read(Dictionaries.SHIPPED));
  }

  private static Cluster open(FakeCluster fake) throws IOException {
    return Cluster.open(ClusterSettings.of(List.of(fake.address())));
  }
}
