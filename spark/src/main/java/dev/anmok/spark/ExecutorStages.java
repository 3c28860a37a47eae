package dev.anmok.spark;

import dev.anmok.app.blur.Networks;
import dev.anmok.app.blur.OpenNet;
import dev.anmok.app.fetch.FetchLimits;
import dev.anmok.app.fetch.FetchRules;
import dev.anmok.app.fetch.UrlFetcher;
import dev.anmok.app.fetch.UrlPhotos;
import dev.anmok.app.workspace.IngestJob;
import dev.anmok.core.embed.ImageEncoder;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.pipeline.PartitionRun;
import dev.anmok.core.pipeline.PhotoBytes;
import dev.anmok.core.pipeline.PhotoFiles;
import dev.anmok.parquet.PhotoTable;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/// Decoder, encoder and lenses of one executor, opened by its first task and shared by all of them:
/// an encoder runs each call on its caller's thread, so a process needs one, however many tasks run
/// at once. Thread-safe.
final class ExecutorStages implements Closeable {
  private static final OnePerProcess<Work, ExecutorStages> SHARED =
      new OnePerProcess<>(ExecutorStages::open);

  private final PartitionRun run;
  private final Scorers scorers;
  private final PhotoTable table;
  private final Deque<AutoCloseable> opened;

  private ExecutorStages(
      PartitionRun run, Scorers scorers, PhotoTable table, Deque<AutoCloseable> opened) {
    this.run = run;
    this.scorers = scorers;
    this.table = table;
    this.opened = opened;
  }

  /// This process's stages for some work. They are closed when it ends, when other work comes, or
  /// by [#closeCurrent].
  ///
  /// @throws IOException if the model pack is not there or another one, naming it and what to do
  static ExecutorStages of(Work work) throws IOException {
    return SHARED.of(work);
  }

  /// Closes what this process has open, if anything.
  static void closeCurrent() throws IOException {
    SHARED.close();
  }

  private static ExecutorStages open(Work work) throws IOException {
    var opened = new ArrayDeque<AutoCloseable>();
    try {
      var scratch =
          ScratchSession.onNode(
              work.profile(), work.profileText(), work.model(), work.modelsOrNull(), work.space());
      opened.push(scratch);
      var session = scratch.session();
      ImageEncoder encoder = session.pack().images();
      opened.push(encoder);
      OpenNet net = Networks.of(session).orElse(null);
      if (net != null) {
        opened.push(net);
      }
      var stages = IngestJob.stages(session.profile(), encoder, net == null ? null : net.net());
      var run = new PartitionRun(stages, places(work, opened));
      var scorers = Scorers.of(session.profile(), session.pack());
      var table = new PhotoTable(session.pack().space(), session.profile().name());
      return new ExecutorStages(run, scorers, table, opened);
    } catch (IOException | RuntimeException e) {
      closeAll(opened);
      throw e;
    }
  }

  private static PhotoBytes places(Work work, Deque<AutoCloseable> opened) {
    var files = new PhotoFiles(DecodeLimits.DEFAULT.maxBytes());
    if (!work.allowUrls()) {
      return files;
    }
    var fetcher = new UrlFetcher(FetchRules.PUBLIC, FetchLimits.DEFAULT);
    opened.push(fetcher);
    return new UrlPhotos(fetcher, files);
  }

  PartitionRun run() {
    return run;
  }

  Scorers scorers() {
    return scorers;
  }

  /// What all rows of this executor have in common.
  PhotoTable table() {
    return table;
  }

  @Override
  public void close() throws IOException {
    closeAll(opened);
  }

  /// Closes all, the last first. The first failure is thrown in the end, with the others in it.
  static void closeAll(Deque<AutoCloseable> opened) throws IOException {
    IOException first = null;
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        var failure =
            e instanceof IOException io
                ? io
                : new IOException("closing failed: " + e.getMessage(), e);
        if (first == null) {
          first = failure;
        } else {
          first.addSuppressed(failure);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
