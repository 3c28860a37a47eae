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
    var problem =
        Problem.of(status.code(), message == null ? Problem.title(status.code()) : message);
    headers.set(io.helidon.http.HeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE);
    return TransportResponse.builder()
        .status(status)
        .headers(headers)
        .entity(Json.bytes(problem.document(UUID.randomUUID().toString())))
        .keepAlive(false)
        .build();
  }
}
