package dev.anmok.app.api;

import dev.anmok.app.http.Problem;
import dev.anmok.app.http.Reply;
import dev.anmok.app.http.Request;
import dev.anmok.app.http.Route;
import dev.anmok.app.http.Schema;
import dev.anmok.app.json.Tree;
import dev.anmok.app.reembed.Leftovers;
import dev.anmok.app.reembed.SpaceState;
import dev.anmok.app.workspace.Models;
import dev.anmok.app.workspace.ServingModel;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Another model beside the one that is served: how far its space is, filling it, and serving by it
/// from then on.
///
/// @param service the workspace
/// @param models changes the model that is served
record ReembedRoutes(Service service, ModelChange models) {
  private static final String REEMBED = "/api/v1/reembed";

  List<Route> routes() {
    return List.of(
        Route.get(
            REEMBED,
            "The spaces of the workspace, and what belongs to one that is not served",
            Schema.OBJECT,
            this::standing),
        Route.post(
                REEMBED,
                "Embeds the photos by another model beside the one served, in the background",
                Route.Accepted.json(
                    List.of(
                        Fields.text("model", "id of the other model's pack"),
                        Fields.flag(
                            "retry_rejected", "try photos again that could not be embedded"))),
                Schema.OBJECT,
                this::start)
            .answering(202, Reply.JSON),
        Route.post(
                REEMBED + "/switch",
                "Serves by another model whose space is complete, without a pause",
                Route.Accepted.json(
                    List.of(
                        Fields.text(
                            "model",
                            "id of its pack or of its space (default: the one served before)"),
                        Fields.flag("leave_out", "do without photos that could not be embedded"))),
                Schema.OBJECT,
                this::change)
            .answering(202, Reply.JSON));
  }

  private Reply standing(Request request) throws IOException {
    var session = service.library().session();
    var served = service.library().space();
    var json = Tree.of("model", session.pack().id()).and("space", served.id());
    new ServingModel(session.workspace().catalog())
        .before()
        .ifPresent(before -> json.and("before", before));
    var spaces = new LinkedHashMap<String, Object>();
    models
        .standing()
        .of(session)
        .forEach((space, progress) ->
            spaces.put(
                space.id(),
                Map.of(
                    "embedded", progress.embedded(),
                    "failed", progress.failed(),
                    "missing", progress.missing())));
    var left =
        Leftovers.of(session).stream()
            .map(each -> Map.of("what", each.what(), "space", each.space(), "run", each.command()))
            .toList();
    return Reply.json(
        json.and("spaces", spaces).and("notes", session.notes()).and("left_behind", left).map());
  }

  private Reply start(Request request) throws IOException {
    var settings = request.settings();
    boolean retry = SearchRoutes.flag(settings, "retry_rejected");
    var model =
        settings
            .find("model")
            .orElseThrow(() -> Problem.badRequest("field 'model' is missing: which one?"));
    var session = service.library().session();
    try (var next = session.beside(model)) {
      if (next.pack().space().equals(service.library().space())) {
        throw Problem.of(409, "the model " + model + " is the one that is served");
      }
    } catch (IOException | Models.UnknownModelException e) {
      throw refused(e);
    }
    var work =
        new ReembedWork(session, model, retry, service.outside().places(), models.standing());
    return JobRoutes.started(service.jobs().add("reembed", model, work));
  }

  private Reply change(Request request) throws IOException {
    var settings = request.settings();
    boolean leaveOut = SearchRoutes.flag(settings, "leave_out");
    try {
      var model = settings.find("model").orElse("");
      if (model.isEmpty()) {
        model = models.before();
      }
      models.prepared(model, leaveOut).close(); // says at once what stands against it
      var work = new SwitchWork(models, model, leaveOut);
      return JobRoutes.started(service.jobs().add("switch", model, work));
    } catch (IOException | Models.UnknownModelException e) {
      throw refused(e);
    }
  }

  /// Why a model cannot be taken: there is none of that name, it is broken, or not complete.
  private static Problem refused(Exception e) {
    var why = String.valueOf(e.getMessage());
    return e instanceof Models.UnknownModelException ? Problem.notFound(why) : Problem.of(409, why);
  }

  static Map<String, Object> json(SpaceState state) {
    var json = new LinkedHashMap<String, Object>();
    json.put("model", state.model());
    json.put("space", state.space().id());
    json.put("embedded", state.vectors().embedded());
    json.put("failed", state.vectors().failed());
    json.put("missing", state.vectors().missing());
    json.put("problem", state.problem(false).orElse(""));
    return json;
  }
}
