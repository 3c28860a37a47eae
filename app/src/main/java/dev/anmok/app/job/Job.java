package dev.anmok.app.job;

import dev.anmok.core.pipeline.Progress;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One job and how it goes. Thread-safe.
public final class Job {
  private final String id;
  private final String kind;
  private final String subject;
  private final JobWork work;
  private final Instant created = Instant.now();

  private JobState state = JobState.QUEUED;
  private long startedNanos;
  private long endedNanos;
  private Counts counts = new Counts(0, 0, -1);
  private Map<String, Object> result = Map.of();
  private String error = "";
  private long version;
  private boolean cancelled;
  private boolean finishing;
  private @Nullable Thread thread;

  /// How far it is.
  ///
  /// @param done photos finished
  /// @param rejected how many of them gave no picture
  /// @param total how many there will be, -1 while that is unknown
  private record Counts(long done, long rejected, long total) {}

  Job(String id, String kind, String subject, JobWork work) {
    this.id = id;
    this.kind = kind;
    this.subject = subject;
    this.work = work;
  }

  public String id() {
    return id;
  }

  String kind() {
    return kind;
  }

  /// Whether it waits or runs, and nobody asked it to stop.
  synchronized boolean wanted() {
    return !state.ended() && !cancelled;
  }

  public synchronized JobState state() {
    return state;
  }

  /// Works on the calling thread, unless it was cancelled before.
  void run() {
    if (!begin()) {
      return;
    }
    try {
      var figures = work.run(new Run());
      end(cancelled() ? JobState.CANCELLED : JobState.DONE, figures, "");
    } catch (IOException | RuntimeException e) {
      end(JobState.FAILED, Map.of(), e.getMessage() == null ? e.toString() : e.getMessage());
    } catch (Error e) { // too little memory, a library that cannot be loaded: the next job may do
      end(JobState.FAILED, Map.of(), e.toString());
    }
  }

  private synchronized boolean begin() {
    if (state != JobState.QUEUED) {
      return false;
    }
    state = JobState.RUNNING;
    startedNanos = System.nanoTime();
    changed();
    return true;
  }

  private synchronized boolean cancelled() {
    return cancelled;
  }

  private synchronized boolean finish() {
    finishing = !cancelled;
    return finishing;
  }

  private synchronized void watch(@Nullable Thread working) {
    thread = working;
    if (working == null) {
      Thread.interrupted(); // heard
    } else if (cancelled) {
      working.interrupt();
    }
  }

  /// This job for its work.
  private final class Run implements JobRun {
    @Override
    public Progress progress() {
      return Job.this::report;
    }

    @Override
    public <T> T interruptibly(Step<T> step) throws IOException {
      watch(Thread.currentThread());
      try {
        return step.run();
      } finally {
        watch(null);
      }
    }

    @Override
    public boolean cancelled() {
      return Job.this.cancelled();
    }

    @Override
    public boolean finish() {
      return Job.this.finish();
    }
  }

  private synchronized void end(JobState last, Map<String, Object> figures, String why) {
    state = last;
    result = figures;
    error = why;
    endedNanos = System.nanoTime();
    changed();
  }

  private synchronized void report(long done, long rejected, long total) {
    counts = new Counts(done, rejected, total);
    changed();
  }

  /// Asks it to stop; one that has not begun never will, one at its last step goes on.
  synchronized void cancel() {
    cancelled |= !state.ended() && !finishing;
    if (state == JobState.QUEUED) {
      state = JobState.CANCELLED;
      changed();
    } else if (thread != null) {
      thread.interrupt();
    }
  }

  /// Ends it before it began.
  ///
  /// @param why for people
  synchronized void drop(String why) {
    if (state == JobState.QUEUED) {
      error = why;
      cancel();
    }
  }

  private void changed() {
    version++;
    notifyAll();
  }

  /// Waits for a change after a version.
  ///
  /// @return the present version
  public synchronized long awaitChange(long seen, Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (version == seen) {
      long millis = (end - System.nanoTime()) / 1_000_000;
      if (millis <= 0) {
        break;
      }
      wait(millis);
    }
    return version;
  }

  /// How it stands, as JSON shows it.
  public synchronized Map<String, Object> json() {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", id);
    json.put("kind", kind);
    json.put("source", subject);
    json.put("state", state.code());
    json.put("created", created.toString());
    json.put("done", counts.done());
    json.put("rejected", counts.rejected());
    if (counts.total() >= 0) {
      json.put("total", counts.total());
    }
    if (startedNanos != 0) {
      json.put("seconds", Math.round(seconds() * 10) / 10.0);
      json.put("photos_per_second", Math.round(rate() * 10) / 10.0);
      secondsLeft().ifPresent(left -> json.put("seconds_left", left));
    }
    if (!result.isEmpty()) {
      json.put("result", result);
    }
    if (!error.isEmpty()) {
      json.put("error", error);
    }
    return json;
  }

  private double seconds() {
    long end = state.ended() ? endedNanos : System.nanoTime();
    return Math.max(0, end - startedNanos) / 1e9;
  }

  private double rate() {
    return counts.done() / Math.max(1e-3, seconds());
  }

  private Optional<Long> secondsLeft() {
    if (state != JobState.RUNNING || counts.total() < 0 || counts.done() == 0) {
      return Optional.empty();
    }
    return Optional.of(Math.round((counts.total() - counts.done()) / rate()));
  }
}
