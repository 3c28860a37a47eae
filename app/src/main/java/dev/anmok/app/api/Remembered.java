package dev.anmok.app.api;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// Remembers a few answers that took long until the catalog changes. Thread-safe: of several that
/// ask at once one computes, and the others wait for it.
///
/// @param <K> what was asked
/// @param <V> the answer
final class Remembered<K, V> {
  private static final int FEW = 4;

  private final Map<K, V> answers = new LinkedHashMap<>();
  private long generation = -1;

  /// Finds an answer.
  interface Finder<V> {
    V find() throws IOException;
  }

  /// The answer for a state of the catalog.
  ///
  /// @param now the catalog's generation before anything is read
  synchronized V at(long now, K asked, Finder<V> finder) throws IOException {
    boolean full = answers.size() >= FEW && !answers.containsKey(asked);
    if (generation != now || full) {
      answers.clear();
      generation = now;
    }
    var known = answers.get(asked);
    if (known != null) {
      return known;
    }
    var found = finder.find();
    answers.put(asked, found);
    return found;
  }
}
