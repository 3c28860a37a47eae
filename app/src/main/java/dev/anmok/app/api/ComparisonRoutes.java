package dev.anmok.app.api;

import dev.anmok.app.http.Problem;
import dev.anmok.app.http.Reply;
import dev.anmok.app.http.Request;
import dev.anmok.app.http.Route;
import dev.anmok.app.http.Schema;
import dev.anmok.app.json.Tree;
import dev.anmok.app.profile.Method;
import dev.anmok.app.workspace.Curation;
import dev.anmok.app.workspace.DecidedItems;
import dev.anmok.app.workspace.MethodDifference;
import dev.anmok.app.workspace.Thresholds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The stored decisions beside those that the profile's as-published method would make.
///
/// @param service where items are
/// @param curator knows the method
/// @param remembered how they differ, found by a look at all photos
record ComparisonRoutes(
    Service service, Representatives curator, Remembered<String, MethodDifference> remembered) {
  private static final Representatives.Trial OLD =
      new Representatives.Trial(Method.AS_PUBLISHED, null);

  List<Route> routes() {
    return List.of(
        Route.get(
                CurateRoutes.CURATE + "/comparison",
                "Items that other photos would stand for by the as-published method",
                Schema.OBJECT,
                this::compare)
            .query("offset", Schema.COUNT, "how many to pass over (default: 0)")
            .query(
                "limit",
                Schema.integer(1, ItemListRoutes.MAX_LIMIT),
                "how many to list (default: 100)"));
  }

  private Reply compare(Request request) throws IOException {
    int offset = ItemListRoutes.offset(request.settings());
    int limit = ItemListRoutes.limit(request.settings());
    CurateRoutes.requireOldPrompts(service.library().session().profile());
    try {
      var old = curator.curation(OLD);
      var found = difference(old);
      return Reply.json(service.gate().call(() -> json(found, old, offset, limit)));
    } catch (Thresholds.UnknownThresholdException e) {
      throw Problem.of(409, String.valueOf(e.getMessage()));
    }
  }

  private MethodDifference difference(Curation old) throws IOException {
    var library = service.library();
    long now = library.catalog().generation();
    var decided = new DecidedItems(library.catalog(), library.space(), null);
    var key = curator.last().map(Object::toString).orElse("");
    return remembered.at(now, key, () -> MethodDifference.of(decided, old));
  }

  private Map<String, Object> json(MethodDifference found, Curation old, int offset, int limit)
      throws IOException {
    var items = new ArrayList<Map<String, Object>>();
    for (var id : found.differing().stream().skip(offset).limit(limit).toList()) {
      items.add(json(id, old));
    }
    return Tree.of("total", found.differing().size())
        .and("compared", found.compared())
        .and("photos", json(found.photos()))
        .and("kept", json(found.items()))
        .and("items", items)
        .map();
  }

  private static Map<String, Object> json(MethodDifference.Overlap overlap) {
    return Tree.of("both", overlap.both())
        .and("only_stored", overlap.stored())
        .and("only_as_published", overlap.other())
        .map();
  }

  private Map<String, Object> json(String id, Curation old) throws IOException {
    var stored = service.library().catalog().itemList().find(id).orElseThrow();
    var item = Photos.item(service.library(), id);
    var result = old.byMachine(item);
    var photos = MethodDifference.representatives(item, result);
    return Tree.of("item", id)
        .and("title", item.item().title())
        .and("stored", side(stored.kept(), stored.reason(), stored.representatives()))
        .and(
            "as_published",
            side(result.decision().kept(), result.decision().reason().code(), photos))
        .map();
  }

  private static Map<String, Object> side(boolean kept, String reason, List<String> photos) {
    return Tree.of("kept", kept).and("reason", reason).and("photos", photos).map();
  }
}
