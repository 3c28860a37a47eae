package dev.anmok.app.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// A server on the loopback interface that says exactly what a test wants it to, right or wrong.
final class LocalServer implements AutoCloseable {
  /// Answers one request by writing on the bare connection, which stays open if it returns true.
  interface Script {
    boolean answer(OutputStream out) throws IOException, InterruptedException;
  }

  final AtomicInteger connections = new AtomicInteger();

  /// Requests in order: the request line, then the headers.
  final List<List<String>> requests = new CopyOnWriteArrayList<>();

  private final ServerSocket socket;
  private final Map<String, Script> scripts = new ConcurrentHashMap<>();

  LocalServer() throws IOException {
    this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
  }

  LocalServer(ServerSocket socket) {
    this.socket = socket;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  /// A URL of this server under any host name.
  String url(String host, String path) {
    return "http://" + host + ":" + port() + path;
  }

  LocalServer on(String path, Script script) {
    scripts.put(path, script);
    return this;
  }

  /// A whole answer in one piece, after which the connection stays open.
  LocalServer on(String path, String head, byte[] body) {
    return on(
        path,
        out -> {
          write(out, head + "\r\nContent-Length: " + body.length + "\r\n\r\n");
          out.write(body);
          return true;
        });
  }

  static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        var connection = socket.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      var in =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
      boolean more = true;
      while (more) {
        var request = in.lines().takeWhile(line -> !line.isEmpty()).toList();
        if (request.isEmpty()) {
          return;
        }
        requests.add(request);
        var path = request.getFirst().split(" ", -1)[1];
        Script script =
            scripts.getOrDefault(
                path,
                out -> {
                  write(out, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
                  return true;
                });
        more = script.answer(connection.getOutputStream());
      }
    } catch (IOException | RuntimeException | InterruptedException e) {
      // the client hung up, as a test wants it to
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
