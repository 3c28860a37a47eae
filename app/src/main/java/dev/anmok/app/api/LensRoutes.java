package dev.anmok.app.api;

import dev.anmok.app.album.Parameters;
import dev.anmok.app.http.Parameter;
import dev.anmok.app.http.Problem;
import dev.anmok.app.http.Reply;
import dev.anmok.app.http.Request;
import dev.anmok.app.http.Route;
import dev.anmok.app.http.Schema;
import dev.anmok.app.json.ModelJson;
import dev.anmok.app.json.Tree;
import dev.anmok.app.workspace.CuratedWith;
import dev.anmok.app.workspace.LensSurvey;
import dev.anmok.app.workspace.Models;
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
/// @param curator knows the profile's lens
/// @param surveys what any threshold would leave, by the number of photos that an item needs
record LensRoutes(
    Service service, Representatives curator, Remembered<Integer, LensSurvey> surveys) {
  private static final String LENSES = "/api/v1/lenses";
  private static final String NOTE =
      "each photo counts by itself: copies, near duplicates, dark and blurred photos are not set"
          + " aside";
  private static final Parameter REQUIRE =
      new Parameter(
          "require",
          Schema.integer(0, 1_000),
          "photos above the threshold that an item needs (default: as curated last)");
  private static final int MAX_BINS = 400;
  private static final int DEFAULT_BINS = 50;
  private static final int MAX_NEXT = 50;
  private static final int DEFAULT_NEXT = 6;

  List<Route> routes() {
    return List.of(
        Route.get(
                LENSES + "/{name}/distribution",
                "How the deltas of all photos are distributed, where their two modes part, and up"
                    + " to which threshold each item stays",
                Schema.OBJECT,
                this::distribution)
            .query("bins", Schema.integer(2, MAX_BINS), "bars of the histogram (default: 50)")
            .query(List.of(REQUIRE)),
        Route.get(
                LENSES + "/{name}/threshold",
                "What a threshold would leave, and photos that lie next to it",
                Schema.OBJECT,
                this::threshold)
            .query("value", Schema.number(-2, 2), "the threshold")
            .query("photos", Schema.integer(0, MAX_NEXT), "photos on each side (default: 6)")
            .query(List.of(REQUIRE)),
        Route.get(
            "/api/v1/models", "The model packs at hand", Schema.list(Schema.OBJECT), this::models));
  }

  private Reply distribution(Request request) throws IOException {
    var own = own(service, request);
    var settings = request.settings();
    int bins = Problem.reading(() -> settings.integer("bins", DEFAULT_BINS, 2, MAX_BINS));
    int require = require(settings);
    var survey = survey(require);
    return Reply.json(service.gate().call(() -> distribution(own, bins, require, survey)));
  }

  /// The name of the profile's own lens.
  ///
  /// @throws Problem 404 if a request is about another one
  static String own(Service service, Request request) {
    var own = service.library().session().profile().lens().name();
    if (!request.part("name").equals(own)) {
      throw Problem.notFound(
          "there is no lens '" + request.part("name") + "'; the profile has '" + own + "'");
    }
    return own;
  }

  private int require(Parameters settings) throws IOException {
    int last =
        curator
            .last()
            .map(CuratedWith::require)
            .orElse(service.library().session().profile().rule().require());
    return Problem.reading(() -> settings.integer("require", last, 0, 1_000));
  }

  private LensSurvey survey(int require) throws IOException {
    var library = service.library();
    var scorer = curator.lens().scorer();
    return surveys.at(
        library.catalog().photosVersion(),
        require,
        () -> LensSurvey.of(library.catalog(), library.space(), scorer, require));
  }

  private Reply threshold(Request request) throws IOException {
    own(service, request);
    var settings = request.settings();
    if (settings.find("value").isEmpty()) {
      throw Problem.badRequest("value is missing: which threshold?");
    }
    double value = Problem.reading(() -> settings.number("value", 0, -2, 2));
    int next = Problem.reading(() -> settings.integer("photos", DEFAULT_NEXT, 0, MAX_NEXT));
    int require = require(settings);
    var survey = survey(require);
    return Reply.json(
        Tree.of("threshold", value)
            .and("photos", survey.photos().above(value))
            .and("items", survey.items().above(value))
            .and("above", survey.samples().above(value, next))
            .and("below", survey.samples().below(value, next))
            .and("note", NOTE)
            .map());
  }

  private Map<String, Object> distribution(String name, int bins, int require, LensSurvey survey)
      throws IOException {
    var library = service.library();
    var findings = TuneJob.Findings.of(survey.photos());
    var json = new LinkedHashMap<String, Object>();
    json.put("lens", name);
    json.put("space", library.space().id());
    json.put("photos", findings.distribution().total());
    json.put("bins", bins(survey.photos(), survey.photos(), bins));
    json.put(
        "items",
        Tree.of("require", require)
            .and("total", survey.items().total() + survey.tooFew())
            .and("too_few", survey.tooFew())
            .and("bins", bins(survey.photos(), survey.items(), bins))
            .and("note", NOTE)
            .map());
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

  /// Counts between the smallest and the largest value of a range, in a given number of bars.
  private static List<Map<String, Object>> bins(Distribution range, Distribution values, int bars) {
    int first = 0;
    int last = range.bins() - 1;
    while (first < last && range.count(first) == 0) {
      first++;
    }
    while (last > first && range.count(last) == 0) {
      last--;
    }
    int each = Math.max(1, (last - first + bars) / bars);
    double half = (values.center(1) - values.center(0)) / 2;
    var bins = new ArrayList<Map<String, Object>>();
    for (int from = first; from <= last && range.total() > 0; from += each) {
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
