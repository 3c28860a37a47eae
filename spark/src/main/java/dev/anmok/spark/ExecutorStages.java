package dev.anmok.spark;

import dev.anmok.app.blur.Networks;
import dev.anmok.app.blur.OpenNet;
import dev.anmok.app.fetch.FetchLimits;
import dev.anmok.app.fetch.FetchRules;
import dev.anmok.app.fetch.UrlFetcher;
import dev.anmok.app.fetch.UrlPhotos;
import dev.anmok.app.workspace.IngestJob;
import dev.anmok.app.workspace.Models;
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
      var scratch = session(work);
      opened.push(scratch);
      var session = scratch.session();
      requireSpace(work, session.pack().space().id());
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

  private static ScratchSession session(Work work) throws IOException {
    try {
      return ScratchSession.open(
          work.profile(), work.profileText(), work.model(), work.modelsOrNull());
    } catch (Models.UnknownModelException e) {
      var where = work.modelsOrNull() == null ? "the job's jar" : work.modelsOrNull();
      throw new IOException(
          "the model pack '%s' is not in %s on this node: copy its folder there on every node, or name one that all share by --models (%s)"
              .formatted(work.model(), where, e.getMessage()),
          e);
    }
  }

  private static void requireSpace(Work work, String found) throws IOException {
    if (!found.equals(work.space())) {
      throw new IOException(
          "the model pack '%s' in %s makes the space %s on this node, on the driver's it made %s: copy the driver's pack to every node"
              .formatted(work.model(), work.modelsOrNull(), found, work.space()));
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

  private static void closeAll(Deque<AutoCloseable> opened) throws IOException {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (IOException e) {
        throw e;
      } catch (Exception e) {
        throw new IOException("closing failed: " + e.getMessage(), e);
      }
    }
  }
}
