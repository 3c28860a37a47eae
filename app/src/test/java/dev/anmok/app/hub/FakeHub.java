package dev.anmok.app.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A hub on this machine that answers well, and on request badly.
final class FakeHub implements AutoCloseable {
  /// How one question is answered.
  interface Manner {
    void answer(HttpExchange exchange, byte[] content) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, byte[]> files = new HashMap<>();
  private final Map<String, Queue<Manner>> once = new HashMap<>();
  private final Map<String, Manner> always = new HashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  FakeHub() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// What was asked: the path, and the range and the token where one was sent.
  List<String> asked() {
    return asked;
  }

  void put(String path, byte[] content) {
    files.put(path, content);
  }

  /// Answers the next questions for a path in these manners, one each, then well again.
  void next(String path, Manner... manners) {
    once.computeIfAbsent(path, _ -> new ArrayDeque<>()).addAll(List.of(manners));
  }

  void always(String path, Manner manner) {
    always.put(path, manner);
  }

  private void handle(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var range = exchange.getRequestHeaders().getFirst("Range");
    var token = exchange.getRequestHeaders().getFirst("Authorization");
    asked.add(path + (range == null ? "" : " " + range) + (token == null ? "" : " " + token));
    Manner manner;
    synchronized (once) {
      var waiting = once.get(path);
      var first = waiting == null ? null : waiting.poll();
      manner = first != null ? first : always.getOrDefault(path, FakeHub::well);
    }
    var content = files.get(path);
    try (exchange) {
      if (content == null && !always.containsKey(path)) {
        exchange.sendResponseHeaders(404, -1);
      } else {
        manner.answer(exchange, content == null ? new byte[0] : content);
      }
    }
  }

  /// With a strong validator, and ranges if that still holds.
  static void well(HttpExchange exchange, byte[] content) throws IOException {
    var tag = "\"" + java.util.Arrays.hashCode(content) + "\"";
    exchange.getResponseHeaders().set("ETag", tag);
    var range = exchange.getRequestHeaders().getFirst("Range");
    var condition = exchange.getRequestHeaders().getFirst("If-Range");
    if (range == null || (condition != null && !condition.equals(tag))) {
      send(exchange, 200, content, 0);
      return;
    }
    int from = Integer.parseInt(range.replaceAll("\\D", ""));
    if (from >= content.length) {
      exchange.sendResponseHeaders(416, -1);
      return;
    }
    exchange
        .getResponseHeaders()
        .set("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
    send(exchange, 206, content, from);
  }

  private static void send(HttpExchange exchange, int status, byte[] content, int from)
      throws IOException {
    exchange.sendResponseHeaders(status, content.length - from);
    exchange.getResponseBody().write(content, from, content.length - from);
  }

  /// Hangs up after some bytes of what it promised.
  static Manner dropsAfter(int bytes) {
    return (exchange, content) -> {
      exchange.getResponseHeaders().set("ETag", "\"" + java.util.Arrays.hashCode(content) + "\"");
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content, 0, bytes);
      exchange.getResponseBody().flush();
    };
  }

  /// Says another length than it has bytes, and hangs up.
  static Manner says(long length) {
    return (exchange, content) -> {
      exchange.sendResponseHeaders(200, length);
      exchange.getResponseBody().write(content, 0, (int) Math.min(length, content.length));
    };
  }

  /// Sends all of it whatever was asked for, without a length.
  static void wholeWithoutLength(HttpExchange exchange, byte[] content) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().write(content);
  }

  static Manner sendsOn(String location) {
    return (exchange, _) -> {
      exchange.getResponseHeaders().set("Location", location);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  static Manner status(int status) {
    return (exchange, _) -> exchange.sendResponseHeaders(status, -1);
  }

  static Manner states(String sha256) {
    return (exchange, content) -> {
      exchange.getResponseHeaders().set("X-Linked-Etag", "\"" + sha256 + "\"");
      well(exchange, content);
    };
  }

  static Manner wants(String token) {
    return (exchange, content) -> {
      if (("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        well(exchange, content);
      } else {
        exchange.sendResponseHeaders(401, -1);
      }
    };
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
