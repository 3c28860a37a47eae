package dev.anmok.opensearch;

import dev.anmok.opensearch.ClusterTerms.Planned;
import dev.anmok.words.Vocabulary;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Makes plans of queries, and remembers the last [#MOST] for some seconds: one search asks for the
/// best, for the scores of others, and for what those shown were found by, all with the same words.
/// What others write meanwhile is scored at once; only which other spellings there are may be known
/// so much later. Thread-safe.
final class Plans {
  static final int MOST = 64;
  static final Duration KEPT = Duration.ofSeconds(5);

  /// How long the way to each shard is remembered: another index may take the alias.
  private static final Duration WAY_KEPT = Duration.ofMinutes(1);

  private final Vocabulary vocabulary;
  private final Searches searches;
  private final LongSupplier nanos;
  private final LinkedHashMap<String, Kept> known = new LinkedHashMap<>(16, 0.75f, true);
  private @Nullable TermStatistics statistics;
  private long statisticsSince;

  private record Kept(Planned planned, long since) {}

  /// @param nanos a clock
  Plans(Vocabulary vocabulary, Searches searches, LongSupplier nanos) {
    this.vocabulary = vocabulary;
    this.searches = searches;
    this.nanos = nanos;
  }

  /// The plan of a query's text.
  Planned of(String text) throws IOException {
    long now = nanos.getAsLong();
    var kept = find(text);
    if (kept != null && now - kept.since < KEPT.toNanos()) {
      return kept.planned;
    }
    var planned = ClusterTerms.plan(text, vocabulary, statistics());
    keep(text, new Kept(planned, now));
    return planned;
  }

  /// Forgets all plans, since the index changed.
  synchronized void forget() {
    known.clear();
  }

  private TermStatistics statistics() throws IOException {
    TermStatistics former;
    synchronized (this) {
      former = statistics;
      if (former != null && nanos.getAsLong() - statisticsSince < WAY_KEPT.toNanos()) {
        return former;
      }
    }
    var opened = former == null ? TermStatistics.open(searches) : former.current();
    synchronized (this) {
      statistics = opened;
      statisticsSince = nanos.getAsLong();
    }
    return opened;
  }

  private synchronized @Nullable Kept find(String text) {
    return known.get(text);
  }

  private synchronized void keep(String text, Kept kept) {
    known.put(text, kept);
    if (known.size() > MOST) {
      known.pollFirstEntry();
    }
  }
}
