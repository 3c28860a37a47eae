package dev.anmok.app.cache;

import java.util.Optional;

/// Looks in this process first, then in what several servers share; what is found there is kept
/// here too.
///
/// @param near in this process
/// @param far shared by several
public record LayeredCache(MemoryCache near, RedisCache far) implements Cache {
  @Override
  public Optional<byte[]> find(CacheKey key) {
    var here = near.find(key);
    if (here.isPresent()) {
      return here;
    }
    var there = far.find(key);
    there.ifPresent(value -> near.keep(key, value));
    return there;
  }

  @Override
  public void keep(CacheKey key, byte[] value) {
    near.keep(key, value);
    far.keep(key, value);
  }

  @Override
  public void close() {
    try (far) {
      near.close();
    }
  }
}
