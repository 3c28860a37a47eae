package dev.anmok.app.cache;

import java.util.Optional;

/// Remembers values for a while. It may forget any of them at any time, and whoever asks can always
/// compute the value again; so nothing that goes wrong in it is thrown. Thread-safe.
public interface Cache extends AutoCloseable {
  /// Longest value in bytes that is kept; longer ones are not.
  int MAX_BYTES = 1 << 20;

  /// What is kept under a key; do not write to it.
  Optional<byte[]> find(CacheKey key);

  /// Keeps a value, which must not be written to afterwards. Never call it for a failure.
  void keep(CacheKey key, byte[] value);

  @Override
  void close();
}
