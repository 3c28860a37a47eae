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
import dev.anmok.core.embed.VectorSpace;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Another model beside the one that is served: how far its space is, and filling it. The switch is
/// made while no server runs, by `anmok reembed --switch`.
///
/// @param service the workspace
record ReembedRoutes(Service service) {
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
                Route.Accepted.json(List.of(Fields.text("model", "id of the other model's pack"))),
                Schema.OBJECT,
                this::start)
            .answering(202, Reply.JSON));
  }

  private Reply standing(Request request) throws IOException {
    var session = service.library().session();
    var vectors = session.workspace().catalog().vectors();
    var served = service.library().space();
    var json = Tree.of("model", session.pack().id()).and("space", served.id());
    new ServingModel(session.workspace().catalog())
        .before()
        .ifPresent(before -> json.and("before", before));
    var spaces = new LinkedHashMap<String, Object>();
    for (VectorSpace space : session.workspace().catalog().spaces()) {
      var progress = vectors.progress(space);
      spaces.put(
          space.id(),
          Map.of(
              "embedded", progress.embedded(),
              "failed", progress.failed(),
              "missing", progress.missing()));
    }
    var left =
        Leftovers.of(session).stream()
            .map(each -> Map.of("what", each.what(), "space", each.space(), "run", each.command()))
            .toList();
    return Reply.json(
        json.and("spaces", spaces).and("notes", session.notes()).and("left_behind", left).map());
  }

  private Reply start(Request request) throws IOException {
    var model =
        request
            .settings()
            .find("model")
            .orElseThrow(() -> Problem.badRequest("field 'model' is missing: which one?"));
    var session = service.library().session();
    try (var next = session.beside(model)) {
      if (next.pack().space().equals(service.library().space())) {
        throw Problem.of(409, "the model " + model + " is the one that is served");
      }
    } catch (Models.UnknownModelException e) {
      throw Problem.notFound(String.valueOf(e.getMessage()));
    }
    var work = new ReembedWork(session, model, service.outside().places());
    return JobRoutes.started(service.jobs().add("reembed", model, work));
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
