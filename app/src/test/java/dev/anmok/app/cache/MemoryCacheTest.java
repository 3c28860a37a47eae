package dev.anmok.app.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryCacheTest {
  private static final Duration LONG = Duration.ofHours(1);

  @Test
  void keepsAndCounts() {
    try (var cache = new MemoryCache(1 << 20, LONG)) {
      var key = CacheKey.of("vector", List.of("a", "b"));
      assertThat(cache.find(key)).isEmpty();
      cache.keep(key, new byte[] {1, 2});
      assertThat(cache.find(key)).hasValueSatisfying(v -> assertThat(v).containsExactly(1, 2));
      assertThat(cache.hits()).isEqualTo(1);
      assertThat(cache.misses()).isEqualTo(1);
    }
  }

  @Test
  void nothingLongerThanAllowedOrWithoutMemoryIsKept() {
    var key = CacheKey.of("vector", List.of("a"));
    try (var cache = new MemoryCache(64 << 20, LONG)) {
      cache.keep(key, new byte[Cache.MAX_BYTES + 1]);
      assertThat(cache.find(key)).isEmpty();
    }
    try (var none = new MemoryCache(0, LONG)) {
      none.keep(key, new byte[8]);
      assertThat(none.find(key)).isEmpty();
    }
  }

  @Test
  void keysDifferWhereverTheirPartsDo() {
    var keys =
        List.of(
            CacheKey.of("vector", List.of("a", "bc")),
            CacheKey.of("vector", List.of("ab", "c")),
            CacheKey.of("vector", List.of("abc")),
            CacheKey.of("vector", List.of("abc", "")),
            CacheKey.of("answer", List.of("abc")));
    assertThat(keys).doesNotHaveDuplicates();
    assertThat(CacheKey.of("vector", List.of("abc"))).isEqualTo(keys.get(2));
  }
}
