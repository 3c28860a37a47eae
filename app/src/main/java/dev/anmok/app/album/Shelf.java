package dev.anmok.app.album;

import dev.anmok.core.cluster.NearRule;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The best photos of one category, found while any number of photos pass by; holds at most five
/// times the limit. Without a rule one pass finds them. With one, only the best of near duplicates
/// stays, and where so many are set aside that places are left, another pass fills them: the result
/// is that of going through all photos from the best down. Not thread-safe.
final class Shelf {
  private static final int SPARE = 4;

  private final int limit;
  private final @Nullable NearRule ruleOrNull;
  private final List<Highlight> kept = new ArrayList<>();
  private final TreeSet<Highlight> candidates = new TreeSet<>();
  private boolean overflowed;
  private boolean done;

  Shelf(int limit, @Nullable NearRule ruleOrNull) {
    this.limit = limit;
    this.ruleOrNull = ruleOrNull;
  }

  /// Shows it a photo; each once a pass.
  void offer(Highlight highlight) {
    int room = ruleOrNull == null ? limit : SPARE * limit;
    if (done || (candidates.size() == room && candidates.last().compareTo(highlight) < 0)) {
      overflowed |= !done;
      return;
    }
    if (repeats(highlight)) {
      return;
    }
    candidates.add(highlight);
    if (candidates.size() > room) {
      candidates.pollLast();
      overflowed = true;
    }
  }

  /// Ends a pass.
  ///
  /// @return whether another is needed
  boolean settle() {
    for (var candidate : candidates) {
      if (kept.size() < limit && !repeats(candidate)) {
        kept.add(candidate);
      }
    }
    done = kept.size() == limit || !overflowed;
    candidates.clear();
    overflowed = false;
    return !done;
  }

  /// The photos found, best first.
  List<Highlight> kept() {
    return List.copyOf(kept);
  }

  private boolean repeats(Highlight highlight) {
    var rule = ruleOrNull;
    return rule != null
        && kept.stream()
            .anyMatch(better ->
                better.photo().uri().equals(highlight.photo().uri())
                    || highlight.near(better, rule));
  }
}
