package dev.anmok.app.api;

import dev.anmok.app.http.LiveRoutes;
import dev.anmok.app.reembed.ModelSwitch;
import dev.anmok.app.reembed.RefusedException;
import dev.anmok.app.workspace.Session;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/// Serves a workspace by a model, and by another one when told to, while requests are under way.
/// Those that began before the change end by the model that they began with.
final class ModelChange implements Closeable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Shared shared;
  private final ApiRoutes routes;
  private final LiveRoutes live;
  private volatile Service service;

  private ModelChange(Session workspace, Shared shared, ApiRoutes routes) throws IOException {
    this.shared = shared;
    this.routes = routes;
    this.service = Service.open(workspace.lent(), shared);
    try {
      this.live = new LiveRoutes(routes.of(service, this), service, shared.log());
    } catch (IOException | RuntimeException e) {
      service.close();
      throw e;
    }
  }

  /// Serves a workspace by its own model.
  ///
  /// @param workspace open for writing; stays open when this is closed
  static ModelChange open(Session workspace, Shared shared, ApiRoutes routes) throws IOException {
    return new ModelChange(workspace, shared, routes);
  }

  LiveRoutes live() {
    return live;
  }

  /// What is served now.
  Service service() {
    return service;
  }

  /// The model that was served before this one.
  ///
  /// @throws RefusedException if there was none
  String before() throws IOException {
    return change().idBefore();
  }

  private ModelSwitch change() {
    return new ModelSwitch(service.library().session());
  }

  /// Serves by another model from now on. Everything is made ready before, so that a failure leaves
  /// the present one; jobs that wait are dropped, for they were asked of the model before.
  ///
  /// @param model a pack's id or the id of a space
  /// @param leaveOut whether photos that could not be embedded may be left out
  /// @throws RefusedException if its space is not complete, or it is the one that is served
  void to(String model, boolean leaveOut) throws IOException {
    settle();
    var next = Service.open(prepared(model, leaveOut), shared);
    try {
      var session = next.library().session();
      live.change(
          routes.of(next, this),
          next,
          () -> {
            change().prepare(session, leaveOut);
            next.library().refresh();
            change().commit(session);
            shared
                .jobs()
                .dropWaiting("the model was changed to %s; start it again".formatted(model));
            service = next;
          });
    } catch (IOException | RuntimeException e) {
      next.close();
      throw e;
    }
    shared.log().accept("serving by the model " + model + " from now on");
  }

  /// A session by a model that can be served.
  Session prepared(String model, boolean leaveOut) throws IOException {
    var session = change().find(model);
    try {
      if (session.pack().space().equals(service.library().space())) {
        throw new RefusedException("the model " + model + " is the one that is served");
      }
      change().prepare(session, leaveOut);
      return session;
    } catch (IOException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /// Waits until nobody uses the model before this one: its index can be opened once at a time.
  private void settle() throws IOException {
    try {
      if (!live.settled(PATIENCE)) {
        throw new RefusedException(
            "requests to the model that was served before are still under way: try again later");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while waiting for requests to end", e);
    }
  }

  /// Closes what is served, after its last request.
  @Override
  public void close() {
    live.close();
  }
}
