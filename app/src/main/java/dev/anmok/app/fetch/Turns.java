package dev.anmok.app.fetch;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Who may fetch now: so many at a time, so many of them from one host. Whoever waits for a slow
/// host keeps nobody from another one.
final class Turns {
  private final int perHost;
  private final Semaphore all;
  private final Map<String, Queue> hosts = new HashMap<>();

  Turns(int concurrent, int perHost) {
    this.perHost = perHost;
    this.all = new Semaphore(concurrent, true);
  }

  /// Those who fetch from one host or wait to.
  private static final class Queue {
    final Semaphore free;
    int users;

    Queue(int perHost) {
      this.free = new Semaphore(perHost, true);
    }
  }

  /// A turn, to be given back by closing it.
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  /// Waits for a turn.
  ///
  /// @throws Refusal if none comes in time or the thread is interrupted
  Turn take(String host, Duration wait) throws Refusal {
    var deadline = Deadline.in(wait);
    var queue = join(host);
    boolean first = false;
    boolean second = false;
    try {
      first = queue.free.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
      second = first && all.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (second) {
      return () -> {
        all.release();
        queue.free.release();
        leave(host);
      };
    }
    if (first) {
      queue.free.release();
    }
    leave(host);
    throw new Refusal(FetchFault.BUSY, "too many other URLs are being fetched; try later");
  }

  /// Number of hosts that somebody fetches from or waits for.
  synchronized int hosts() {
    return hosts.size();
  }

  private synchronized Queue join(String host) {
    var queue = hosts.computeIfAbsent(host, _ -> new Queue(perHost));
    queue.users++;
    return queue;
  }

  private synchronized void leave(String host) {
    hosts.computeIfPresent(host, (_, queue) -> --queue.users == 0 ? null : queue);
  }
}
