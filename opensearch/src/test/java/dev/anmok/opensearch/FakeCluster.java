package dev.anmok.opensearch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// A server that speaks like a cluster and says what a test wants it to say, for answers that a
/// sound cluster does not give.
final class FakeCluster implements AutoCloseable {
  static final String NODES =
      """
      {"nodes":{"a":{"name":"node-1","version":"3.5.0","roles":["data"],
       "plugins":[{"name":"opensearch-knn"},{"name":"analysis-nori"}]}}}\
      """;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /// @param path with its query
  record Asked(String method, String path, String body) {}

  record Said(int status, String body) {
    static Said ok(String body) {
      return new Said(200, body);
    }
  }

  /// @param answers what is said to all but the questions of [Cluster#open]
  FakeCluster(Function<Asked, Said> answers) throws IOException {
    this(version("3.5.0"), answers);
  }

  FakeCluster(String welcome, Function<Asked, Said> answers) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            answer(exchange, welcome, answers);
          }
        });
    server.start();
  }

  static String version(String number) {
    return "{\"version\":{\"distribution\":\"opensearch\",\"number\":\"" + number + "\"}}";
  }

  static String error(String type, String reason) {
    return "{\"error\":{\"type\":\"%s\",\"reason\":\"%s\"}}".formatted(type, reason);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// What was asked, but for the questions of [Cluster#open].
  List<Asked> asked() {
    return asked;
  }

  private void answer(HttpExchange exchange, String welcome, Function<Asked, Said> answers)
      throws IOException {
    var path = exchange.getRequestURI().toString();
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Said said;
    if (path.equals("/")) {
      said = Said.ok(welcome);
    } else if (path.startsWith("/_nodes/plugins")) {
      said = Said.ok(NODES);
    } else {
      var question = new Asked(exchange.getRequestMethod(), path, body);
      asked.add(question);
      said = answers.apply(question);
    }
    var bytes = said.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(said.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
