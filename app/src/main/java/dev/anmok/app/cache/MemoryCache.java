package dev.anmok.app.cache;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/// Keeps values in this process, the least useful leaving first.
public final class MemoryCache implements Cache {
  /// Bytes that an entry takes beside its value: key, hash table and queue nodes, estimated.
  private static final int OVERHEAD = 300;

  private final com.github.benmanes.caffeine.cache.Cache<CacheKey, byte[]> kept;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();

  /// A cache that takes a bounded amount of memory.
  ///
  /// @param maxBytes of all values and what is kept beside them, at least 0
  /// @param life how long a value is kept at most
  public MemoryCache(long maxBytes, Duration life) {
    kept =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((CacheKey _, byte[] value) -> value.length + OVERHEAD)
            .expireAfterWrite(life)
            .executor(Runnable::run) // what is too much leaves at once
            .build();
  }

  @Override
  public Optional<byte[]> find(CacheKey key) {
    var value = kept.getIfPresent(key);
    (value == null ? misses : hits).increment();
    return Optional.ofNullable(value);
  }

  @Override
  public void keep(CacheKey key, byte[] value) {
    if (value.length <= MAX_BYTES) {
      kept.put(key, value);
    }
  }

  /// Questions that were answered.
  public long hits() {
    return hits.sum();
  }

  /// Questions that were not.
  public long misses() {
    return misses.sum();
  }

  @Override
  public void close() {
    kept.invalidateAll();
  }
}
