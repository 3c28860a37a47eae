package dev.anmok.opensearch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Sends actions in bounded requests, a few at a time; [#add] waits while as many as allowed are
/// under way. Once something failed nothing more is taken. For one thread.
final class BulkWriter implements Closeable {
  private static final int SHOWN = 3;

  private final String name;
  private final Sending sending;
  private final BulkLimits limits;
  private final Semaphore free;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Failures failures = new Failures();

  private List<BulkAction> collected = new ArrayList<>();
  private int collectedBytes;

  /// Photos that are collected or may be under way.
  private final Set<String> open = ConcurrentHashMap.newKeySet();

  /// Sends actions and returns once each is stored, with those that are refused.
  interface Sending {
    List<String> send(List<BulkAction> actions) throws IOException;
  }

  BulkWriter(Cluster cluster, String index, BulkLimits limits) {
    this(cluster.name(), actions -> new BulkRequest(cluster, index).send(actions), limits);
  }

  /// @param name of the cluster, for messages
  BulkWriter(String name, Sending sending, BulkLimits limits) {
    this.name = name;
    this.sending = sending;
    this.limits = limits;
    this.free = new Semaphore(limits.requests());
  }

  /// Takes an action; a second one of the same photo waits until the first is done, so that they
  /// happen in their order.
  ///
  /// @throws IOException if an action before failed
  void add(BulkAction action) throws IOException {
    if (open.contains(action.id())) {
      flush();
    }
    if (!collected.isEmpty()
        && (collected.size() >= limits.requestPhotos()
            || collectedBytes + action.size() > limits.requestBytes())) {
      send();
    }
    open.add(action.id());
    collected.add(action);
    collectedBytes += action.size();
  }

  /// Waits until all actions are stored.
  ///
  /// @throws IOException if some are not, with the photos
  void flush() throws IOException {
    if (!collected.isEmpty()) {
      send();
    }
    acquire(limits.requests());
    free.release(limits.requests());
    failures.check();
  }

  /// Drops what is not stored yet.
  @Override
  public void close() {
    collected = new ArrayList<>();
    threads.shutdownNow();
    threads.close();
  }

  private void send() throws IOException {
    failures.check();
    var actions = collected;
    collected = new ArrayList<>();
    collectedBytes = 0;
    acquire(1);
    threads.execute(() -> {
      try {
        failures.add(sending.send(actions));
      } catch (IOException e) {
        failures.add(e);
      } catch (RuntimeException | Error e) { // out of memory, say: the photos are not written
        failures.add(new IOException(name + ": " + e, e));
      } finally {
        actions.forEach(action -> open.remove(action.id()));
        free.release();
      }
    });
  }

  private void acquire(int permits) throws InterruptedIOException {
    try {
      free.acquire(permits);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while writing to a cluster");
    }
  }

  /// What went wrong so far.
  private final class Failures {
    private final List<String> shown = new ArrayList<>();
    private int refused;
    private @Nullable IOException first;

    synchronized void add(List<String> photos) {
      refused += photos.size();
      photos.stream().limit(SHOWN - shown.size()).forEach(shown::add);
    }

    synchronized void add(IOException e) {
      if (first == null) {
        first = e;
      }
    }

    synchronized void check() throws IOException {
      if (first != null) {
        throw new IOException(first.getMessage(), first);
      }
      if (refused > 0) {
        throw new IOException(
            "%s: %d photos are not indexed, and the index is not brought to a new state: %s%s"
                .formatted(
                    name, refused, String.join("; ", shown), refused > shown.size() ? "; …" : ""));
      }
    }
  }
}
