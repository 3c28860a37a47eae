package dev.anmok.benchmarks;

import dev.anmok.core.evaluate.Latency;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

/// What came back from a server. Thread-safe.
final class SoakTally {
  private final Map<String, String> first = new ConcurrentHashMap<>();
  private final Map<String, Long> statuses = new TreeMap<>();
  private LongStream.Builder nanos = LongStream.builder();
  private long ok;
  private long busy;
  private long wrong;
  private long failed;

  /// An answer: right if it is the same as the first to this request; 429 and 503 are honest.
  void answer(String request, int status, byte[] body, long nanosTaken) {
    boolean same =
        status == 200 && digest(body).equals(first.computeIfAbsent(request, _ -> digest(body)));
    synchronized (this) {
      statuses.merge("" + status, 1L, Long::sum);
      if (same) {
        ok++;
        nanos.add(nanosTaken);
      } else if (status == 429 || status == 503) {
        busy++;
      } else {
        wrong++;
      }
    }
  }

  synchronized void failed(Exception e) {
    statuses.merge(e.toString(), 1L, Long::sum);
    failed++;
  }

  /// The counts since the last call.
  synchronized String lineAndReset() {
    var times = nanos.build().toArray();
    var latency = times.length == 0 ? new Latency(0, 0, 0) : Latency.of(times);
    var line =
        String.format(
            Locale.ROOT,
            "%8d  %d  %d  %d  %d  %.1f  %.1f  %.1f",
            ok + busy + wrong + failed,
            ok,
            busy,
            wrong,
            failed,
            latency.p50Millis(),
            latency.p95Millis(),
            latency.p99Millis());
    nanos = LongStream.builder();
    ok = busy = wrong = failed = 0;
    return line;
  }

  synchronized Map<String, Long> statuses() {
    return Map.copyOf(statuses);
  }

  static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
