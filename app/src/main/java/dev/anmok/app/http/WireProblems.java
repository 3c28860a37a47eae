package dev.anmok.app.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import java.util.UUID;

/// Problem documents for requests that never reach a route: malformed first lines and headers.
final class WireProblems implements DirectHandler {
  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType type,
      Status status,
      ServerResponseHeaders headers,
      String message) {
    var problem = Problem.of(status.code(), detail(status.code()));
    headers.set(io.helidon.http.HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
    return TransportResponse.builder()
        .status(status)
        .headers(headers)
        .entity(Json.bytes(problem.document(UUID.randomUUID().toString())))
        .keepAlive(false)
        .build();
  }

  /// What is wrong, as far as the status tells: the wire's own words are not for clients.
  private static String detail(int status) {
    return switch (status) {
      case 400 ->
          "the request is malformed: its first line, its path, query or Host, or another header;"
              + " all headers together may have at most 16 KiB";
      case 414 -> "the first line of the request may have at most 8 KiB";
      case 503 -> "too many connections: try again";
      case 505 -> "only HTTP/1.1 is spoken here";
      default -> "the request cannot be understood";
    };
  }
}
