package dev.anmok.core.pipeline;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// One run of [Ingest]: a window of partitions under way, settled in the source's order by the
/// thread that feeds it, so that there is one writer and nothing to deadlock.
final class IngestRun implements AutoCloseable {
  /// Partitions under way for each worker: enough that none waits while the oldest is settled.
  private static final int WINDOW_PER_WORKER = 4;

  /// What is done to one partition, on a worker's thread.
  interface Job {
    PartitionResult run(List<SourcePhoto> partition) throws IOException;
  }

  private final IngestOptions options;
  private final Job job;
  private final Committer committer;
  private final Progress progress;
  private final ExecutorService workers;
  private final ArrayDeque<Future<PartitionResult>> window = new ArrayDeque<>();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final Tally tally = new Tally();
  private final RunEnd end = new RunEnd();
  private long total;

  IngestRun(IngestOptions options, Job job, Committer committer, Progress progress) {
    this.options = options;
    this.job = job;
    this.committer = committer;
    this.progress = progress;
    this.workers =
        Executors.newFixedThreadPool(
            options.workers(), Thread.ofPlatform().daemon().name("ingest-", 1).factory());
  }

  IngestSummary over(Source source) throws IOException {
    long start = System.nanoTime();
    var count = source.count();
    total = count.isPresent() ? Math.min(count.getAsLong(), options.limit()) : -1;
    try (var photos = source.photos()) {
      dispatch(photos.limit(options.limit()).iterator());
      while (!window.isEmpty()) {
        settle(window.remove());
      }
      write(committer::commit);
    }
    end.rethrow();
    return tally.summary(Duration.ofNanos(System.nanoTime() - start), end.restoreInterrupt());
  }

  private void dispatch(Iterator<SourcePhoto> photos) {
    while (!stopping.get() && !end.hasFailed()) {
      var partition = cut(photos);
      if (partition.isEmpty()) {
        return;
      }
      window.add(
          workers.submit(() -> stopping.get() ? PartitionResult.NOT_BEGUN : job.run(partition)));
      if (window.size() >= WINDOW_PER_WORKER * options.workers()) {
        settle(window.remove());
      }
      if (Thread.interrupted()) {
        interrupt();
      }
    }
  }

  /// The next partition, shorter at the source's end and where it breaks off. What was read before
  /// a malformed line is still worth doing, so that alone stops no worker.
  private List<SourcePhoto> cut(Iterator<SourcePhoto> photos) {
    var partition = new ArrayList<SourcePhoto>(options.batch());
    try {
      while (partition.size() < options.batch() && photos.hasNext()) {
        partition.add(photos.next());
      }
    } catch (RuntimeException e) {
      if (Thread.interrupted()) {
        interrupt(); // which closes the channel that a source reads from
      } else {
        end.failed(e);
      }
    }
    return partition;
  }

  private void settle(Future<PartitionResult> partition) {
    var result = await(partition);
    if (result != null) {
      tally.add(result);
      write(() -> committer.add(result));
      progress.report(tally.seen(), tally.rejections(), total);
    }
  }

  /// Waits for a partition, while what was gathered is committed in time; null if it failed.
  private @Nullable PartitionResult await(Future<PartitionResult> partition) {
    while (true) {
      try {
        return partition.get(Math.max(0, committer.nanosLeft()), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        write(committer::commit);
      } catch (InterruptedException e) {
        interrupt();
      } catch (ExecutionException e) {
        fail(e.getCause() == null ? e : e.getCause());
        return null;
      }
    }
  }

  /// One write to the catalog.
  private interface Write {
    void run() throws IOException;
  }

  private void write(Write write) {
    if (end.writable()) {
      try {
        write.run();
      } catch (IOException | RuntimeException e) {
        end.unwritable();
        fail(e);
      }
    }
  }

  private void interrupt() {
    end.interrupted();
    stopping.set(true);
  }

  private void fail(Throwable failure) {
    end.failed(failure);
    stopping.set(true);
  }

  @Override
  public void close() {
    stopping.set(true);
    workers.close();
  }
}
