package dev.anmok.app.http;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// Admission to computing: a few platform threads compute, some requests wait for one for a while,
/// and more are refused at once. Threads of its own, because a native call keeps the carrier of a
/// virtual thread, and with it whatever else is ready to run.
public final class Gate implements AutoCloseable {
  private static final long RETRY_SECONDS = 1;

  private final ServerLimits.Work limits;
  private final ExecutorService workers;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger running = new AtomicInteger();

  /// A gate with threads of its own, ended by [#close].
  public Gate(ServerLimits.Work limits) {
    this.limits = limits;
    this.workers =
        Executors.newFixedThreadPool(
            limits.workers(), Thread.ofPlatform().daemon().name("compute-", 1).factory());
  }

  /// Computes something.
  ///
  /// @throws Problem 503 if too many wait, or no thread became free in time
  public <T> T call(Callable<T> task) throws IOException {
    if (waiting.incrementAndGet() > limits.waiting() + limits.workers() - running.get()) {
      waiting.decrementAndGet();
      throw busy();
    }
    var begun = new CountDownLatch(1);
    var taken = new AtomicBoolean(); // by the worker, or by the caller who gives up
    var future = new FutureTask<>(task);
    workers.execute(() -> {
      if (taken.compareAndSet(false, true)) {
        run(future, begun);
      }
    });
    try {
      if (!begun.await(limits.patience().toNanos(), TimeUnit.NANOSECONDS)
          && taken.compareAndSet(false, true)) {
        waiting.decrementAndGet();
        throw busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      if (taken.compareAndSet(false, true)) {
        waiting.decrementAndGet();
      }
      throw busy();
    }
    return result(future);
  }

  /// Goes on computing for a request that was admitted before: it waits as long as it takes, behind
  /// those who wait already.
  public <T> T again(Callable<T> task) throws IOException {
    var future = new FutureTask<>(task);
    waiting.incrementAndGet();
    workers.execute(() -> run(future, new CountDownLatch(1)));
    return result(future);
  }

  private void run(FutureTask<?> task, CountDownLatch begun) {
    waiting.decrementAndGet();
    running.incrementAndGet();
    begun.countDown();
    try {
      task.run();
    } finally {
      running.decrementAndGet();
    }
  }

  private static <T> T result(FutureTask<T> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException io -> throw io;
        case RuntimeException runtime -> throw runtime;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  private static Problem busy() {
    return Problem.busy("the server is busy: too many requests wait; try again", RETRY_SECONDS);
  }

  public int waiting() {
    return waiting.get();
  }

  public int running() {
    return running.get();
  }

  /// Lets running tasks end.
  @Override
  public void close() {
    workers.close();
  }
}
