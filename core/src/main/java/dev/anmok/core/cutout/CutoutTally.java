package dev.anmok.core.cutout;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/// Counts outcomes. Thread-safe.
public final class CutoutTally {
  private final LongAdder cut = new LongAdder();
  private final Map<KeptReason, LongAdder> kept = new ConcurrentHashMap<>();

  /// Counts one.
  public void add(Cutout outcome) {
    switch (outcome) {
      case Cutout.Cut _ -> cut.increment();
      case Cutout.Kept(var reason, _) ->
          kept.computeIfAbsent(reason, _ -> new LongAdder()).increment();
    }
  }

  /// Photos that were cut out.
  public long cut() {
    return cut.sum();
  }

  /// Photos that were used as they are, by reason; reasons without any are left out.
  public Map<KeptReason, Long> kept() {
    var counts = new EnumMap<KeptReason, Long>(KeptReason.class);
    kept.forEach((reason, count) -> counts.put(reason, count.sum()));
    return counts;
  }

  /// One line for people, for example `380 cut out, 106 used as they are: undecided 70, …`.
  public String words() {
    var counts = kept();
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    var words = "%d cut out, %d used as they are".formatted(cut(), all);
    var reasons =
        counts.entrySet().stream()
            .map(each -> each.getKey().code() + " " + each.getValue())
            .collect(Collectors.joining(", "));
    return all == 0 ? words : words + ": " + reasons;
  }
}
