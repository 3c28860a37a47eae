package dev.anmok.app.review;

import dev.anmok.app.json.EvidenceJson;
import dev.anmok.app.json.Tree;
import dev.anmok.core.pipeline.MachineVerdict;
import dev.anmok.core.pipeline.Review;
import java.util.List;
import java.util.Map;

/// The queue of photos, and reviews, as trees that become JSON.
public final class ReviewJson {
  private ReviewJson() {}

  /// Makes one photo of the queue.
  public interface PhotoJson {
    /// The photo's tree.
    Map<String, Object> of(QueuedPhoto queued);
  }

  /// A page of the queue.
  public static Tree page(Answers answers, QueuePage page, PhotoJson photo) {
    var json = lengths(answers.subject(), page.lengths());
    json.and("photos", page.photos().stream().map(photo::of).toList());
    page.next().ifPresent(next -> json.and("next", next.toString()));
    return json;
  }

  /// What one answer about copies stored, or what was taken back of it.
  public static Map<String, Object> copies(List<Review> reviews) {
    return Tree.of("subject", Subject.DUPLICATES.code())
        .and("reviews", reviews.stream().map(each -> review(Answers.DUPLICATES, each)).toList())
        .map();
  }

  static Tree lengths(Subject subject, QueuePage.Lengths lengths) {
    return Tree.of("subject", subject.code())
        .and("waiting", lengths.waiting())
        .and("uncertain", lengths.uncertain())
        .and("audits", lengths.audits())
        .and("skipped", lengths.skipped())
        .and("not_measured", lengths.unmeasured());
  }

  /// A photo of the queue: its id and place, why it is there, what the machine says, and what
  /// stands if somebody looked at it.
  public static Map<String, Object> photo(Answers answers, QueuedPhoto queued, String image) {
    var opinion = queued.opinion();
    var json =
        Tree.of("id", queued.photo().photo().sha256())
            .and("image", image)
            .and("item", queued.photo().item())
            .and("why", queued.place().why().code());
    machine(answers, json, opinion.machine());
    switch (opinion) {
      case BlurOpinion blur -> json.and("evidence", EvidenceJson.of(blur.verdict()));
      case CategoryOpinion category -> category(json, category);
    }
    queued.photo().standing().ifPresent(said -> json.and("standing", review(answers, said)));
    return json.map();
  }

  private static void category(Tree json, CategoryOpinion opinion) {
    json.and("reason", opinion.decision().reason().code())
        .andFinite("gap", opinion.gap())
        .andFinite("gap_limit", opinion.rule().gap())
        .andFinite("margin_limit", opinion.rule().neutralMargin())
        .and(
            "scores",
            opinion.decision().scores().stream()
                .map(score ->
                    Tree.of("category", score.category())
                        .and("cosine", score.cosine())
                        .and("margin", score.margin())
                        .and("probability", score.probability())
                        .map())
                .toList());
  }

  private static void machine(Answers answers, Tree json, MachineVerdict machine) {
    json.and("verdict", answers.word(machine.verdict()))
        .and("method", machine.method())
        .andFinite("score", machine.score());
  }

  /// What a person said, in the words of the subject.
  public static Map<String, Object> review(Answers answers, Review review) {
    var json =
        Tree.of("photo", review.sha256())
            .and("subject", review.subject())
            .and("verdict", answers.word(review.verdict()));
    if (!review.kind().isEmpty()) {
      json.and("kind", review.kind());
    }
    json.and("reviewer", review.reviewer()).and("at", review.at().toString());
    review
        .machine()
        .ifPresent(machine -> {
          var said = Tree.of("version", machine.version());
          machine(answers, said, machine);
          json.and("machine", said.map());
        });
    return json.map();
  }
}
