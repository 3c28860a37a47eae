package dev.anmok.app.api;

import dev.anmok.app.http.Problem;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// Lets one at a time decide over items and store it, so that a decision that was made by an older
/// choice or rule never comes after a newer one. Thread-safe.
final class CurationTurn {
  private static final int PATIENCE_SECONDS = 10;

  private final ReentrantLock lock = new ReentrantLock(true);

  /// What is done in one's turn.
  interface Work<T> {
    T run() throws IOException;
  }

  /// Does it now or within some seconds.
  ///
  /// @throws Problem 503 if others take longer
  <T> T take(Work<T> work) throws IOException {
    try {
      if (!lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw Problem.busy("all items are being decided anew: try again soon", 5);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the server is stopping", e);
    }
    try {
      return work.run();
    } finally {
      lock.unlock();
    }
  }

  /// Does it when it is its turn, however long that takes.
  <T> T await(Work<T> work) throws IOException {
    lock.lock();
    try {
      return work.run();
    } finally {
      lock.unlock();
    }
  }
}
