package dev.anmok.lucene;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.MergeScheduler;
import org.apache.lucene.index.MergeTrigger;

/// Does small merges at once and hands large ones, and all that cluster photos, to one thread
/// behind the scenes, where neither a commit nor a search waits for them. Until such a merge is
/// done the parts that it reads are searched; whoever is killed meanwhile loses the merge and no
/// photo.
@SuppressWarnings("ThreadPriorityCheck") // a hint: searches matter more than merges
final class BackgroundMerges extends MergeScheduler {
  /// Photos up to which a merge takes some hundredths of a second.
  private static final int AT_ONCE = 10_000;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform()
              .name("anmok-index-merge")
              .daemon()
              .priority(Thread.MIN_PRIORITY)
              .factory());
  private final Phaser running = new Phaser(1);
  private final Queue<IOException> failures = new ConcurrentLinkedQueue<>();
  private final Done done;

  /// What is done after a merge behind the scenes.
  @FunctionalInterface
  interface Done {
    void merged() throws IOException;
  }

  BackgroundMerges(Done done) {
    this.done = done;
  }

  @Override
  public synchronized void merge(MergeSource source, MergeTrigger trigger) throws IOException {
    for (var merge = source.getNextMerge(); merge != null; merge = source.getNextMerge()) {
      if (merge instanceof ClusterMerge || photos(merge) > AT_ONCE) {
        var large = merge;
        running.register();
        thread.execute(() -> run(source, large));
      } else {
        source.merge(merge);
      }
    }
  }

  /// Waits until no merge is left.
  ///
  /// @return whether there was one
  /// @throws IOException if one failed since this was last asked
  boolean await() throws IOException {
    boolean any = running.getRegisteredParties() > 1;
    running.arriveAndAwaitAdvance();
    check();
    return any;
  }

  /// @throws IOException if a merge failed since this was last asked
  void check() throws IOException {
    var failed = failures.poll();
    if (failed != null) {
      throw failed;
    }
  }

  @Override
  public void close() throws IOException {
    thread.shutdown();
    try {
      thread.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(MergeSource source, MergePolicy.OneMerge merge) {
    try {
      source.merge(merge);
      if (!merge.isAborted()) {
        done.merged();
      }
      merge(source, MergeTrigger.MERGE_FINISHED); // what became due by it; nobody else asks
      if (!merge.isAborted()) {
        done.merged(); // the small ones of these, which are done at once
      }
    } catch (IOException e) {
      failures.add(e);
    } catch (RuntimeException e) { // the edge of this thread
      failures.add(new IOException("a merge of the index failed: " + e, e));
    } finally {
      running.arriveAndDeregister();
    }
  }

  private static long photos(MergePolicy.OneMerge merge) {
    return merge.segments.stream().mapToLong(segment -> segment.info.maxDoc()).sum();
  }
}
