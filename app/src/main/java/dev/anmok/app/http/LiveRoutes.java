package dev.anmok.app.http;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The routes that a server answers by, which can be changed while requests are under way: a
/// request ends by the table that it began with, and the next one finds the other. Nothing is
/// written during a change. Thread-safe.
public final class LiveRoutes implements Closeable {
  private static final Duration LAST = Duration.ofSeconds(5);

  private final ReentrantReadWriteLock writing = new ReentrantReadWriteLock(true);
  private final Consumer<String> log;
  private volatile RoutesInUse current;
  private volatile @Nullable RoutesInUse before;

  /// Begins with a table.
  ///
  /// @param parts what its handlers need, closed after its last request
  /// @param log hears it if parts cannot be closed
  public LiveRoutes(RouteTable table, Closeable parts, Consumer<String> log) {
    this.log = log;
    this.current = new RoutesInUse(table, parts, log);
  }

  /// A request's hold on the routes, until it is closed.
  ///
  /// @param routes what it is answered by
  /// @param letGo ends the hold
  record Hold(RoutesInUse routes, Runnable letGo) implements AutoCloseable {
    RouteTable table() {
      return routes.table();
    }

    @Override
    public void close() {
      letGo.run();
    }
  }

  /// Something that must hold at the moment of a change.
  public interface LastStep<T> {
    T run() throws IOException;
  }

  /// Holds the present routes, which stay usable meanwhile.
  Hold hold() {
    while (true) {
      var now = current;
      if (now.enter()) {
        return new Hold(now, now::leave);
      }
    }
  }

  /// Holds the present routes and keeps them the present ones meanwhile.
  Hold holdForWriting() {
    var lock = writing.readLock();
    lock.lock();
    var held = hold();
    return new Hold(
        held.routes(),
        () -> {
          held.close();
          lock.unlock();
        });
  }

  /// The table that the next request meets.
  public RouteTable table() {
    return current.table();
  }

  /// Changes the routes once no request writes any more; if the last step fails, they stay.
  ///
  /// @param parts what the handlers of the next table need
  /// @param last done before the change, while nothing is written
  /// @return what the last step gave
  public <T> T change(RouteTable next, Closeable parts, LastStep<T> last) throws IOException {
    var lock = writing.writeLock();
    lock.lock();
    try {
      var reached = last.run();
      var old = current;
      before = old;
      current = new RoutesInUse(next, parts, log);
      old.retire();
      return reached;
    } finally {
      lock.unlock();
    }
  }

  /// Waits until no request uses the routes before the present ones.
  ///
  /// @return false if there are such requests after that time
  public boolean settled(Duration atMost) throws InterruptedException {
    var old = before;
    return old == null || old.awaitClosed(atMost);
  }

  /// Closes the present routes' parts after their last request, and waits for that some seconds, as
  /// for those before them. New requests must not come any more.
  @Override
  public void close() {
    current.retire();
    try {
      if (!settled(LAST) || !current.awaitClosed(LAST)) {
        log.accept("a request is still under way; what it needs is closed while it runs");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
