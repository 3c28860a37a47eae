package dev.anmok.app.job;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Runs jobs one after the other. Holds the last [#REMEMBERED] that ended. Thread-safe.
public final class Jobs implements AutoCloseable {
  public static final int REMEMBERED = 100;

  private final int mostQueued;
  private final Map<String, Job> all = new LinkedHashMap<>();
  private final Deque<Job> queue = new ArrayDeque<>();
  private final Thread worker = Thread.ofPlatform().name("jobs").unstarted(this::work);
  private @Nullable Job running;
  private boolean closing;

  /// Jobs with a thread of their own, ended by [#close].
  ///
  /// @param mostQueued how many may wait
  public Jobs(int mostQueued) {
    this.mostQueued = mostQueued;
    worker.start();
  }

  /// Adds a job.
  ///
  /// @return empty if as many wait as may wait
  public synchronized Optional<Job> add(String kind, String subject, JobWork work) {
    if (closing || queue.size() >= mostQueued) {
      return Optional.empty();
    }
    var job = new Job(UUID.randomUUID().toString(), kind, subject, work);
    all.put(job.id(), job);
    queue.add(job);
    forgetOldest();
    notifyAll();
    return Optional.of(job);
  }

  /// Adds a job, unless one of its kind waits or runs that nobody asked to stop: that one then.
  ///
  /// @return empty if as many wait as may wait
  public synchronized Optional<Job> addOnce(String kind, String subject, JobWork work) {
    var present =
        all.values().stream().filter(job -> job.kind().equals(kind) && job.wanted()).findFirst();
    return present.isPresent() ? present : add(kind, subject, work);
  }

  private void forgetOldest() {
    var ended = all.values().stream().filter(job -> job.state().ended()).toList();
    for (int i = 0; i < ended.size() - REMEMBERED; i++) {
      all.remove(ended.get(i).id());
    }
  }

  /// A job that is not forgotten yet.
  public synchronized Optional<Job> find(String id) {
    return Optional.ofNullable(all.get(id));
  }

  /// All of them, the newest first.
  public synchronized List<Job> list() {
    return new ArrayList<>(all.values()).reversed();
  }

  /// Asks a job to stop; one that ended stays as it is.
  public synchronized void cancel(Job job) {
    queue.remove(job);
    job.cancel();
  }

  /// Drops the jobs that wait, but not the one that runs.
  ///
  /// @param why what they say for it
  public synchronized void dropWaiting(String why) {
    queue.forEach(job -> job.drop(why));
    queue.clear();
  }

  /// Number of jobs that wait.
  public synchronized int queued() {
    return queue.size();
  }

  private void work() {
    for (var job = next(); job != null; job = next()) {
      job.run();
    }
  }

  private synchronized @Nullable Job next() {
    running = null;
    while (queue.isEmpty() && !closing) {
      try {
        wait();
      } catch (InterruptedException e) {
        throw new IllegalStateException("only jobs are interrupted, and none runs", e);
      }
    }
    running = closing ? null : queue.poll();
    return running;
  }

  /// Asks the running job to stop, drops the others, and waits for it.
  @Override
  public void close() {
    stop();
    boolean interrupted = false;
    while (worker.isAlive()) {
      try {
        worker.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Takes no more jobs, drops those that wait and asks the running one to stop.
  public synchronized void stop() {
    closing = true;
    List.copyOf(queue).forEach(this::cancel);
    if (running != null) {
      running.cancel();
    }
    notifyAll();
  }
}
