package dev.anmok.onnx;

import dev.anmok.core.embed.Embedding;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// The vectors of the texts that were used last, up to a number of them. Thread-safe.
final class RecentTexts {
  private final LinkedHashMap<String, Embedding> byUse = new LinkedHashMap<>(16, 0.75f, true);
  private final int most;

  RecentTexts(int most) {
    this.most = most;
  }

  /// A new map of those of the texts that are known.
  synchronized Map<String, Embedding> find(Collection<String> texts) {
    var found = new HashMap<String, Embedding>();
    for (var text : texts) {
      var embedding = byUse.get(text);
      if (embedding != null) {
        found.put(text, embedding);
      }
    }
    return found;
  }

  synchronized void put(String text, Embedding embedding) {
    byUse.put(text, embedding);
    if (byUse.size() > most) {
      byUse.pollFirstEntry();
    }
  }

  synchronized int size() {
    return byUse.size();
  }
}
