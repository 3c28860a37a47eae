package dev.anmok.core.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Takes partitions of a source through the stages, on the caller's thread: what [Ingest] does on
/// each of its workers, for whoever brings workers and a place for the outcomes along. Thread-safe.
///
/// Photos are encoded in batches that begin at the start of what is given. Whoever cuts a source
/// into slices of a multiple of the batch therefore gets the batches, and with them the outcomes,
/// of an [Ingest] of the whole source into an empty catalog. Equal bytes at two places are worked
/// on twice, with the same outcome.
///
/// An encoder that fails on any picture throws; all that a file holds ends as a value.
public final class PartitionRun {
  private final Inspector inspector;
  private final BatchEncoder encoder;

  /// A run that knows of nothing before it, so every photo has an outcome, none of them
  /// [Outcome.Known] or [Outcome.Detailed].
  public PartitionRun(Stages stages, PhotoBytes places) {
    this(Ledger.empty(), stages, places, false);
  }

  PartitionRun(Ledger ledger, Stages stages, PhotoBytes places, boolean retryRejected) {
    this.inspector = new Inspector(ledger, stages, places, retryRejected);
    this.encoder = new BatchEncoder(stages.encoder());
  }

  /// One outcome a photo, in the order given.
  ///
  /// @param batch photos encoded together, at least 1
  public List<Ingested> run(List<SourcePhoto> slice, int batch) throws IOException {
    if (batch < 1) {
      throw new IllegalArgumentException("batch must be >= 1, was " + batch);
    }
    var done = new ArrayList<Ingested>(slice.size());
    for (int from = 0; from < slice.size(); from += batch) {
      done.addAll(batch(slice.subList(from, Math.min(from + batch, slice.size()))).ingested());
    }
    return List.copyOf(done);
  }

  /// One batch.
  PartitionResult batch(List<SourcePhoto> photos) throws IOException {
    return new PartitionJob(inspector, encoder).run(photos);
  }
}
