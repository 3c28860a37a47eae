package dev.anmok.app.api;

import dev.anmok.app.feedback.ShownLog;
import dev.anmok.app.http.LiveRoutes;
import dev.anmok.app.job.JobRun;
import dev.anmok.app.reembed.ModelSwitch;
import dev.anmok.app.reembed.RefusedException;
import dev.anmok.app.reembed.SpaceState;
import dev.anmok.app.workspace.Session;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/// Serves a workspace by a model, and by another one when told to, while requests are under way.
/// Those that began before the change end by the model that they began with.
final class ModelChange implements Closeable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration TICK = Duration.ofMillis(200);

  private final Shared shared;
  private final ApiRoutes routes;
  private final SpaceStanding standing;
  private final ShownLog shown;
  private final LiveRoutes live;
  private volatile Service service;

  private ModelChange(Session workspace, Shared shared, ApiRoutes routes) throws IOException {
    this.shared = shared;
    this.routes = routes;
    this.standing = new SpaceStanding(shared.gate());
    this.shown = new ShownLog(workspace.workspace().catalog().feedback(), shared.log());
    try {
      this.service = Service.open(workspace.lent(), shared, shown);
      this.live = live(service);
    } catch (IOException | RuntimeException e) {
      shown.close();
      throw e;
    }
  }

  private LiveRoutes live(Service first) throws IOException {
    try {
      return new LiveRoutes(routes.of(first, this), first, shared.log());
    } catch (IOException | RuntimeException e) {
      first.close();
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

  /// How far the spaces are.
  SpaceStanding standing() {
    return standing;
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
  /// the present one; jobs that wait are dropped, for they were asked of the model before. Photos
  /// that came since its space was filled are embedded first.
  ///
  /// @param model a pack's id or the id of a space
  /// @param leaveOut whether photos that could not be embedded may be left out
  /// @return how far its space is
  /// @throws RefusedException if its space is not complete, or it is the one that is served
  /// @throws StoppedException if the job was asked to stop before the change
  SpaceState to(String model, boolean leaveOut, JobRun run) throws IOException {
    settle(run);
    var next = Service.open(prepared(model, leaveOut), shared, shown);
    SpaceState state;
    try {
      StoppedException.check(run);
      var late = new Latecomers(next.library(), shared.outside().places());
      late.catchUp(run);
      state = change(next, late, leaveOut, run);
    } catch (IOException | RuntimeException | Error e) {
      next.close();
      throw e;
    } finally {
      standing.filled();
    }
    var line = next.library().session().pack().licenceLine();
    shared.log().accept("serving by the model " + model + " from now on; " + line);
    return state;
  }

  private SpaceState change(Service next, Latecomers late, boolean leaveOut, JobRun run)
      throws IOException {
    var session = next.library().session();
    var pack = session.pack();
    return live.change(
        routes.of(next, this),
        next,
        () -> {
          StoppedException.check(run);
          var state = new SpaceState(pack.id(), pack.space(), late.last(run), true);
          state.require(leaveOut);
          StoppedException.finish(run);
          change().commit(session);
          shared
              .jobs()
              .dropWaiting("the model was changed to %s; start it again".formatted(pack.id()));
          service = next;
          return state;
        });
  }

  /// A session by a model that can be served.
  Session prepared(String model, boolean leaveOut) throws IOException {
    var session = change().find(model);
    try {
      if (session.pack().space().equals(service.library().space())) {
        throw new RefusedException("the model " + model + " is the one that is served");
      }
      SpaceState.of(session).caughtUp().require(leaveOut);
      return session;
    } catch (IOException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /// Waits until nobody uses the model before this one: its index can be opened once at a time.
  private void settle(JobRun run) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (!live.settled(TICK)) {
        StoppedException.check(run);
        if (System.nanoTime() > end) {
          throw new RefusedException(
              "requests to the model that was served before are still under way: try again later");
        }
      }
      StoppedException.check(run);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while waiting for requests to end", e);
    }
  }

  /// Closes what is served, after its last request.
  @Override
  public void close() {
    live.close();
    shown.close();
  }
}
