package dev.anmok.app.api;

import dev.anmok.app.album.Parameters;
import dev.anmok.app.http.Parameter;
import dev.anmok.app.http.Problem;
import dev.anmok.app.http.Reply;
import dev.anmok.app.http.Request;
import dev.anmok.app.http.Route;
import dev.anmok.app.http.Schema;
import dev.anmok.app.json.Tree;
import dev.anmok.core.pipeline.ItemList;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// The list of items, with what was decided about them.
///
/// @param service where they are looked up
record ItemListRoutes(Service service) {
  static final int MAX_LIMIT = 1_000;
  static final int DEFAULT_LIMIT = 100;
  private static final int MAX_TEXT = 200;

  List<Route> routes() {
    return List.of(
        Route.get(ItemRoutes.ITEMS, "Items in order of their id", Schema.OBJECT, this::list)
            .query("offset", Schema.COUNT, "how many to pass over (default: 0)")
            .query("limit", Schema.integer(1, MAX_LIMIT), "how many to list (default: 100)")
            .query(
                List.of(
                    new Parameter(
                        "state",
                        Schema.choice("any", "kept", "dropped", "by-hand", "undecided"),
                        "those that the last curation kept or dropped, that people chose for, or"
                            + " that came later (default: any)"),
                    Fields.text("q", "a part of their id or title"),
                    Fields.flag(
                        "details",
                        "what was decided, number of photos, and ids of the representatives"))));
  }

  private Reply list(Request request) throws IOException {
    var settings = request.settings();
    long offset = offset(settings);
    int limit = limit(settings);
    boolean details = SearchRoutes.flag(settings, "details");
    var wanted = new ItemList.Wanted(state(settings), text(settings));
    return Reply.json(
        service
            .gate()
            .call(() -> {
              var list = service.library().catalog().itemList();
              var page = list.page(wanted, offset, limit);
              return Tree.of("total", list.count(wanted))
                  .and("items", page.stream().map(item -> json(item, details)).toList())
                  .map();
            }));
  }

  static int offset(Parameters settings) {
    return Problem.reading(() -> settings.integer("offset", 0, 0, Integer.MAX_VALUE));
  }

  static int limit(Parameters settings) {
    return Problem.reading(() -> settings.integer("limit", DEFAULT_LIMIT, 1, MAX_LIMIT));
  }

  private static ItemList.State state(Parameters settings) {
    var name = settings.find("state").orElse("any");
    return switch (name) {
      case "any" -> ItemList.State.ANY;
      case "kept" -> ItemList.State.KEPT;
      case "dropped" -> ItemList.State.DROPPED;
      case "by-hand" -> ItemList.State.BY_HAND;
      case "undecided" -> ItemList.State.UNDECIDED;
      default ->
          throw Problem.badRequest(
              "state must be any, kept, dropped, by-hand or undecided, was " + name);
    };
  }

  private static String text(Parameters settings) {
    var text = settings.find("q").orElse("").strip();
    if (text.length() > MAX_TEXT) {
      throw Problem.badRequest("q must be at most " + MAX_TEXT + " characters");
    }
    return text;
  }

  private static Map<String, Object> json(ItemList.Listed listed, boolean details) {
    var json = ItemRoutes.json(listed.item());
    if (details) {
      json.put("kept", listed.kept());
      json.put("reason", listed.reason());
      json.put("detail", listed.detail());
      json.put("photos", listed.photos());
      json.put("representatives", listed.representatives());
      json.put("by_hand", listed.byHand());
    }
    return json;
  }
}
