package dev.anmok.app.api;

import dev.anmok.app.http.Problem;
import dev.anmok.app.http.Reply;
import dev.anmok.app.http.Request;
import dev.anmok.app.http.Route;
import dev.anmok.app.http.Schema;
import dev.anmok.app.json.ModelJson;
import dev.anmok.app.json.Tree;
import dev.anmok.app.workspace.Models;
import dev.anmok.app.workspace.MoodLens;
import dev.anmok.app.workspace.Thresholds;
import dev.anmok.app.workspace.TuneJob;
import dev.anmok.core.score.Distribution;
import dev.anmok.core.score.Gaussian;
import dev.anmok.onnx.StoredPack;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// How the workspace's photos score, and by which models.
///
/// @param service where photos and models are looked up
/// @param lens the profile's lens, its prompts encoded
record LensRoutes(Service service, MoodLens lens) {
  private static final int MAX_BINS = 400;
  private static final int DEFAULT_BINS = 50;

  List<Route> routes() {
    return List.of(
        Route.get(
                "/api/v1/lenses/{name}/distribution",
                "How the deltas of all photos are distributed, and where their two modes part",
                Schema.OBJECT,
                this::distribution)
            .query("bins", Schema.integer(2, MAX_BINS), "bars of the histogram (default: 50)"),
        Route.get(
            "/api/v1/models", "The model packs at hand", Schema.list(Schema.OBJECT), this::models));
  }

  private Reply distribution(Request request) throws IOException {
    var own = service.library().session().profile().lens().name();
    if (!request.part("name").equals(own)) {
      throw Problem.notFound(
          "there is no lens '" + request.part("name") + "'; the profile has '" + own + "'");
    }
    var settings = request.settings();
    int bins = Problem.reading(() -> settings.integer("bins", DEFAULT_BINS, 2, MAX_BINS));
    return Reply.json(service.gate().call(() -> distribution(own, bins)));
  }

  private Map<String, Object> distribution(String name, int bins) throws IOException {
    var library = service.library();
    var findings = new TuneJob(library.catalog(), library.space(), lens.scorer()).find();
    var json = new LinkedHashMap<String, Object>();
    json.put("lens", name);
    json.put("space", library.space().id());
    json.put("photos", findings.distribution().total());
    json.put("bins", bins(findings.distribution(), bins));
    findings.otsu().ifPresent(otsu -> json.put("proposed", otsu));
    findings
        .modes()
        .ifPresent(modes -> {
          json.put("modes", List.of(json(modes.lower()), json(modes.upper())));
          json.put("separation", modes.separation());
        });
    threshold(json);
    return json;
  }

  private void threshold(Map<String, Object> json) throws IOException {
    var session = service.library().session();
    try {
      var present =
          Thresholds.resolve(
              service.library().catalog(),
              session.profile(),
              session.pack(),
              OptionalDouble.empty());
      json.put("threshold", present.value());
      json.put("threshold_origin", present.origin());
    } catch (Thresholds.UnknownThresholdException e) {
      json.put("threshold_origin", String.valueOf(e.getMessage()));
    }
  }

  private static Map<String, Object> json(Gaussian mode) {
    return Tree.of("mean", mode.mean()).and("std", mode.std()).and("share", mode.weight()).map();
  }

  /// Counts between the smallest and the largest value, in a given number of bars.
  private static List<Map<String, Object>> bins(Distribution values, int bars) {
    int first = 0;
    int last = values.bins() - 1;
    while (first < last && values.count(first) == 0) {
      first++;
    }
    while (last > first && values.count(last) == 0) {
      last--;
    }
    int each = Math.max(1, (last - first + bars) / bars);
    double half = (values.center(1) - values.center(0)) / 2;
    var bins = new ArrayList<Map<String, Object>>();
    for (int from = first; from <= last && values.total() > 0; from += each) {
      int to = Math.min(values.bins(), from + each);
      long count = 0;
      for (int i = from; i < to; i++) {
        count += values.count(i);
      }
      bins.add(
          Tree.of("from", values.center(from) - half)
              .and("to", values.center(to - 1) + half)
              .and("count", count)
              .map());
    }
    return bins;
  }

  private Reply models(Request request) throws IOException {
    var packs = new ArrayList<Map<String, Object>>();
    for (var stored : Models.in(service.library().session().workspace().folder()).list()) {
      switch (stored) {
        case StoredPack.Ready(var pack, _) -> packs.add(ModelJson.of(pack));
        case StoredPack.Sequence(var pack) -> packs.add(ModelJson.of(pack));
        case StoredPack.Classifying(var pack) -> packs.add(ModelJson.of(pack));
        case StoredPack.Cutout(var pack) -> packs.add(ModelJson.of(pack));
        case StoredPack.Broken(var folder, var problem) ->
            packs.add(Map.of("id", String.valueOf(folder.getFileName()), "problem", problem));
      }
    }
    return Reply.json(packs);
  }
}
