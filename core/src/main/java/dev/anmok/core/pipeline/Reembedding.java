package dev.anmok.core.pipeline;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/// Embeds the photos that a catalog has in another space, beside the spaces that it has already.
/// Each photo is read from its first place that still holds it and decoded once, as [Ingest] does,
/// so that its vector is the one that an ingest with that encoder would give. Nothing else of the
/// catalog changes: a photo that cannot be read now stays what it is in the other spaces, and is
/// recorded as failed in this one.
///
/// **Restart.** A photo is embedded if the catalog has its vector. Partitions are stored whole, one
/// a transaction, so a run killed at any moment goes on where it was.
///
/// **Failures.** An encoder that fails on any picture, or a catalog that cannot be written, stops
/// the run; what was done till then is stored, and the exception is thrown. An interrupt of the
/// calling thread stops it in the same way and is told by the summary; the thread stays
/// interrupted.
///
/// **Memory.** As for [Ingest]: at most `2 * workers` partitions are under way, each with at most
/// 48 MiB of pixels that wait for the encoder.
public final class Reembedding {
  private static final int WINDOW_PER_WORKER = 2;

  private final SpaceVectors vectors;
  private final Stages stages;
  private final PhotoBytes places;
  private final IngestOptions options;

  /// Closes none of them.
  ///
  /// @param stages with the encoder of the space to fill; its other parts as for the ingest
  /// @param options `retryRejected` tries photos again that failed in this space
  public Reembedding(
      SpaceVectors vectors, Stages stages, PhotoBytes places, IngestOptions options) {
    this.vectors = vectors;
    this.stages = stages;
    this.places = places;
    this.options = options;
  }

  /// Embeds what is missing.
  ///
  /// @param follow as [SpaceVectors#store] has it
  /// @param progress hears of every partition that is finished
  public Reembedded run(boolean follow, Progress progress) throws IOException {
    var workers =
        Executors.newFixedThreadPool(
            options.workers(), Thread.ofPlatform().daemon().name("reembed-", 1).factory());
    try (workers) {
      var run = new Run(follow, progress);
      run.over(partition -> workers.submit(() -> run.work(partition)));
      return run.end();
    }
  }

  private interface Submit {
    Future<List<SpaceVectors.Made>> of(List<SpaceVectors.Missing> partition);
  }

  private final class Run {
    private final long start = System.nanoTime();
    private final boolean follow;
    private final Progress progress;
    private final long total;
    private final BatchEncoder encoder = new BatchEncoder(stages.encoder());
    private final ArrayDeque<Future<List<SpaceVectors.Made>>> window = new ArrayDeque<>();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final RunEnd end = new RunEnd();
    private long after;
    private long taken;
    private long embedded;
    private long failed;

    Run(boolean follow, Progress progress) throws IOException {
      this.follow = follow;
      this.progress = progress;
      var state = vectors.progress(stages.encoder().space());
      long wanted = state.missing() + (options.retryRejected() ? state.failed() : 0);
      this.total = Math.min(wanted, options.limit());
    }

    List<SpaceVectors.Made> work(List<SpaceVectors.Missing> partition) throws IOException {
      return stopping.get()
          ? List.of()
          : new ReembedPartition(vectors, stages, places, encoder).run(partition);
    }

    void over(Submit submit) {
      heed(); // before the first photo too
      do {
        fill(submit);
        if (!window.isEmpty()) {
          settle(window.remove());
        }
        heed();
      } while (!window.isEmpty());
    }

    /// Stops where that was asked for; waiting for what is done already does not hear it.
    private void heed() {
      if (Thread.interrupted()) {
        interrupt();
      }
    }

    private void fill(Submit submit) {
      try {
        while (!stopping.get() && window.size() < WINDOW_PER_WORKER * options.workers()) {
          int most = (int) Math.min(options.batch(), options.limit() - taken);
          var partition =
              most == 0
                  ? List.<SpaceVectors.Missing>of()
                  : vectors.missing(stages.encoder().space(), options.retryRejected(), after, most);
          if (partition.isEmpty()) {
            return;
          }
          after = partition.getLast().number();
          taken += partition.size();
          window.add(submit.of(partition));
        }
      } catch (IOException | RuntimeException e) {
        fail(e);
      }
    }

    private void settle(Future<List<SpaceVectors.Made>> partition) {
      while (true) {
        try {
          store(partition.get());
          return;
        } catch (InterruptedException e) {
          interrupt();
        } catch (ExecutionException e) {
          fail(e.getCause() == null ? e : e.getCause());
          return;
        } catch (IOException | RuntimeException e) {
          fail(e);
          return;
        }
      }
    }

    private void store(List<SpaceVectors.Made> made) throws IOException {
      if (made.isEmpty()) {
        return;
      }
      vectors.store(stages.encoder().space(), made, follow);
      for (var each : made) {
        switch (each) {
          case SpaceVectors.Made.Vector _ -> embedded++;
          case SpaceVectors.Made.Failed _ -> failed++;
        }
      }
      progress.report(embedded + failed, failed, total);
    }

    private void interrupt() {
      end.interrupted();
      stopping.set(true);
    }

    private void fail(Throwable e) {
      stopping.set(true);
      end.failed(e);
    }

    Reembedded end() throws IOException {
      end.rethrow();
      var elapsed = Duration.ofNanos(System.nanoTime() - start);
      return new Reembedded(embedded, failed, elapsed, end.restoreInterrupt());
    }
  }
}
