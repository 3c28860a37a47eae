package dev.anmok.app.api;

import dev.anmok.app.http.Problem;
import dev.anmok.app.http.Reply;
import dev.anmok.app.http.Request;
import dev.anmok.app.json.Tree;
import dev.anmok.app.review.Answers;
import dev.anmok.app.review.CopyDesk;
import dev.anmok.app.review.CopyGroup;
import dev.anmok.app.review.CopyQueue;
import dev.anmok.app.review.CopyReport;
import dev.anmok.app.review.CopyWord;
import dev.anmok.app.review.QueuePlace;
import dev.anmok.app.review.QueuedCopies;
import dev.anmok.app.review.ReportJson;
import dev.anmok.app.review.ReviewJson;
import dev.anmok.app.review.Subject;
import dev.anmok.core.pipeline.Review;
import dev.anmok.core.pipeline.Reviews;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reviews of copies: which of some photos to keep, and which are no copies. Nothing is deleted.
///
/// @param service where photos and reviews are
/// @param memory what the machine takes for copies
/// @param conflicts keeps people from overwriting each other unseen
record CopyReview(Service service, ReviewMemory memory, ReviewConflicts conflicts) {
  /// Photos of a group that are listed: those that nobody answered for come first, so the rest
  /// follow when these are answered.
  private static final int MAX_LISTED = 24;

  private Reviews reviews() {
    return service.library().catalog().reviews();
  }

  Reply queue(@Nullable QueuePlace after, int limit, PhotoNames names) throws IOException {
    var copies = memory.copies();
    return service
        .gate()
        .call(() -> {
          var page = new CopyQueue(reviews(), copies).page(after, limit);
          var groups = new ArrayList<Map<String, Object>>();
          for (var queued : page.groups()) {
            groups.add(json(queued, names));
          }
          var json =
              Tree.of("subject", Subject.DUPLICATES.code())
                  .and("waiting", page.lengths().waiting())
                  .and("uncertain", page.lengths().uncertain())
                  .and("skipped", page.lengths().skipped())
                  .and("groups", groups);
          page.next().ifPresent(next -> json.and("next", next.toString()));
          return Reply.json(json.map());
        });
  }

  private Map<String, Object> json(QueuedCopies queued, PhotoNames names) throws IOException {
    var photos = new ArrayList<Map<String, Object>>();
    var open = queued.open().toList();
    for (var copy : open.subList(0, Math.min(MAX_LISTED, open.size()))) {
      photo(queued, copy, names).ifPresent(photos::add);
    }
    var outcome = queued.outcome();
    boolean machines = outcome.keeper().equals(queued.group().photos().getFirst().photo());
    var json =
        Tree.of("why", queued.place().why().code())
            .and("level", queued.group().level())
            .and("alike", queued.group().least())
            .and("reason", machines && outcome.by().isEmpty() ? queued.group().reason() : "");
    if (!outcome.by().isEmpty()) {
      json.and("chosen_by", outcome.by());
    }
    json.and("members", open.size()).and("photos", photos);
    queued.last().ifPresent(said -> json.and("standing", json(said)));
    return json.map();
  }

  private Optional<Map<String, Object>> photo(
      QueuedCopies queued, CopyGroup.Copy copy, PhotoNames names) throws IOException {
    var library = service.library();
    return library
        .catalog()
        .placed(copy.uri(), library.space())
        .map(placed -> {
          var photo = placed.photo();
          var json =
              Tree.of("id", photo.sha256())
                  .and("image", names.name(placed.uri(), photo.sha256()))
                  .and("picture", names.url(photo.sha256()))
                  .and("keeper", copy.photo().equals(queued.outcome().keeper()))
                  .and("width", photo.facts().width())
                  .and("height", photo.facts().height())
                  .and("format", photo.facts().format())
                  .and("bytes", photo.bytes())
                  .and("sharpness", photo.measures().laplacianStd())
                  .and("level", copy.level())
                  .and("cosine", copy.cosine())
                  .and("hash_bits", copy.hashBits());
          photo.facts().taken().ifPresent(taken -> json.and("taken", taken.toString()));
          queued.said(copy).ifPresent(said -> json.and("standing", json(said)));
          return json.map();
        });
  }

  private static Map<String, Object> json(Review review) {
    return ReviewJson.review(Answers.DUPLICATES, review);
  }

  Reply say(Request request, String photo, String reviewer) throws IOException {
    var settings = request.settings();
    var verdict = ReviewRoutes.required(settings, "verdict");
    var fold = request.texts(CopyWord.FOLD, CopyDesk.MAX_PHOTOS);
    var separate = request.texts(CopyWord.SEPARATE, CopyDesk.MAX_PHOTOS);
    var answer =
        Problem.reading(() -> new CopyDesk.Answer(photo, verdict, fold, separate, reviewer));
    for (var each : answer.photos()) {
      Photos.places(service.library(), each); // 404 if there is none
    }
    var copies = memory.copies();
    var desk = new CopyDesk(reviews(), copies, InstantSource.system());
    return told(
        conflicts.store(
            Answers.DUPLICATES, answer.photos(), settings.find("seen"), new Said(desk, answer)));
  }

  /// What somebody says at a desk.
  private record Said(CopyDesk desk, CopyDesk.Answer answer) implements ReviewConflicts.Saying {
    @Override
    public List<Review> store() throws IOException {
      return desk.say(answer);
    }

    @Override
    public List<Review> standing() throws IOException {
      return desk.standing(answer);
    }
  }

  private static Reply told(List<Review> reviews) {
    return Reply.json(ReviewJson.copies(reviews));
  }

  /// Takes the last answer back, with all photos that it spoke of.
  Reply undo(Optional<String> reviewer) throws IOException {
    var code = Subject.DUPLICATES.code();
    var undone =
        reviewer.isPresent()
            ? reviews().undoBreath(code, reviewer.get())
            : reviews().undoBreath(code);
    if (undone.isEmpty()) {
      throw ReviewRoutes.nothing();
    }
    return told(undone);
  }

  Reply report() throws IOException {
    var copies = memory.copies();
    return service.gate().call(() -> Reply.json(ReportJson.of(CopyReport.of(reviews(), copies))));
  }
}
