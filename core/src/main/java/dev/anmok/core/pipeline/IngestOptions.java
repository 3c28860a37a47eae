package dev.anmok.core.pipeline;

/// How a run of [Ingest] works.
///
/// @param workers threads that decode and encode, at least 1
/// @param batch photos of a partition, encoded together, 1 to 256
/// @param limit number of source photos to look at, at least 1; [#NO_LIMIT] for all
/// @param retryRejected whether photos rejected in an earlier run are tried again though their file
///   has not changed
public record IngestOptions(int workers, int batch, long limit, boolean retryRejected) {
  public static final long NO_LIMIT = Long.MAX_VALUE;
  private static final int MAX_BATCH = 256;

  public IngestOptions {
    if (workers < 1) {
      throw new IllegalArgumentException("workers must be >= 1, was " + workers);
    }
    if (batch < 1 || batch > MAX_BATCH) {
      throw new IllegalArgumentException("batch must be 1.." + MAX_BATCH + ", was " + batch);
    }
    if (limit < 1) {
      throw new IllegalArgumentException("limit must be >= 1, was " + limit);
    }
  }

  /// One worker a processor, batches of eight, everything once.
  public static IngestOptions defaults() {
    return new IngestOptions(Runtime.getRuntime().availableProcessors(), 8, NO_LIMIT, false);
  }
}
