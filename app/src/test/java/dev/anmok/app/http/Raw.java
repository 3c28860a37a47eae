package dev.anmok.app.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// What a server answers to bytes that no decent client sends.
///
/// @param text all that came, as ISO 8859-1
/// @param closed whether the server closed the connection
public record Raw(String text, boolean closed) {
  /// However slow a machine is, a server says something within this.
  private static final Duration FIRST_WORD = Duration.ofSeconds(20);

  /// Sends bytes, in ISO 8859-1, and reads until the server closes or, after its first word, says
  /// nothing for a while.
  public static Raw send(int port, String bytes, Duration patience) throws IOException {
    return send(port, bytes, patience, false);
  }

  /// As [#send], and closes the sending half of the connection.
  public static Raw sendAndEnd(int port, String bytes, Duration patience) throws IOException {
    return send(port, bytes, patience, true);
  }

  private static Raw send(int port, String bytes, Duration patience, boolean end)
      throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout((int) FIRST_WORD.toMillis());
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
      if (end) {
        socket.shutdownOutput();
      }
      var all = new ByteArrayOutputStream();
      boolean closed = false;
      try {
        int first = socket.getInputStream().read();
        if (first >= 0) {
          all.write(first);
          socket.setSoTimeout((int) patience.toMillis());
          socket.getInputStream().transferTo(all);
        }
        closed = true;
      } catch (SocketTimeoutException e) {
        closed = false;
      }
      return new Raw(all.toString(StandardCharsets.ISO_8859_1), closed);
    }
  }

  /// The head of a request: its first line and its headers.
  public static String head(String... lines) {
    return String.join("\r\n", lines) + "\r\n\r\n";
  }

  /// The status code.
  public int status() {
    return Integer.parseInt(text.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
  }
}
