package dev.anmok.app.api;

import dev.anmok.app.http.Access;
import dev.anmok.app.http.HttpServer;
import dev.anmok.app.http.LiveRoutes;
import dev.anmok.app.http.Metrics;
import dev.anmok.app.http.ServerLimits;
import dev.anmok.app.http.Spool;
import dev.anmok.app.workspace.Session;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// The HTTP API over a workspace, from its start to its end.
public final class ApiServer implements AutoCloseable {
  private final Session session;
  private final Shared shared;
  private final ModelChange models;
  private final HttpServer http;
  private final AtomicBoolean ending;

  private ApiServer(
      Session session, Shared shared, ModelChange models, HttpServer http, AtomicBoolean ending) {
    this.session = session;
    this.shared = shared;
    this.models = models;
    this.http = http;
    this.ending = ending;
  }

  /// Loads the model, opens the index, and listens.
  ///
  /// @param session open for writing; the server takes it over
  /// @param log hears one line for each failure
  public static ApiServer start(
      Session session, ServeOptions options, ServerLimits limits, Consumer<String> log)
      throws IOException {
    try {
      var shared = Shared.open(options, limits, log);
      try {
        return start(session, shared, options, limits);
      } catch (IOException | RuntimeException e) {
        shared.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private static ApiServer start(
      Session session, Shared shared, ServeOptions options, ServerLimits limits)
      throws IOException {
    var metrics = new Metrics();
    var ending = new AtomicBoolean();
    var access =
        options.token().map(Access::withToken).orElseGet(() -> Access.local(options.host()));
    var routes = new ApiRoutes(options, access, metrics, ending);
    var models = ModelChange.open(session, shared, routes);
    try {
      Figures.show(metrics, shared, models::service);
      var spool = Spool.open(session.workspace().folder().resolve("spool"), limits.body());
      var parts = new HttpServer.Parts(models.live(), access, limits, spool, metrics, shared.log());
      var http = HttpServer.start(options.host(), options.port(), parts);
      metrics.gauge("anmok.http.active", "requests under way", http::active);
      return new ApiServer(session, shared, models, http, ending);
    } catch (IOException | RuntimeException e) {
      models.close();
      throw e;
    }
  }

  /// How it is reached.
  public String address() {
    return http.address();
  }

  public int port() {
    return http.port();
  }

  LiveRoutes live() {
    return models.live();
  }

  /// Stops accepting, asks the running job to come to a place from where it can go on, lets
  /// requests under way end, and closes the workspace.
  @Override
  public void close() throws IOException {
    ending.set(true);
    shared.jobs().stop();
    try (session;
        shared) {
      http.close();
      shared.endWork();
      models.close();
    }
  }
}
