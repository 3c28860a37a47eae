package dev.anmok.app.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Limits the time between a request's first line and the end of its headers. (Clients that send no
/// first line are the idle timeout's.)
final class SlowHeads implements Http1ConnectionListener {
  /// The watch over the head that a connection's thread reads; gone with the thread, which a client
  /// that leaves in the middle of a head takes along.
  private static final ThreadLocal<Watchdog.@Nullable Watch> WATCHING = new ThreadLocal<>();

  private final Watchdog watchdog;
  private final Duration atMost;

  SlowHeads(Watchdog watchdog, Duration atMost) {
    this.watchdog = watchdog;
    this.atMost = atMost;
  }

  @Override
  public void prologue(ConnectionContext context, HttpPrologue prologue) {
    forget();
    WATCHING.set(watchdog.watch(atMost));
  }

  @Override
  public void headers(ConnectionContext context, Headers headers) {
    forget();
  }

  private void forget() {
    var watch = WATCHING.get();
    if (watch != null) {
      watch.close();
      WATCHING.remove();
    }
  }

  @Override
  public void data(ConnectionContext context, BufferData data) {}

  @Override
  public void data(ConnectionContext context, byte[] bytes, int position, int length) {}
}
