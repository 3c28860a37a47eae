package dev.anmok.app.cache;

import java.time.Duration;
import java.util.Optional;

/// What a server remembers, and where.
///
/// @param megabytes in this process, 0 for nothing
/// @param redis address of a Redis that several servers share, see [RedisCache#at]
public record Caching(int megabytes, Optional<String> redis) {
  /// What a server remembers unless it is told otherwise.
  public static final Caching DEFAULT = new Caching(64, Optional.empty());

  /// How long a value is kept at most.
  private static final Duration LIFE = Duration.ofHours(24);

  /// The parts that are open.
  ///
  /// @param near in this process
  /// @param far shared, if there is one
  public record Open(MemoryCache near, Optional<RedisCache> far) implements AutoCloseable {
    /// Both as one.
    public Cache cache() {
      return far.isPresent() ? new LayeredCache(near, far.get()) : near;
    }

    @Override
    public void close() {
      cache().close();
    }
  }

  /// Opens the caches.
  ///
  /// @throws IllegalArgumentException if the address of the Redis cannot be understood
  public Open open() {
    return new Open(
        new MemoryCache((long) megabytes << 20, LIFE),
        redis.map(address -> RedisCache.at(address, LIFE)));
  }
}
