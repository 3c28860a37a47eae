package dev.anmok.onnx;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/// Keeps a native resource from being closed while a thread uses it, and from being used after.
/// Uses run side by side.
final class OpenGuard {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final String name;
  private boolean closed;

  OpenGuard(String name) {
    this.name = name;
  }

  /// @throws IllegalStateException if the resource was closed
  <T> T use(Supplier<T> work) {
    lock.readLock().lock();
    try {
      if (closed) {
        throw new IllegalStateException(name + " was closed");
      }
      return work.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  /// Waits for the uses under way, then closes once.
  void close(Runnable closing) {
    lock.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        closing.run();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
