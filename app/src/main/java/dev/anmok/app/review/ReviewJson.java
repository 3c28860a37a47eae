package dev.anmok.app.review;

import dev.anmok.app.json.EvidenceJson;
import dev.anmok.app.json.ShareJson;
import dev.anmok.app.json.Tree;
import dev.anmok.core.pipeline.MachineVerdict;
import dev.anmok.core.pipeline.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Queue, reviews and report as trees that become JSON.
public final class ReviewJson {
  private ReviewJson() {}

  /// Makes one photo of the queue.
  public interface PhotoJson {
    /// The photo's tree.
    Map<String, Object> of(QueuedPhoto queued);
  }

  /// A page of the queue.
  public static Map<String, Object> page(QueuePage page, PhotoJson photo) {
    var json =
        Tree.of("subject", Subject.BLUR.code())
            .and("waiting", page.lengths().waiting())
            .and("uncertain", page.lengths().uncertain())
            .and("audits", page.lengths().audits())
            .and("skipped", page.lengths().skipped())
            .and("not_measured", page.lengths().unmeasured())
            .and("photos", page.photos().stream().map(photo::of).toList());
    page.next().ifPresent(next -> json.and("next", next.toString()));
    return json.map();
  }

  /// A photo of the queue: its id and place, why it is there, and what the machine says.
  public static Map<String, Object> photo(QueuedPhoto queued, String image) {
    var opinion = queued.opinion();
    var json =
        Tree.of("id", queued.photo().photo().sha256())
            .and("image", image)
            .and("item", queued.photo().item())
            .and("why", queued.place().why().code());
    machine(json, opinion.machine());
    json.and("evidence", EvidenceJson.of(opinion.verdict()));
    return json.map();
  }

  private static void machine(Tree json, MachineVerdict machine) {
    json.and("verdict", machine.verdict())
        .and("method", machine.method())
        .andFinite("score", machine.score());
  }

  /// What a person said.
  public static Map<String, Object> review(Review review) {
    var json =
        Tree.of("photo", review.sha256())
            .and("subject", review.subject())
            .and("verdict", review.verdict());
    if (!review.kind().isEmpty()) {
      json.and("kind", review.kind());
    }
    json.and("reviewer", review.reviewer()).and("at", review.at().toString());
    review
        .machine()
        .ifPresent(machine -> {
          var said = Tree.of("version", machine.version());
          machine(said, machine);
          json.and("machine", said.map());
        });
    return json.map();
  }

  /// The report.
  public static Map<String, Object> report(ReviewReport report) {
    var photos = report.photos();
    return Tree.of("subject", Subject.BLUR.code())
        .and("method", report.method())
        .and("version", report.version())
        .and(
            "photos",
            Tree.of("all", photos.all())
                .and("decided_by_machine", photos.machine())
                .and("decided_by_people", photos.people())
                .and("waiting", photos.waiting())
                .and("not_measured", photos.unmeasured())
                .map())
        .and("reviews_saved", photos.saved())
        .and("precision", ShareJson.of(report.precision()))
        .and("missed", ShareJson.of(report.missed()))
        .and("verdicts", verdicts(report))
        .and("people", people(report.people()))
        .map();
  }

  private static List<Map<String, Object>> verdicts(ReviewReport report) {
    var verdicts = new ArrayList<Map<String, Object>>();
    report
        .verdicts()
        .forEach((verdict, tally) ->
            verdicts.add(
                Tree.of("verdict", verdict)
                    .and("photos", tally.photos())
                    .and("drawn", tally.drawn())
                    .and("people_sharp", tally.sharp())
                    .and("people_blurry", tally.blurry())
                    .map()));
    return verdicts;
  }

  private static Map<String, Object> people(ReviewReport.People people) {
    return Tree.of("verdicts", people.standing())
        .and("reviewers", people.reviews())
        .and("disputed", people.disputed())
        .map();
  }
}
