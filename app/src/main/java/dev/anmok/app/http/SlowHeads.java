package dev.anmok.app.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Limits the time between a request's first line and the end of its headers. (Clients that send no
/// first line are the idle timeout's.)
final class SlowHeads implements Http1ConnectionListener {
  private final Watchdog watchdog;
  private final Duration atMost;
  private final Map<Thread, Watchdog.Watch> watches = new ConcurrentHashMap<>();

  SlowHeads(Watchdog watchdog, Duration atMost) {
    this.watchdog = watchdog;
    this.atMost = atMost;
  }

  @Override
  public void prologue(ConnectionContext context, HttpPrologue prologue) {
    forget();
    watches.put(Thread.currentThread(), watchdog.watch(atMost));
  }

  @Override
  public void headers(ConnectionContext context, Headers headers) {
    forget();
  }

  private void forget() {
    var watch = watches.remove(Thread.currentThread());
    if (watch != null) {
      watch.close();
    }
  }

  @Override
  public void data(ConnectionContext context, BufferData data) {}

  @Override
  public void data(ConnectionContext context, byte[] bytes, int position, int length) {}
}
