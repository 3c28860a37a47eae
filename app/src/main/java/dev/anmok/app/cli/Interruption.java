package dev.anmok.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Turns a request to end the process, such as Ctrl-C, into an interrupt of the working thread, and
/// gives it some time to finish what is running and to commit it.
final class Interruption implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 20;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook;

  /// Watches over the calling thread until closed.
  Interruption() {
    var worker = Thread.currentThread();
    hook = Thread.ofPlatform().unstarted(() -> stop(worker));
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void stop(Thread worker) {
    worker.interrupt();
    try {
      if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        worker.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the process ends either way
    }
  }

  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      Thread.interrupted(); // the process is ending, and this thread has done its part
    }
  }
}
