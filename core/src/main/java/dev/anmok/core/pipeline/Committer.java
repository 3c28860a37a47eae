package dev.anmok.core.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Gathers whole partitions into transactions of at least [#MAX_PHOTOS] photos or of what came
/// within [#MAX_DELAY_NANOS], so that a commit costs little a photo and a kill costs little work.
/// Used by one thread.
final class Committer {
  static final int MAX_PHOTOS = 256;
  static final long MAX_DELAY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final Catalog catalog;
  private final List<SourcePhoto> sources = new ArrayList<>();
  private final List<Ingested> ingested = new ArrayList<>();
  private long oldestNanos;

  Committer(Catalog catalog) {
    this.catalog = catalog;
  }

  void add(PartitionResult result) throws IOException {
    if (sources.isEmpty()) {
      oldestNanos = System.nanoTime();
    }
    sources.addAll(result.sources());
    ingested.addAll(result.ingested());
    if (sources.size() >= MAX_PHOTOS || nanosLeft() <= 0) {
      commit();
    }
  }

  /// Time until what was gathered is due; negative if it is overdue.
  long nanosLeft() {
    return sources.isEmpty() ? MAX_DELAY_NANOS : oldestNanos + MAX_DELAY_NANOS - System.nanoTime();
  }

  void commit() throws IOException {
    if (!ingested.isEmpty()) {
      catalog.record(ingested);
    }
    if (sources.size() > ingested.size()) {
      // All of them, not only the skipped ones: where lines disagree on an item, the last one
      // holds.
      catalog.place(sources);
    }
    sources.clear();
    ingested.clear();
  }
}
