package dev.anmok.app.api;

import dev.anmok.app.album.Parameters;
import dev.anmok.app.blur.ProfileBlur;
import dev.anmok.app.http.Body;
import dev.anmok.app.http.Parameter;
import dev.anmok.app.http.Problem;
import dev.anmok.app.http.Reply;
import dev.anmok.app.http.Request;
import dev.anmok.app.http.Route;
import dev.anmok.app.http.Schema;
import dev.anmok.app.json.Tree;
import dev.anmok.app.profile.Method;
import dev.anmok.app.profile.Profile;
import dev.anmok.app.workspace.CurateJob;
import dev.anmok.app.workspace.CuratedWith;
import dev.anmok.app.workspace.Thresholds;
import dev.anmok.core.pipeline.ItemList;
import dev.anmok.core.score.Threshold;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Curation of the whole workspace: how it stands, and deciding anew.
///
/// @param service where it runs
/// @param curator knows the lens
/// @param turn who decides over items and stores it
record CurateRoutes(Service service, Representatives curator, CurationTurn turn) {
  static final String CURATE = "/api/v1/curate";
  static final Schema METHODS =
      Schema.choice(Stream.of(Method.values()).map(Method::code).toArray(String[]::new));
  private static final int MOST = 1_000;

  private static final List<Parameter> RULE =
      List.of(
          new Parameter(
              "threshold",
              Schema.number(-2, 2),
              "a photo's delta must be greater (default: the one that is known)"),
          new Parameter(
              "keep", Schema.integer(1, MOST), "photos for each item (default: the profile's)"),
          new Parameter(
              "require",
              Schema.integer(0, MOST),
              "distinct photos above the threshold that an item needs (default: the profile's)"),
          new Parameter("method", METHODS, "the way to choose (default: the profile's)"));

  List<Route> routes() {
    return List.of(
        Route.get(
            CURATE,
            "How the workspace was curated last, and its items by reason",
            Schema.OBJECT,
            this::standing),
        Route.post(
                CURATE,
                "Decides over all items anew, in the background",
                Route.Accepted.json(RULE),
                Schema.OBJECT,
                this::curate)
            .answering(202, Reply.JSON));
  }

  private Profile profile() {
    return service.library().session().profile();
  }

  private Reply standing(Request request) throws IOException {
    var list = service.library().catalog().itemList();
    var profile = profile();
    var json = Tree.of("profile", profile.name()).and("lens", profile.lens().name());
    curator.last().ifPresent(last -> json.and("last", json(last)));
    json.and("space", service.library().space().id());
    json.and("default", defaults(profile))
        .and("as_published", profile.oldPrompts().isPresent())
        .and("items", count(list, ItemList.State.ANY))
        .and("kept", count(list, ItemList.State.KEPT))
        .and("dropped", count(list, ItemList.State.DROPPED))
        .and("by_hand", count(list, ItemList.State.BY_HAND))
        .and("reasons", list.reasons());
    return Reply.json(json.map());
  }

  private static long count(ItemList list, ItemList.State state) throws IOException {
    return list.count(new ItemList.Wanted(state, ""));
  }

  private static Map<String, Object> json(CuratedWith last) {
    return Tree.of("method", last.method())
        .and("threshold", last.threshold())
        .and("keep", last.keep())
        .and("require", last.require())
        .and("space", last.space())
        .map();
  }

  private Map<String, Object> defaults(Profile profile) throws IOException {
    var json =
        Tree.of("method", profile.method().code())
            .and("keep", profile.rule().keep())
            .and("require", profile.rule().require());
    try {
      var known = threshold(OptionalDouble.empty());
      json.and("threshold", known.value()).and("threshold_origin", known.origin());
    } catch (Thresholds.UnknownThresholdException e) {
      json.and("threshold_origin", String.valueOf(e.getMessage()));
    }
    return json.map();
  }

  private Threshold threshold(OptionalDouble byHand) throws IOException {
    var session = service.library().session();
    return Thresholds.resolve(
        service.library().catalog(), session.profile(), session.pack(), byHand);
  }

  private Reply curate(Request request) throws IOException {
    if (request.body() instanceof Body.None) { // nobody decides anew over everything by mistake
      throw Problem.badRequest("send a JSON object that says how, {} for the profile's own way");
    }
    var settings = request.settings();
    var profile = profile();
    double asked = Problem.reading(() -> settings.number("threshold", Double.NaN, -2, 2));
    int keep = Problem.reading(() -> settings.integer("keep", profile.rule().keep(), 1, MOST));
    int require =
        Problem.reading(() -> settings.integer("require", profile.rule().require(), 0, MOST));
    var method = method(settings, profile).orElse(profile.method());
    var threshold = known(asked);
    var job =
        new CurateJob(
            service.library().session(),
            profile.with(profile.rule().with(keep, require)),
            method,
            threshold,
            ProfileBlur::judge);
    var subject =
        String.format(
            Locale.ROOT,
            "%s, threshold %.4f, keep %d, require %d",
            method.code(),
            threshold.value(),
            keep,
            require);
    var work = new CurateWork(service.library(), job, curator.lens(), turn);
    return JobRoutes.started(service.jobs().add("curate", subject, work));
  }

  private Threshold known(double asked) throws IOException {
    try {
      return threshold(Double.isNaN(asked) ? OptionalDouble.empty() : OptionalDouble.of(asked));
    } catch (Thresholds.UnknownThresholdException e) {
      throw Problem.of(409, String.valueOf(e.getMessage()));
    }
  }

  /// The method asked for, if one was.
  ///
  /// @throws Problem 400 if there is none of that name, 409 if the profile does not have it
  static Optional<Method> method(Parameters settings, Profile profile) {
    var name = settings.find("method");
    var method = name.flatMap(Method::find);
    if (name.isPresent() && method.isEmpty()) {
      throw Problem.badRequest("method must be delta, as-published or useful, was " + name.get());
    }
    if (method.equals(Optional.of(Method.AS_PUBLISHED))) {
      requireOldPrompts(profile);
    }
    return method;
  }

  /// @throws Problem 409 if the profile has no as-published method
  static void requireOldPrompts(Profile profile) {
    if (profile.oldPrompts().isEmpty()) {
      throw Problem.of(
          409, "the profile " + profile.name() + " has no prompts for the as-published method");
    }
  }
}
