package dev.anmok.app.api;

import dev.anmok.app.album.Parameters;
import dev.anmok.app.http.Parameter;
import dev.anmok.app.http.Problem;
import dev.anmok.app.http.Reply;
import dev.anmok.app.http.Request;
import dev.anmok.app.http.Route;
import dev.anmok.app.http.Schema;
import dev.anmok.app.json.Tree;
import dev.anmok.app.threshold.LabelDesk;
import dev.anmok.app.threshold.LensSample;
import dev.anmok.app.threshold.SampleDraw;
import dev.anmok.app.threshold.ThresholdBench;
import dev.anmok.app.threshold.ThresholdJson;
import dev.anmok.app.threshold.ThresholdVersion.Saved;
import dev.anmok.app.threshold.ThresholdVersions;
import dev.anmok.app.workspace.MoodLens;
import dev.anmok.core.pipeline.Review;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Choosing the threshold of the profile's lens: a sample to label, what each threshold does by the
/// labels, and the versions that were saved.
///
/// @param service the workspace
/// @param bench where it is done
/// @param counts all pictures
record ThresholdRoutes(
    Service service, ThresholdBench bench, Remembered<String, ThresholdBench.Counted> counts) {
  private static final String LENS = "/api/v1/lenses/{name}";
  private static final int DEFAULT_SIZE = 120;
  private static final int DEFAULT_LIMIT = 100;
  private static final double DEFAULT_PRECISION = 0.9;
  private static final double MOST = 2; // the largest delta there can be

  static ThresholdRoutes bind(Service service, MoodLens lens) {
    return new ThresholdRoutes(
        service,
        new ThresholdBench(service.library().session(), lens.scorer()),
        new Remembered<>(service.gate()));
  }

  List<Route> routes() {
    return List.of(
        Route.get(
                LENS + "/samples",
                "The photos drawn for people to label, in an order that tells nothing",
                Schema.OBJECT,
                this::sample)
            .query("limit", Schema.integer(1, SampleDraw.MAX_SIZE), "photos to list (default: 100)")
            .query("cursor", Schema.COUNT, "the 'next' of an earlier page")
            .query(List.of(Fields.flag("details", "range, delta and weight of each photo too")))
            .query(PhotoNames.SETTING),
        Route.post(
            LENS + "/samples",
            "Draws photos to label, most closely where the threshold may lie",
            Route.Accepted.json(
                List.of(
                    new Parameter(
                        "size",
                        Schema.integer(SampleDraw.MIN_SIZE, SampleDraw.MAX_SIZE),
                        "photos of the sample, those labelled before counted (default: 120)"),
                    new Parameter(
                        "around",
                        Schema.number(-MOST, MOST),
                        "where to look most closely (default: as before, else the threshold)"))),
            Schema.OBJECT,
            this::draw),
        Route.post(
            LENS + "/labels",
            "Stores whether a photo shows what the lens looks for",
            Route.Accepted.json(
                List.of(
                    Fields.text("photo", "id of the photo"),
                    new Parameter(
                        "label",
                        Schema.choice(LabelDesk.LABELS.toArray(String[]::new)),
                        "what the person says"),
                    Fields.REVIEWER,
                    Fields.text(
                        "seen", "'at' of the label that stood when they looked; empty for none"))),
            Schema.OBJECT,
            this::label),
        Route.delete(
                LENS + "/labels/last",
                "Takes the last label back; what had been said before counts again",
                Schema.OBJECT,
                this::undo)
            .query("reviewer", Schema.TEXT, "the last of this person (default: the last of all)"),
        Route.get(
                LENS + "/curve",
                "Precision, recall and what stays at each threshold, and the one to choose",
                Schema.OBJECT,
                this::curve)
            .query("precision", Schema.number(0, 1), "the precision to reach (default: 0.9)")
            .query("threshold", Schema.number(-MOST, MOST), "say what this one does as well"),
        Route.post(
            LENS + "/threshold",
            "Saves a threshold for the workspace and as a new version of the profile",
            Route.Accepted.json(
                List.of(
                    new Parameter("value", Schema.number(-MOST, MOST), "the threshold"),
                    new Parameter(
                        "precision", Schema.number(0, 1), "the precision it was chosen by"),
                    Fields.text("note", "in your words, at most 300 characters"),
                    Fields.REVIEWER,
                    new Parameter(
                        "version", Schema.COUNT, "the latest version that you saw; 0 for none"))),
            Schema.OBJECT,
            this::save),
        Route.get(
            LENS + "/threshold/versions",
            "The thresholds that were saved, the latest first",
            Schema.OBJECT,
            this::versions));
  }

  /// The settings of a request about the profile's own lens.
  private Parameters settings(Request request) {
    LensRoutes.own(service, request);
    return request.settings();
  }

  private Reply sample(Request request) throws IOException {
    var settings = settings(request);
    int limit =
        Problem.reading(() -> settings.integer("limit", DEFAULT_LIMIT, 1, SampleDraw.MAX_SIZE));
    int from = Problem.reading(() -> settings.integer("cursor", 0, 0, SampleDraw.MAX_SIZE));
    boolean details = Problem.reading(() -> settings.flag("details", false));
    var names = PhotoNames.of(request);
    var profile = service.library().session().profile();
    var json =
        Tree.of("lens", profile.lens().name())
            .and("description", profile.description())
            .and("positive", profile.lens().prompts().positiveTexts())
            .and("negative", profile.lens().prompts().negativeTexts());
    var drawn = bench.sample();
    if (drawn.isPresent()) {
      var sample = drawn.get();
      int to = Math.min(sample.photos().size(), from + limit);
      json.and("sample", ThresholdJson.sample(sample));
      json.and(
          "photos",
          sample.photos().subList(Math.min(from, to), to).stream()
              .map(photo -> json(sample, photo, names, details))
              .toList());
      if (to < sample.photos().size()) {
        json.and("next", "" + to);
      }
    } else {
      json.and("photos", List.of());
    }
    return Reply.json(json.map());
  }

  private static Map<String, Object> json(
      LensSample sample, LensSample.Sampled photo, PhotoNames names, boolean details) {
    var image = names.name(photo.photo().uri(), photo.sha256());
    var json = ThresholdJson.photo(sample, photo, image, details);
    json.put("picture", names.url(photo.sha256()));
    return json;
  }

  private Reply draw(Request request) throws IOException {
    var settings = settings(request);
    int size =
        Problem.reading(
            () -> settings.integer("size", DEFAULT_SIZE, SampleDraw.MIN_SIZE, SampleDraw.MAX_SIZE));
    var around = number(settings, "around", -MOST, MOST);
    if (service.library().catalog().counts().photos() == 0) {
      throw Problem.of(409, "there are no photos to draw from; ingest some first");
    }
    var counted = counted();
    var sample = service.gate().call(() -> bench.draw(counted, size, around));
    return Reply.json(Map.of("sample", ThresholdJson.sample(sample)));
  }

  private Reply label(Request request) throws IOException {
    var settings = settings(request);
    var photo = ReviewRoutes.required(settings, "photo");
    var saying =
        new LabelDesk.Saying(
            ReviewRoutes.required(settings, "label"),
            settings.find("reviewer").orElse(Fields.DEFAULT_REVIEWER),
            settings.find("seen").orElse(""));
    Photos.places(service.library(), photo); // 404 if there is none
    return Reply.json(ThresholdJson.label(stored(photo, saying)));
  }

  private Review stored(String photo, LabelDesk.Saying saying) throws IOException {
    var version = bench.version();
    try {
      return switch (bench.desk().say(bench.mark(), version, photo, saying)) {
        case LabelDesk.Said.Stored(var review) -> review;
        case LabelDesk.Said.NoPhoto() -> throw Problem.notFound("there is no photo " + photo);
        case LabelDesk.Said.Otherwise(var standing) -> {
          if (standing == null) {
            throw Problem.of(409, "the label that you saw was taken back meanwhile");
          }
          throw Problem.of(
                  409,
                  "%s said '%s' of this photo meanwhile"
                      .formatted(standing.reviewer(), standing.verdict()))
              .with("label", ThresholdJson.label(standing));
        }
      };
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest(String.valueOf(e.getMessage()));
    }
  }

  private Reply undo(Request request) throws IOException {
    var settings = settings(request);
    var undone =
        bench
            .desk()
            .undo(bench.mark(), settings.find("reviewer"))
            .orElseThrow(() -> Problem.of(409, "there is no label to take back"));
    var json = ThresholdJson.label(undone);
    bench
        .desk()
        .standing(bench.mark(), undone.sha256())
        .ifPresent(standing -> json.put("standing", ThresholdJson.label(standing)));
    return Reply.json(json);
  }

  private Reply curve(Request request) throws IOException {
    var settings = settings(request);
    double target = Problem.reading(() -> settings.number("precision", DEFAULT_PRECISION, 0, 1));
    var at = number(settings, "threshold", -MOST, MOST);
    var counted = counted();
    return Reply.json(service.gate().call(() -> bench.curve(counted, target, at)));
  }

  private ThresholdBench.Counted counted() throws IOException {
    long now = service.library().catalog().photosVersion();
    return counts.at(now, bench.mark().lens(), bench::count);
  }

  private Reply save(Request request) throws IOException {
    var settings = settings(request);
    ReviewRoutes.required(settings, "value");
    ReviewRoutes.required(settings, "version");
    double value = number(settings, "value", -MOST, MOST).orElseThrow();
    var target = number(settings, "precision", 0, 1);
    int seen = Problem.reading(() -> settings.integer("version", 0, 0, Integer.MAX_VALUE));
    var saved =
        Problem.reading(() ->
            new Saved(
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                settings.find("reviewer").orElse(Fields.DEFAULT_REVIEWER),
                settings.find("note").orElse("")));
    try {
      return Reply.json(ThresholdJson.version(bench.save(value, target, saved, seen)));
    } catch (ThresholdVersions.ConflictException e) {
      throw Problem.of(409, String.valueOf(e.getMessage()))
          .with("present", ThresholdJson.version(e.present()));
    }
  }

  private Reply versions(Request request) throws IOException {
    settings(request);
    var json =
        Tree.of("profile", service.library().session().profile().name())
            .and("versions", bench.versions().all().stream().map(ThresholdJson::version).toList());
    bench
        .present()
        .ifPresent(present -> json.and("value", present.value()).and("origin", present.origin()));
    return Reply.json(json.map());
  }

  private static OptionalDouble number(
      Parameters settings, String name, double least, double most) {
    return settings.find(name).isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Problem.reading(() -> settings.number(name, 0, least, most)));
  }
}
