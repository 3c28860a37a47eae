package dev.anmok.app.http;

import java.io.IOException;

/// What a route does.
public interface Handler {
  /// Answers a request.
  ///
  /// @throws Problem if the request cannot be answered, with what the client is told
  Reply handle(Request request) throws IOException;
}
