package dev.anmok.app.api;

import dev.anmok.app.album.Parameters;
import dev.anmok.app.blur.ProfileBlur;
import dev.anmok.app.http.Parameter;
import dev.anmok.app.http.Problem;
import dev.anmok.app.http.Reply;
import dev.anmok.app.http.Request;
import dev.anmok.app.http.Route;
import dev.anmok.app.http.Schema;
import dev.anmok.app.review.AuditSample;
import dev.anmok.app.review.BlurOpinions;
import dev.anmok.app.review.QueuePlace;
import dev.anmok.app.review.QueuedPhoto;
import dev.anmok.app.review.ReviewDesk;
import dev.anmok.app.review.ReviewJson;
import dev.anmok.app.review.ReviewQueue;
import dev.anmok.app.review.ReviewReport;
import dev.anmok.app.review.Subject;
import dev.anmok.core.pipeline.Review;
import dev.anmok.core.pipeline.Reviews;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// The review queue: which photos a person should see, what people said, and how well the machine
/// does by it. What people say is stored also while a job writes to the catalog: a write waits for
/// the batch under way.
///
/// @param service where photos and reviews are
record ReviewRoutes(Service service) {
  private static final String REVIEW = "/api/v1/review";
  private static final int DEFAULT_LIMIT = 50;
  private static final Schema SUBJECT = Schema.choice(Subject.BLUR.code());

  private static final Parameter ABOUT =
      new Parameter("subject", SUBJECT, "what people are asked (default: blur)");

  List<Route> routes() {
    return List.of(
        Route.get(
                REVIEW,
                "The photos that a person should see, the least sure first",
                QUEUE,
                this::queue)
            .query(List.of(ABOUT))
            .query(
                "limit",
                Schema.integer(1, ReviewQueue.MAX_LIMIT),
                "photos to list (default: " + DEFAULT_LIMIT + ")")
            .query("cursor", Schema.TEXT, "the 'next' of an earlier page; the page goes on there")
            .query(PhotoNames.SETTING),
        Route.post(
            REVIEW + "/verdicts",
            "Stores what a person says of a photo; it goes before what the machine says",
            Route.Accepted.json(
                List.of(
                    Fields.text("photo", "id of the photo"),
                    new Parameter(
                        "verdict", choice(Subject.BLUR.verdicts()), "what the person says"),
                    new Parameter(
                        "kind", choice(Subject.BLUR.kinds()), "what spoilt a blurry photo"),
                    Fields.REVIEWER,
                    ABOUT)),
            Schema.OBJECT,
            this::say),
        Route.delete(
                REVIEW + "/verdicts/last",
                "Takes the last verdict back; what had been said before counts again",
                Schema.OBJECT,
                this::undo)
            .query(List.of(ABOUT))
            .query("reviewer", Schema.TEXT, "the last of this reviewer (default: the last of all)"),
        Route.post(
            REVIEW + "/audits",
            "Draws photos that the machine is sure of into the queue, to check it by",
            Route.Accepted.json(
                List.of(
                    new Parameter(
                        "size", Schema.integer(1, AuditSample.MAX_SIZE), "how many photos"),
                    ABOUT)),
            Schema.OBJECT,
            this::audit),
        Route.get(
                REVIEW + "/report",
                "Who decided about how many photos, and how often people agree with the machine",
                Schema.OBJECT,
                this::report)
            .query(List.of(ABOUT)));
  }

  private static final Schema QUEUE =
      Schema.object(
          Map.of(
              "subject", SUBJECT,
              "waiting", Schema.COUNT,
              "uncertain", Schema.COUNT,
              "audits", Schema.COUNT,
              "skipped", Schema.COUNT,
              "not_measured", Schema.COUNT,
              "photos", Schema.list(Schema.OBJECT),
              "next", Schema.TEXT));

  private static Schema choice(List<String> words) {
    return Schema.choice(words.toArray(String[]::new));
  }

  private Reviews reviews() {
    return service.library().catalog().reviews();
  }

  /// What the machine says now: thresholds may have been tuned since the server started.
  private BlurOpinions opinions() {
    try {
      return new BlurOpinions(ProfileBlur.judge(service.library().session()));
    } catch (IOException e) {
      throw Problem.of(409, String.valueOf(e.getMessage())); // a model is missing or does not fit
    }
  }

  private static Subject subject(Parameters settings) {
    return Problem.reading(() -> Subject.parse(settings.find("subject").orElse("blur")));
  }

  private Reply queue(Request request) throws IOException {
    var settings = request.settings();
    subject(settings);
    int limit =
        Problem.reading(() -> settings.integer("limit", DEFAULT_LIMIT, 1, ReviewQueue.MAX_LIMIT));
    var after = Problem.reading(() -> settings.find("cursor").map(QueuePlace::parse));
    var names = PhotoNames.of(request);
    var queue = new ReviewQueue(reviews(), opinions());
    var page = service.gate().call(() -> queue.page(after.orElse(null), limit));
    return Reply.json(ReviewJson.page(page, queued -> json(queued, names)));
  }

  private static Map<String, Object> json(QueuedPhoto queued, PhotoNames names) {
    var sha256 = queued.photo().photo().sha256();
    var json = ReviewJson.photo(queued, names.name(queued.photo().uri(), sha256));
    json.put("picture", names.url(sha256));
    return json;
  }

  private Reply say(Request request) throws IOException {
    var settings = request.settings();
    subject(settings);
    var photo = required(settings, "photo");
    var verdict = required(settings, "verdict");
    var saying =
        new ReviewDesk.Saying(
            verdict,
            settings.find("kind").orElse(""),
            settings.find("reviewer").orElse(Fields.DEFAULT_REVIEWER));
    Photos.places(service.library(), photo); // 404 if there is none
    var desk = new ReviewDesk(reviews(), opinions(), InstantSource.system());
    return Reply.json(ReviewJson.review(stored(desk, photo, saying)));
  }

  private static Review stored(ReviewDesk desk, String photo, ReviewDesk.Saying saying)
      throws IOException {
    try {
      return desk.say(photo, saying)
          .orElseThrow(() -> Problem.notFound("there is no photo " + photo));
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest(String.valueOf(e.getMessage()));
    }
  }

  private static String required(Parameters settings, String name) {
    return settings
        .find(name)
        .orElseThrow(() -> Problem.badRequest("field '" + name + "' is missing"));
  }

  private Reply undo(Request request) throws IOException {
    var settings = request.settings();
    var subject = subject(settings).code();
    var reviewer = settings.find("reviewer");
    var undone =
        reviewer.isPresent() ? reviews().undo(subject, reviewer.get()) : reviews().undo(subject);
    return Reply.json(
        ReviewJson.review(
            undone.orElseThrow(() -> Problem.of(409, "there is no verdict to take back"))));
  }

  private Reply audit(Request request) throws IOException {
    var settings = request.settings();
    subject(settings);
    required(settings, "size");
    int size = Problem.reading(() -> settings.integer("size", 1, 1, AuditSample.MAX_SIZE));
    var sample = new AuditSample(reviews(), opinions(), new SecureRandom());
    return Reply.json(Map.of("drawn", service.gate().call(() -> sample.draw(size))));
  }

  private Reply report(Request request) throws IOException {
    subject(request.settings());
    var opinions = opinions();
    return Reply.json(
        ReviewJson.report(service.gate().call(() -> ReviewReport.of(reviews(), opinions))));
  }
}
