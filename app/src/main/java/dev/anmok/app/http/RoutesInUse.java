package dev.anmok.app.http;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A table of routes with what its handlers need, which is closed once the table is no longer the
/// server's and its last request has ended. Thread-safe.
final class RoutesInUse {
  private final RouteTable table;
  private final Closeable parts;
  private final Consumer<String> log;
  private final CountDownLatch closed = new CountDownLatch(1);
  private int requests;
  private boolean retired;

  /// @param log hears it if the parts cannot be closed
  RoutesInUse(RouteTable table, Closeable parts, Consumer<String> log) {
    this.table = table;
    this.parts = parts;
    this.log = log;
  }

  RouteTable table() {
    return table;
  }

  /// Begins a request.
  ///
  /// @return false if the table is no longer the server's
  synchronized boolean enter() {
    if (retired) {
      return false;
    }
    requests++;
    return true;
  }

  /// Ends a request.
  void leave() {
    if (ended()) {
      close();
    }
  }

  private synchronized boolean ended() {
    return --requests == 0 && retired;
  }

  /// Takes no more requests.
  void retire() {
    if (unused()) {
      close();
    }
  }

  private synchronized boolean unused() {
    boolean first = !retired;
    retired = true;
    return first && requests == 0;
  }

  private void close() {
    try {
      parts.close();
    } catch (IOException | RuntimeException e) {
      log.accept("what the last model needed could not be closed: " + e.getMessage());
    } finally {
      closed.countDown();
    }
  }

  /// Waits until the parts are closed.
  ///
  /// @return false if requests are still under way after that time
  boolean awaitClosed(Duration atMost) throws InterruptedException {
    return closed.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
  }
}
