package dev.anmok.app.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.anmok.app.profile.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/// A chat service on this machine that answers as a test says.
final class FakeChat implements AutoCloseable {
  /// What is done with a request.
  interface Handler {
    void handle(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  final List<String> bodies = new CopyOnWriteArrayList<>();
  final List<String> keys = new CopyOnWriteArrayList<>();
  private volatile Handler handler;

  FakeChat(Handler handler) throws IOException {
    this.handler = handler;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/v1/chat/completions",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          try (exchange) {
            this.handler.handle(exchange);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
  }

  /// A service that says the same each time.
  static FakeChat saying(String text) throws IOException {
    return new FakeChat(exchange -> say(exchange, text));
  }

  static void say(HttpExchange exchange, String text) throws IOException {
    var quoted = JsonMapper.builder().build().writeValueAsString(text);
    send(
        exchange,
        200,
        "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":" + quoted + "}}]}");
  }

  static void send(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  void then(Handler next) {
    handler = next;
  }

  Endpoint endpoint(int timeoutMillis) {
    var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    return new Endpoint(url, "small", "CHAT_KEY", Duration.ofMillis(timeoutMillis));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
