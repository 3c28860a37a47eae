package dev.anmok.app.api;

import dev.anmok.app.album.Parameters;
import dev.anmok.app.http.Parameter;
import dev.anmok.app.http.Problem;
import dev.anmok.app.http.Reply;
import dev.anmok.app.http.Request;
import dev.anmok.app.http.Route;
import dev.anmok.app.http.Schema;
import dev.anmok.app.json.HitJson;
import dev.anmok.app.json.Tree;
import dev.anmok.app.workspace.Thresholds;
import dev.anmok.core.curate.ItemDecision;
import dev.anmok.core.curate.PhotoDecision;
import dev.anmok.core.pipeline.Item;
import dev.anmok.core.pipeline.ItemPhotos;
import dev.anmok.core.pipeline.PlacedPhoto;
import dev.anmok.core.search.VectorQuery;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One item: its photos, its representatives, items like it.
///
/// @param service where they are looked up
/// @param curator decides about single items
record ItemRoutes(Service service, Representatives curator) {
  static final String ITEMS = "/api/v1/items";

  private static final Parameter METHOD =
      new Parameter(
          "method",
          CurateRoutes.METHODS,
          "what if photos were chosen in this way (nothing is stored)");

  List<Route> routes() {
    return List.of(
        Route.get(ITEMS + "/{id}", "An item with its photos", Schema.OBJECT, this::item)
            .query(PhotoNames.SETTING),
        Route.get(
                ITEMS + "/{id}/representatives",
                "The photos that stand for an item, by the workspace's rule",
                Schema.OBJECT,
                this::representatives)
            .query(List.of(Fields.DETAILS, METHOD))
            .query(
                "threshold",
                Schema.number(-2, 2),
                "what if a photo's delta had to be greater than this (nothing is stored)")
            .query(PhotoNames.SETTING),
        Route.get(
                ITEMS + "/{id}/similar",
                "Items that look like one",
                Schema.list(Schema.OBJECT),
                this::similar)
            .query("k", Schema.integer(1, VectorQuery.MAX_K), "number of hits (default: 10)")
            .query(
                List.of(Fields.FILTER, Fields.flag("all", "look at every photo"), Fields.DETAILS))
            .query(PhotoNames.SETTING));
  }

  static Map<String, Object> json(Item item) {
    var json = new LinkedHashMap<String, Object>();
    json.put("item", item.id());
    json.put("title", item.title());
    json.put("metadata", item.metadata());
    return json;
  }

  private Reply item(Request request) throws IOException {
    var names = PhotoNames.of(request);
    var found = find(request);
    var json = json(found.item());
    json.put("photos", found.photos().stream().map(photo -> json(photo, names)).toList());
    json.put(
        "rejected",
        found.rejected().stream()
            .map(photo ->
                Tree.of("image", photo.uri())
                    .and("reason", photo.reason().code())
                    .and("detail", photo.detail())
                    .map())
            .toList());
    return Reply.json(json);
  }

  private static Map<String, Object> json(PlacedPhoto placed, PhotoNames names) {
    var photo = placed.photo();
    var json = new LinkedHashMap<String, Object>();
    json.put("image", names.name(placed.uri(), photo.sha256()));
    json.put("id", photo.sha256());
    json.put("width", photo.facts().width());
    json.put("height", photo.facts().height());
    return json;
  }

  private Reply representatives(Request request) throws IOException {
    var names = PhotoNames.of(request);
    boolean details = SearchRoutes.flag(request.settings(), "details");
    var found = find(request);
    var decision = decide(found, trial(request.settings()));
    var answer = new ItemAnswer(names);
    if (!details) {
      return Reply.json(answer.plain(found, decision));
    }
    var choice = service.library().catalog().choices().of(found.item().id());
    return Reply.json(answer.detailed(found, decision, choice));
  }

  private Representatives.Trial trial(Parameters settings) {
    var method = CurateRoutes.method(settings, service.library().session().profile());
    double threshold = Problem.reading(() -> settings.number("threshold", Double.NaN, -2, 2));
    return new Representatives.Trial(
        method.orElse(null), Double.isNaN(threshold) ? null : threshold);
  }

  private Reply similar(Request request) throws IOException {
    var settings = request.settings();
    int k = SearchRoutes.k(settings);
    boolean all = SearchRoutes.flag(settings, "all");
    var names = PhotoNames.of(request);
    boolean details = SearchRoutes.flag(settings, "details");
    var profile = service.library().session().profile();
    var passing = Problem.reading(() -> profile.filter(settings.find("filter").orElse("")));
    var found = find(request);
    if (found.photos().isEmpty()) {
      throw Problem.of(422, "the item has no readable photo to compare by");
    }
    return Reply.json(
        service
            .gate()
            .call(() -> {
              var chosen = photos(found);
              var vectors = chosen.stream().map(PlacedPhoto::embedding).toList();
              var finder = service.finder(all);
              var answered = finder.similar(found.item().id(), vectors, k, passing);
              return new HitJson(
                      details, answered.judge(), hit -> names.name(hit.uri(), hit.sha256()))
                  .hits(answered.hits());
            }));
  }

  /// The item's representatives, or all its photos if it has none, or nothing is known to choose
  /// them by.
  private List<PlacedPhoto> photos(ItemPhotos item) throws IOException {
    try {
      var uris =
          curator.decide(item).representatives().stream()
              .map(PhotoDecision::uri)
              .collect(Collectors.toSet());
      var chosen = item.photos().stream().filter(photo -> uris.contains(photo.uri())).toList();
      return chosen.isEmpty() ? item.photos() : chosen;
    } catch (Thresholds.UnknownThresholdException e) {
      return item.photos();
    }
  }

  private ItemDecision decide(ItemPhotos item, Representatives.Trial trial) throws IOException {
    try {
      return service.gate().call(() -> curator.curation(trial).decide(item).decision());
    } catch (Thresholds.UnknownThresholdException e) {
      throw Problem.of(409, String.valueOf(e.getMessage()));
    }
  }

  private ItemPhotos find(Request request) throws IOException {
    return Photos.item(service.library(), request.part("id"));
  }
}
