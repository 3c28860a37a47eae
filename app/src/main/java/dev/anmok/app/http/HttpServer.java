package dev.anmok.app.http;

import io.helidon.common.socket.SocketOptions;
import io.helidon.http.DirectHandler;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/// A listening server: Helidon does the wire, everything else goes by the route table.
public final class HttpServer implements AutoCloseable {
  private static final int MAX_FIRST_LINE = 8 << 10;
  private static final int MAX_HEADERS = 16 << 10;

  /// Held here because the logging framework forgets a level set on a logger nobody holds.
  private static final Logger HELIDON = Logger.getLogger("io.helidon");

  private final WebServer server;
  private final Wire wire;
  private final Watchdog watchdog;
  private final String host;

  private HttpServer(WebServer server, Wire wire, Watchdog watchdog, String host) {
    this.server = server;
    this.wire = wire;
    this.watchdog = watchdog;
    this.host = host;
  }

  /// What a server needs.
  ///
  /// @param routes what it answers by; closed by whoever made them, after the server
  /// @param access who may call them
  /// @param limits how much it takes upon itself
  /// @param spool where uploads lie meanwhile
  /// @param metrics where requests are counted
  /// @param log hears one line for each failure
  public record Parts(
      LiveRoutes routes,
      Access access,
      ServerLimits limits,
      Spool spool,
      Metrics metrics,
      Consumer<String> log) {}

  /// Listens from now on.
  ///
  /// @param port 0 for any that is free
  /// @throws IOException if the address cannot be listened at
  public static HttpServer start(String host, int port, Parts parts) throws IOException {
    HELIDON.setLevel(Level.OFF); // what failed is said once, by the dispatcher
    var limits = parts.limits();
    var bodies = new BodyReader(limits, parts.spool());
    var dispatcher = new Dispatcher(parts.routes(), parts.access(), bodies, parts.log());
    var watchdog = new Watchdog();
    var wire = new Wire(dispatcher, watchdog, limits.time(), parts.metrics());
    var http1 =
        Http1Config.builder()
            .maxPrologueLength(MAX_FIRST_LINE)
            .maxHeadersSize(MAX_HEADERS)
            .addReceiveListener(new SlowHeads(watchdog, limits.time().head()))
            .build();
    var server =
        WebServer.builder()
            .bindAddress(new InetSocketAddress(host, port))
            .shutdownHook(false)
            .shutdownGracePeriod(limits.time().grace())
            .maxTcpConnections(limits.connections())
            .idleConnectionTimeout(limits.time().idle())
            .idleConnectionPeriod(Duration.ofSeconds(2))
            .connectionOptions(SocketOptions.builder().tcpNoDelay(true).build())
            .protocolsDiscoverServices(false)
            .addConnectionSelector(Http1ConnectionSelector.builder().config(http1).build())
            .directHandlers(problems())
            .routing(routing -> routing.any(wire::handle))
            .build();
    try {
      server.start();
    } catch (UncheckedIOException | IllegalStateException e) {
      watchdog.close();
      throw new IOException(host + ":" + port + " cannot be listened at: " + cause(e), e);
    }
    return new HttpServer(server, wire, watchdog, host);
  }

  private static String cause(Throwable e) {
    return e.getCause() == null ? String.valueOf(e.getMessage()) : cause(e.getCause());
  }

  /// What is so malformed that it never reaches a route.
  private static DirectHandlers problems() {
    var handlers = DirectHandlers.builder();
    for (var type : DirectHandler.EventType.values()) {
      handlers.addHandler(type, new WireProblems());
    }
    return handlers.build();
  }

  public int port() {
    return server.port();
  }

  /// How it is reached.
  public String address() {
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port();
  }

  /// Number of requests under way.
  public int active() {
    return wire.active();
  }

  /// Stops accepting and lets requests under way end within the grace period.
  @Override
  public void close() {
    wire.end();
    server.stop();
    watchdog.close();
  }
}
