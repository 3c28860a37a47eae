package dev.anmok.app.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Between Helidon and the dispatcher: takes a request off the wire and puts the answer on it.
final class Wire {
  private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");
  private static final long MAX_DRAIN_BYTES = 8L << 20;
  private static final Duration MAX_DRAIN = Duration.ofSeconds(2);

  private final Dispatcher dispatcher;
  private final Watchdog watchdog;
  private final ServerLimits.Times limits;
  private final Metrics metrics;
  private final AtomicInteger active = new AtomicInteger();
  private volatile boolean ending;

  Wire(Dispatcher dispatcher, Watchdog watchdog, ServerLimits.Times limits, Metrics metrics) {
    this.dispatcher = dispatcher;
    this.watchdog = watchdog;
    this.limits = limits;
    this.metrics = metrics;
  }

  int active() {
    return active.get();
  }

  /// Ends streams of events soon.
  void end() {
    ending = true;
  }

  void handle(ServerRequest request, ServerResponse response) {
    active.incrementAndGet();
    long start = System.nanoTime();
    var exchange = new Exchange(request, response);
    try {
      var template = dispatcher.dispatch(exchange.incoming(), exchange::send);
      metrics.answered(
          method(request), template.orElse("none"), exchange.status, System.nanoTime() - start);
    } catch (IOException | UncheckedIOException e) {
      throw new CloseConnectionException("the client took no answer", e);
    } finally {
      active.decrementAndGet();
      Thread.interrupted(); // a watch that ended a moment too late
    }
    if (exchange.closes) {
      exchange.drain();
      throw new CloseConnectionException("the connection ends with this answer");
    }
  }

  /// Known methods by name, others as one: clients choose them freely.
  private static String method(ServerRequest request) {
    var name = request.prologue().method().text();
    return switch (name) {
      case "GET", "HEAD", "POST", "DELETE", "PUT", "PATCH", "OPTIONS" -> name;
      default -> "other";
    };
  }

  /// One request and its answer.
  private final class Exchange {
    private final ServerRequest request;
    private final ServerResponse response;
    private final long length;
    private @Nullable InputStream body;
    private boolean unread;
    private boolean closes;
    private int status;

    Exchange(ServerRequest request, ServerResponse response) {
      this.request = request;
      this.response = response;
      var headers = request.headers();
      this.length =
          headers.contains(HeaderNames.TRANSFER_ENCODING) ? -1 : headers.contentLength().orElse(0);
    }

    Dispatcher.Incoming incoming() {
      var headers = request.headers();
      var prologue = request.prologue();
      return new Dispatcher.Incoming(
          prologue.method().text(),
          prologue.uriPath().rawPath(),
          prologue.query().rawValue(),
          new Access.Caller(
              header(headers, HeaderNames.HOST),
              header(headers, HeaderNames.ORIGIN),
              header(headers, FETCH_SITE),
              header(headers, HeaderNames.AUTHORIZATION),
              header(headers, HeaderNames.COOKIE)),
          header(headers, HeaderNames.IF_NONE_MATCH),
          header(headers, HeaderNames.ACCEPT_ENCODING),
          header(headers, HeaderNames.ACCEPT),
          new BodyReader.Incoming(header(headers, HeaderNames.CONTENT_TYPE), length, this::open));
    }

    private static String header(ServerRequestHeaders headers, HeaderName name) {
      return headers.contains(name) ? String.join(", ", headers.get(name).allValues()) : "";
    }

    private InputStream open() {
      var opened = request.content().inputStream();
      body = opened;
      return opened;
    }

    void send(Reply reply) throws IOException {
      status = reply.status();
      response.status(Status.create(status));
      response.header("X-Content-Type-Options", "nosniff");
      response.header("Referrer-Policy", "no-referrer");
      response.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
      response.header("Cache-Control", "no-store");
      reply.headers().forEach(response::header);
      unread = length != 0 && !(body != null && request.content().consumed());
      closes =
          unread || ending || isAskedToClose() || "close".equals(reply.headers().get("Connection"));
      if (closes) {
        response.header(HeaderValues.CONNECTION_CLOSE);
      }
      switch (reply.content()) {
        case Reply.Content.Bytes bytes -> send(bytes.get());
        case Reply.Content.Stream(var events) -> stream(events);
      }
    }

    /// Helidon says that it will close, and does not.
    private boolean isAskedToClose() {
      return request.headers().containsToken(HeaderValues.CONNECTION_CLOSE);
    }

    private void send(byte[] bytes) {
      try (var _ = watchdog.watch(limits.write())) {
        if (request.prologue().method().text().equals("HEAD")) {
          response.header(HeaderValues.create(HeaderNames.CONTENT_LENGTH, bytes.length));
          response.send();
        } else {
          response.send(bytes);
        }
      }
    }

    private void stream(Reply.Events events) throws IOException {
      if (request.prologue().method().text().equals("HEAD")) {
        response.send();
        return;
      }
      closes = false; // the last chunk is written after the handler, if it returns; then it is idle
      try (var out = response.outputStream()) {
        events.tell(new Sink(out));
      }
    }

    /// Reads some of a body that nobody wanted: a connection that is closed with bytes unread is
    /// reset, and the client may never see the answer.
    void drain() {
      boolean awaited = body == null && request.headers().containsToken(HeaderValues.EXPECT_100);
      if (!unread || awaited || ending || status == 408) {
        return;
      }
      try (var _ = watchdog.watch(MAX_DRAIN)) {
        var in = body == null ? open() : body;
        byte[] some = new byte[8 << 10];
        long read = 0;
        for (int n; read < MAX_DRAIN_BYTES && (n = in.read(some)) >= 0; ) {
          read += n;
        }
      } catch (IOException | RuntimeException e) {
        Thread.interrupted(); // enough was read, or nothing more comes
      }
    }
  }

  /// Writes events in the form of the HTML standard's server-sent events.
  private final class Sink implements Reply.EventSink {
    private final OutputStream out;

    Sink(OutputStream out) {
      this.out = out;
    }

    @Override
    public void event(String name, Map<String, ?> data) throws IOException {
      write("event: " + name + "\ndata: " + Json.text(data) + "\n\n");
    }

    @Override
    public void beat() throws IOException {
      write(":\n\n");
    }

    private void write(String text) throws IOException {
      try (var _ = watchdog.watch(limits.write())) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    }

    @Override
    public boolean ending() {
      return ending;
    }
  }
}
