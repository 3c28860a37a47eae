package dev.anmok.app.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Interrupts threads that stay too long with a client: which closes the connection that they read
/// from or write to.
final class Watchdog implements AutoCloseable {
  private static final long PERIOD_MILLIS = 250;

  private final Set<Watch> watches = ConcurrentHashMap.newKeySet();
  private final Thread clock = Thread.ofPlatform().daemon().name("watchdog").unstarted(this::run);

  Watchdog() {
    clock.start();
  }

  private void run() {
    try {
      while (true) {
        Thread.sleep(PERIOD_MILLIS);
        look();
      }
    } catch (InterruptedException e) {
      watches.clear(); // closed
    }
  }

  /// Watches over the calling thread until the watch is closed.
  Watch watch(Duration atMost) {
    var watch = new Watch(System.nanoTime() + atMost.toNanos());
    watches.add(watch);
    return watch;
  }

  /// Number of threads watched over.
  int watches() {
    return watches.size();
  }

  private void look() {
    long now = System.nanoTime();
    watches.forEach(watch -> watch.look(now));
  }

  @Override
  public void close() {
    clock.interrupt();
  }

  /// One thread's stay.
  final class Watch implements AutoCloseable {
    private final Thread thread = Thread.currentThread();
    private final long deadline;
    private boolean over;

    private Watch(long deadline) {
      this.deadline = deadline;
    }

    private synchronized void look(long now) {
      if (!over && now - deadline > 0) {
        over = true;
        watches.remove(this); // whoever is gone closes no watch
        thread.interrupt();
      }
    }

    @Override
    public synchronized void close() {
      over = true;
      watches.remove(this);
    }
  }
}
