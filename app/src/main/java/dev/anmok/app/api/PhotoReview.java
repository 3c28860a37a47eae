package dev.anmok.app.api;

import dev.anmok.app.http.Problem;
import dev.anmok.app.http.Reply;
import dev.anmok.app.http.Request;
import dev.anmok.app.json.Tree;
import dev.anmok.app.review.Answers;
import dev.anmok.app.review.AuditSample;
import dev.anmok.app.review.QueuePlace;
import dev.anmok.app.review.QueuedPhoto;
import dev.anmok.app.review.ReportJson;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reviews of single photos: whether they are blurred, which category they belong to.
///
/// @param service where photos and reviews are
/// @param memory what the machine says of all photos
/// @param conflicts keeps people from overwriting each other unseen
record PhotoReview(Service service, ReviewMemory memory, ReviewConflicts conflicts) {
  private Reviews reviews() {
    return service.library().catalog().reviews();
  }

  Reply queue(Subject subject, @Nullable QueuePlace after, int limit, PhotoNames names)
      throws IOException {
    var opinions = memory.opinions(subject);
    var answers = opinions.answers();
    var survey = memory.survey(opinions);
    var page =
        service.gate().call(() -> new ReviewQueue(reviews(), opinions, survey).page(after, limit));
    var json = ReviewJson.page(answers, page, queued -> json(answers, queued, names));
    if (subject == Subject.CATEGORY) {
      json.and("categories", categories());
    }
    return Reply.json(json.map());
  }

  private List<Map<String, Object>> categories() {
    return memory.categories().categories().categories().stream()
        .map(each -> Tree.of("category", each.name()).and("labels", each.labels()).map())
        .toList();
  }

  private static Map<String, Object> json(Answers answers, QueuedPhoto queued, PhotoNames names) {
    var sha256 = queued.photo().photo().sha256();
    var json = ReviewJson.photo(answers, queued, names.name(queued.photo().uri(), sha256));
    json.put("picture", names.url(sha256));
    return json;
  }

  Reply say(Subject subject, Request request, String photo, String reviewer) throws IOException {
    var settings = request.settings();
    var opinions = memory.opinions(subject);
    var answers = opinions.answers();
    var word = ReviewRoutes.required(settings, "verdict");
    var verdict = Problem.reading(() -> answers.code(word));
    var kind = settings.find("kind").orElse("");
    Photos.places(service.library(), photo); // 404 if there is none
    var desk = new ReviewDesk(reviews(), opinions, InstantSource.system());
    var saying = new ReviewDesk.Saying(verdict, kind, reviewer);
    var stored =
        conflicts.store(
            answers, List.of(photo), settings.find("seen"), new Said(desk, photo, saying));
    return Reply.json(
        stored.stream()
            .map(review -> ReviewJson.review(answers, review))
            .findFirst()
            .orElseThrow(() -> Problem.notFound("there is no photo " + photo)));
  }

  /// What somebody says at a desk.
  private record Said(ReviewDesk desk, String photo, ReviewDesk.Saying saying)
      implements ReviewConflicts.Saying {
    @Override
    public List<Review> store() throws IOException {
      return desk.say(photo, saying).stream().toList();
    }

    @Override
    public List<Review> standing() throws IOException {
      return desk.standing(photo, saying).stream().toList();
    }
  }

  Reply undo(Subject subject, Optional<String> reviewer) throws IOException {
    var code = subject.code();
    var undone = reviewer.isPresent() ? reviews().undo(code, reviewer.get()) : reviews().undo(code);
    var review = undone.orElseThrow(ReviewRoutes::nothing);
    return Reply.json(ReviewJson.review(memory.opinions(subject).answers(), review));
  }

  Reply audit(Subject subject, int size) throws IOException {
    var opinions = memory.opinions(subject);
    var sample = new AuditSample(reviews(), opinions, memory.survey(opinions), new SecureRandom());
    var drawn = service.gate().call(() -> sample.draw(size));
    return Reply.json(Map.of("drawn", drawn));
  }

  Reply report(Subject subject) throws IOException {
    var opinions = memory.opinions(subject);
    var survey = memory.survey(opinions);
    var report = service.gate().call(() -> ReviewReport.of(reviews(), opinions, survey));
    return Reply.json(ReportJson.of(report));
  }
}
