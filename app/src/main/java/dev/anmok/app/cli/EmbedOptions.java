package dev.anmok.app.cli;

import dev.anmok.core.pipeline.IngestOptions;
import picocli.CommandLine.Option;

/// How photos are embedded: by how many threads, how many together, and whether once more.
final class EmbedOptions {
  @Option(names = "--workers", paramLabel = "N", description = "threads (default: one a processor)")
  private int workers = Runtime.getRuntime().availableProcessors();

  @Option(names = "--batch", paramLabel = "N", description = "photos encoded together (default: 8)")
  private int batch = 8;

  @Option(
      names = "--retry-rejected",
      description = "try photos again that were rejected in an earlier run")
  private boolean retryRejected;

  /// The options, for so many photos at most.
  ///
  /// @throws UsageException if one is out of range
  IngestOptions limitedTo(long limit) {
    try {
      return new IngestOptions(workers, batch, limit, retryRejected);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--" + e.getMessage());
    }
  }
}
