package dev.anmok.app.query;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// How long the stages of one answer took, in the order in which they began. Not thread-safe.
public final class StageTimes {
  /// Reading a photo's file and decoding it upright.
  public static final String DECODE = "decode";

  /// Vectors of photos and words.
  public static final String EMBED = "embed";

  /// Saying what kind of thing photos show.
  public static final String CATEGORY = "category";

  /// Asking the index and fusing what it found.
  public static final String SEARCH = "search";

  private final Map<String, Long> nanos = new LinkedHashMap<>();

  /// Work that takes time.
  ///
  /// @param <T> what it gives
  public interface Work<T> {
    T run() throws IOException;
  }

  /// Does some work and counts its time for a stage.
  public <T> T time(String stage, Work<T> work) throws IOException {
    long start = System.nanoTime();
    try {
      return work.run();
    } finally {
      add(stage, System.nanoTime() - start);
    }
  }

  /// Counts time for a stage; less than nothing takes some back.
  void add(String stage, long more) {
    nanos.merge(stage, more, Long::sum);
  }

  /// Milliseconds by stage.
  public Map<String, Double> millis() {
    var millis = new LinkedHashMap<String, Double>();
    nanos.forEach((stage, time) -> millis.put(stage, time / 1e6));
    return Collections.unmodifiableMap(millis);
  }
}
