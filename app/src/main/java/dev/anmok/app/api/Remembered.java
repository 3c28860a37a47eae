package dev.anmok.app.api;

import dev.anmok.app.http.Gate;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// Remembers a few answers that took long until what they were made of changes. Thread-safe: of
/// several that ask at once one computes, within the gate, and the others wait for it outside, so
/// that they keep nobody else from computing.
///
/// @param <K> what was asked
/// @param <V> the answer
final class Remembered<K, V> {
  private static final int FEW = 4;

  private final Gate gate;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile Answers<K, V> answers = new Answers<>(-1, Map.of());

  /// Answers of one version.
  private record Answers<K, V>(long version, Map<K, V> known) {
    Optional<V> at(long now, K asked) {
      return Optional.ofNullable(version >= now ? known.get(asked) : null);
    }

    Answers<K, V> with(long now, K asked, V found) {
      var all = new LinkedHashMap<K, V>();
      if (version == now && known.size() < FEW) {
        all.putAll(known);
      }
      all.put(asked, found);
      return new Answers<>(now, all);
    }
  }

  /// Finds an answer.
  interface Finder<V> {
    V find() throws IOException;
  }

  Remembered(Gate gate) {
    this.gate = gate;
  }

  /// The answer for a version of the catalog, or for a later one. It is asked for outside the gate.
  ///
  /// @param now the version before anything is read: only as long as it stays does the answer
  /// @throws dev.anmok.app.http.Problem 503 if it must be computed and too many wait
  V at(long now, K asked, Finder<V> finder) throws IOException {
    var known = answers.at(now, asked);
    return known.isPresent() ? known.get() : inTurn(now, asked, finder);
  }

  private V inTurn(long now, K asked, Finder<V> finder) throws IOException {
    turn.lock();
    try {
      var known = answers.at(now, asked);
      if (known.isPresent()) {
        return known.get();
      }
      var found = gate.call(finder::find);
      answers = answers.with(now, asked, found);
      return found;
    } finally {
      turn.unlock();
    }
  }
}
