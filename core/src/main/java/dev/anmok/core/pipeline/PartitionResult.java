package dev.anmok.core.pipeline;

import java.util.List;

/// What a worker made of one partition.
///
/// @param sources all its photos, in the source's order
/// @param ingested those to record, in the same order; the others were finished by an earlier run
record PartitionResult(List<SourcePhoto> sources, List<Ingested> ingested) {
  /// Of a partition that was not begun because the run is stopping.
  static final PartitionResult NOT_BEGUN = new PartitionResult(List.of(), List.of());

  PartitionResult {
    sources = List.copyOf(sources);
    ingested = List.copyOf(ingested);
  }

  int skipped() {
    return sources.size() - ingested.size();
  }
}
