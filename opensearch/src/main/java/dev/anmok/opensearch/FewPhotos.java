package dev.anmok.opensearch;

import dev.anmok.core.filter.Filter;
import dev.anmok.core.search.VectorQuery.Scope;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Tells whether so few photos are in scope and pass a filter that each of them is compared. One
/// search by item asks for photos several times, so an answer is remembered for some seconds: what
/// others write meanwhile is found all the same, only by the way chosen before. Thread-safe.
final class FewPhotos {
  static final int MOST = 64;
  static final Duration KEPT = Duration.ofSeconds(5);

  private final Searches searches;
  private final int limit;
  private final LongSupplier nanos;
  private final LinkedHashMap<Asked, Kept> known = new LinkedHashMap<>(16, 0.75f, true);

  private record Asked(Scope scope, Filter filter) {}

  private record Kept(boolean few, long since) {}

  /// @param limit number of photos that are few, at least 0
  /// @param nanos a clock
  FewPhotos(Searches searches, int limit, LongSupplier nanos) {
    this.searches = searches;
    this.limit = limit;
    this.nanos = nanos;
  }

  boolean pass(Scope scope, Filter filter) throws IOException {
    if (limit == Integer.MAX_VALUE) { // all are few, and a cluster counts no further
      return true;
    }
    long now = nanos.getAsLong();
    var asked = new Asked(scope, filter);
    var kept = find(asked);
    if (kept != null && now - kept.since < KEPT.toNanos()) {
      return kept.few;
    }
    boolean few = !searches.more(FilterQuery.of(scope, filter), limit);
    keep(asked, new Kept(few, now));
    return few;
  }

  /// Forgets all, since the index changed.
  synchronized void forget() {
    known.clear();
  }

  private synchronized @Nullable Kept find(Asked asked) {
    return known.get(asked);
  }

  private synchronized void keep(Asked asked, Kept kept) {
    known.put(asked, kept);
    if (known.size() > MOST) {
      known.pollFirstEntry();
    }
  }
}
