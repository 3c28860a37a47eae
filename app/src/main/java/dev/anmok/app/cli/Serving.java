package dev.anmok.app.cli;

import dev.anmok.app.api.ApiServer;
import dev.anmok.app.api.ServeOptions;
import dev.anmok.app.http.ServerLimits;
import dev.anmok.app.workspace.Session;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/// Serves a workspace until Ctrl-C or SIGTERM.
///
/// @param console where the address is printed
record Serving(Console console) {
  static final int MAX_PORT = 65_535;

  /// Returns once it was stopped.
  ///
  /// @param session open for writing; the server takes it over
  void run(Session session, ServeOptions options) throws IOException {
    session.notes().forEach(each -> console.say("note: %s", each));
    var stop = new CountDownLatch(1);
    Signals.hear(stop::countDown);
    console.say("%s", session.pack().licenceLine());
    try (var server =
        ApiServer.start(session, options, ServerLimits.DEFAULT, line -> console.say("%s", line))) {
      console.print("%s", server.address());
      console.out().flush();
      stop.await();
      console.say("stopping");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Checks an option `--port`.
  static int port(int port) {
    if (port < 0 || port > MAX_PORT) {
      throw new UsageException("--port must be 0.." + MAX_PORT + ", was " + port);
    }
    return port;
  }
}
