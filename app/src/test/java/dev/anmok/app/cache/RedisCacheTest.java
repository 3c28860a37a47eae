package dev.anmok.app.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/// Against a Redis where one is installed, and against what only pretends to be one.
class RedisCacheTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final CacheKey KEY = CacheKey.of("vector", List.of("a"));

  @Test
  void serversShareWhatOneOfThemKeeps() throws Exception {
    try (var redis = RedisProgram.start();
        var one = RedisCache.at(redis.address(), LONG);
        var other = RedisCache.at(redis.address(), LONG)) {
      await(() -> kept(one, KEY));
      assertThat(other.find(CacheKey.of("vector", List.of("b")))).isEmpty();
      await(() -> other.find(KEY).isPresent());
      assertThat(other.find(KEY)).hasValueSatisfying(v -> assertThat(v).containsExactly(7));
      try (var near = new MemoryCache(1 << 20, LONG);
          var layered = new LayeredCache(near, other)) {
        assertThat(layered.find(KEY)).isPresent();
        assertThat(near.find(KEY)).as("what was found there is kept here").isPresent();
      }
    }
  }

  @Test
  void oneThatDiesInMidRunSlowsNobodyDownAndIsUsedAgainWhenItComesBack() throws Exception {
    var redis = RedisProgram.start();
    try (var cache = RedisCache.at(redis.address(), LONG, rule(5, Duration.ofMillis(100)))) {
      await(() -> kept(cache, KEY));
      redis.close();
      await(() -> cache.find(KEY).isEmpty());
      assertAsksQuickly(cache);
      assertThat(cache.failures()).isPositive();
      try (var again = RedisProgram.start(redis.port())) {
        await(() -> kept(cache, KEY));
        assertThat(again.process().isAlive()).isTrue();
      }
    } finally {
      redis.close();
    }
  }

  private static CircuitBreakerConfig rule(int calls, Duration again) {
    return CircuitBreakerConfig.custom()
        .slidingWindowSize(2 * calls)
        .minimumNumberOfCalls(calls)
        .waitDurationInOpenState(again)
        .permittedNumberOfCallsInHalfOpenState(1)
        .build();
  }

  @Test
  void aRefusalInTheMidstOfAQuestionIsNoFault() throws IOException {
    var never = rule(1_000_000, LONG); // so that each question finds a connection being made
    try (var cache = RedisCache.at("redis://127.0.0.1:" + freePort(), LONG, never)) {
      for (int i = 0; i < 20_000; i++) {
        assertThat(cache.find(KEY)).isEmpty();
      }
    }
  }

  private static int freePort() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  @Test
  void oneThatRefusesConnectionsSlowsNobodyDown() throws IOException {
    try (var cache = RedisCache.at("redis://127.0.0.1:" + freePort(), LONG)) {
      assertAsksQuickly(cache);
    }
  }

  @Test
  void oneThatNeverAnswersSlowsNobodyDown() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var cache = RedisCache.at("redis://127.0.0.1:" + silent.getLocalPort(), LONG)) {
      assertAsksQuickly(cache);
    }
  }

  @Test
  void addressesAreChecked() {
    for (var wrong : List.of("localhost:6379", "http://localhost", "redis://", "redis://a:b")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> RedisCache.checked(wrong))
          .withMessageContaining("redis://host:port")
          .withMessageContaining(wrong);
    }
    assertThat(RedisCache.checked("redis://localhost:6379")).endsWith("6379");
  }

  /// A thousand questions and values: five of them may wait, all others are answered at once. The
  /// bound is far above what they take and far below a thousand times the patience (50 s).
  private static void assertAsksQuickly(RedisCache cache) {
    long start = System.nanoTime();
    for (int i = 0; i < 1_000; i++) {
      var key = CacheKey.of("vector", List.of("unknown " + i));
      assertThat(cache.find(key)).isEmpty();
      cache.keep(key, new byte[] {1});
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  private static boolean kept(RedisCache cache, CacheKey key) {
    cache.keep(key, new byte[] {7});
    return cache.find(key).isPresent();
  }

  private static void await(BooleanSupplier done) throws InterruptedException {
    boolean seen = false;
    for (int i = 0; i < 600 && !seen; i++) {
      seen = done.getAsBoolean();
      Thread.sleep(seen ? 0 : 50);
    }
    assertThat(seen).isTrue();
  }
}
