package dev.anmok.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.opensearch.FakeCluster.Asked;
import dev.anmok.opensearch.FakeCluster.Said;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The ways to the shards of an index, which may change while they are looked for.
class TermStatisticsTest {
  @Test
  void theWaysAreLookedForAgainOnlyWhereTheNumberOfShardsChanged() throws IOException {
    var shards = new AtomicInteger(4);
    try (var fake = new FakeCluster(asked -> Said.ok(way(asked, shards.get(), shards.get())));
        var cluster = open(fake)) {
      var ways = TermStatistics.open(new Searches(cluster, "photos"));
      int asked = fake.asked().size();
      assertThat(asked).isGreaterThan(4);
      assertThat(ways.current()).isSameAs(ways);
      assertThat(fake.asked()).hasSize(asked + 1);
      shards.set(2);
      assertThat(ways.current()).isNotSameAs(ways);
    }
  }

  @Test
  @Timeout(30)
  void anAliasThatMovesToFewerShardsEndsTheSearchForThem() throws IOException {
    try (var fake = new FakeCluster(asked -> Said.ok(way(asked, 3, 2)));
        var cluster = open(fake)) {
      assertThatThrownBy(() -> TermStatistics.open(new Searches(cluster, "photos")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("1 of the 3 shards of photos")
          .hasMessageContaining("search again");
    }
  }

  /// @param told number of shards that is told
  /// @param there number of shards that routings lead to
  private static String way(Asked asked, int told, int there) {
    int routing = asked.path().indexOf("?routing=");
    if (routing < 0) {
      return "{\"shards\":[" + String.join(",", Collections.nCopies(told, "[]")) + "]}";
    }
    int shard = Integer.parseInt(asked.path().substring(routing + 9)) * 7 / 3 % there;
    return "{\"shards\":[[{\"shard\":" + shard + "}]]}";
  }

  private static Cluster open(FakeCluster fake) throws IOException {
    return Cluster.open(
        ClusterSettings.of(List.of(fake.address()))
            .within(Duration.ofSeconds(5), Duration.ofSeconds(5)));
  }
}
