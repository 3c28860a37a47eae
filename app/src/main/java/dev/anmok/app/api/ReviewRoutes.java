package dev.anmok.app.api;

import dev.anmok.app.album.Parameters;
import dev.anmok.app.http.Parameter;
import dev.anmok.app.http.Problem;
import dev.anmok.app.http.Reply;
import dev.anmok.app.http.Request;
import dev.anmok.app.http.Route;
import dev.anmok.app.http.Schema;
import dev.anmok.app.review.Answers;
import dev.anmok.app.review.AuditSample;
import dev.anmok.app.review.CopyWord;
import dev.anmok.app.review.QueuePlace;
import dev.anmok.app.review.ReviewQueue;
import dev.anmok.app.review.Subject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// The review queue: which photos a person should see, what people said, and how well the machine
/// does by it. What people say is stored also while a job writes to the catalog: a write waits for
/// the batch under way.
///
/// @param photos reviews of single photos
/// @param copies reviews of copies
record ReviewRoutes(PhotoReview photos, CopyReview copies) {
  private static final String REVIEW = "/api/v1/review";
  private static final int DEFAULT_LIMIT = 50;
  private static final Schema SUBJECT =
      Schema.choice(Stream.of(Subject.values()).map(Subject::code).toArray(String[]::new));

  private static final Parameter ABOUT =
      new Parameter("subject", SUBJECT, "what people are asked (default: blur)");

  /// Binds the album's questions that people are asked about.
  static ReviewRoutes bind(Service service) throws IOException {
    var memory = ReviewMemory.bind(service);
    var reviews = service.library().catalog().reviews();
    var conflicts = new ReviewConflicts(reviews, new ReentrantLock());
    return new ReviewRoutes(
        new PhotoReview(service, memory, conflicts), new CopyReview(service, memory, conflicts));
  }

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
            Route.Accepted.json(SAYING),
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

  private static final List<Parameter> SAYING =
      List.of(
          Fields.text("photo", "id of the photo; of copies the one that is kept"),
          Fields.text(
              "verdict",
              "what the person says: sharp, blurry; a category's name, others; keep, separate; or"
                  + " skip"),
          new Parameter(
              "kind",
              Schema.choice(Answers.BLUR.kinds().toArray(String[]::new)),
              "what spoilt a blurry photo"),
          new Parameter(CopyWord.FOLD, Schema.list(Schema.TEXT), "ids of its copies, for keep"),
          new Parameter(
              CopyWord.SEPARATE,
              Schema.list(Schema.TEXT),
              "ids of photos that are no copies of it"),
          Fields.text(
              "seen",
              "the 'at' of the review that stood when the person looked, or empty if none did: if"
                  + " another decision stands by now, the answer is 409 with it as 'standing'"
                  + " (default: not compared)"),
          Fields.REVIEWER,
          ABOUT);

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
              "groups", Schema.list(Schema.OBJECT),
              "next", Schema.TEXT));

  private static Subject subject(Parameters settings) {
    return Problem.reading(() -> Subject.parse(settings.find("subject").orElse("blur")));
  }

  private Reply queue(Request request) throws IOException {
    var settings = request.settings();
    var subject = subject(settings);
    int limit =
        Problem.reading(() -> settings.integer("limit", DEFAULT_LIMIT, 1, ReviewQueue.MAX_LIMIT));
    var after = Problem.reading(() -> settings.find("cursor").map(QueuePlace::parse)).orElse(null);
    var names = PhotoNames.of(request);
    return subject == Subject.DUPLICATES
        ? copies.queue(after, limit, names)
        : photos.queue(subject, after, limit, names);
  }

  private Reply say(Request request) throws IOException {
    var settings = request.settings();
    var subject = subject(settings);
    var photo = required(settings, "photo");
    var reviewer = settings.find("reviewer").orElse(Fields.DEFAULT_REVIEWER);
    return subject == Subject.DUPLICATES
        ? copies.say(request, photo, reviewer)
        : photos.say(subject, request, photo, reviewer);
  }

  static String required(Parameters settings, String name) {
    return settings
        .find(name)
        .orElseThrow(() -> Problem.badRequest("field '" + name + "' is missing"));
  }

  private Reply undo(Request request) throws IOException {
    var settings = request.settings();
    var subject = subject(settings);
    var reviewer = settings.find("reviewer");
    return subject == Subject.DUPLICATES ? copies.undo(reviewer) : photos.undo(subject, reviewer);
  }

  static Problem nothing() {
    return Problem.of(409, "there is no verdict to take back");
  }

  private Reply audit(Request request) throws IOException {
    var settings = request.settings();
    var subject = subject(settings);
    required(settings, "size");
    int size = Problem.reading(() -> settings.integer("size", 1, 1, AuditSample.MAX_SIZE));
    if (subject == Subject.DUPLICATES) {
      throw Problem.badRequest("every group of copies is in the queue: there is nothing to draw");
    }
    return photos.audit(subject, size);
  }

  private Reply report(Request request) throws IOException {
    var subject = subject(request.settings());
    return subject == Subject.DUPLICATES ? copies.report() : photos.report(subject);
  }
}
