package dev.anmok.core.pipeline;

import java.io.IOException;

/// The engine that brings a source's photos into a catalog.
///
/// One thread, the caller's, reads the source in order, cuts it into partitions of `batch` photos
/// and hands them to `workers` threads. A worker takes each photo of its partition through look,
/// digest, decode and measure ([Stages]), then encodes the partition's pictures as one batch:
/// several workers that each encode on one thread are faster than one encoder with many. The
/// caller's thread takes the results in the source's order and is the only one that writes: whole
/// partitions, several a transaction.
///
/// **Restart.** A photo is skipped if its URI was seen with the same length and time and its ledger
/// is complete, or if it was rejected then; equal bytes at another place are not decoded again. A
/// photo that lacks nothing but details ([Stages#detailed()]), or a network's measure among them,
/// is decoded for them and keeps its embedding. As partitions are committed whole and in order, a
/// run killed at any moment and started again makes the same batches and ends with the same catalog
/// as an undisturbed one.
///
/// **Failures.** A photo that cannot be read, decoded or encoded becomes a rejection. A malformed
/// line of the source is thrown once all that came before it is committed. An encoder that fails on
/// any picture stops the run: the partitions then running are committed, the others not begun, and
/// its exception is thrown. So does a catalog that cannot be written, but for the committing. An
/// interrupt of the calling thread stops in the same way and returns the summary, with the thread's
/// interrupt status set again.
///
/// **Memory.** At most `4 * workers` partitions are under way. Of pictures, each worker holds at
/// most 48 MiB of pixels that wait for the encoder, and beside them the one photo it is decoding:
/// its file ([dev.anmok.core.image.DecodeLimits#maxBytes()]) and 3 bytes for each of its pixels
/// ([dev.anmok.core.image.DecodeLimits#maxPixels()]), with details two more for luma at full size;
/// what waits is reduced also then. Of finished photos at most about 256 and the partitions under
/// way wait to be written, each a vector and a few hundred bytes.
public final class Ingest {
  private final Catalog catalog;
  private final Stages stages;
  private final PhotoBytes places;
  private final IngestOptions options;

  /// Reads files. Closes none of them.
  public Ingest(Catalog catalog, Stages stages, IngestOptions options) {
    this(catalog, stages, new PhotoFiles(stages.limits().maxBytes()), options);
  }

  /// Reads from other places too. Closes none of them.
  public Ingest(Catalog catalog, Stages stages, PhotoBytes places, IngestOptions options) {
    this.catalog = catalog;
    this.stages = stages;
    this.places = places;
    this.options = options;
  }

  /// Runs to the source's end, the limit, a failure or an interrupt.
  ///
  /// @param progress hears of every partition that is finished
  public IngestSummary run(Source source, Progress progress) throws IOException {
    var partitions = new PartitionRun(catalog, stages, places, options.retryRejected());
    try (var run = new IngestRun(options, partitions::batch, new Committer(catalog), progress)) {
      return run.over(source);
    }
  }
}
