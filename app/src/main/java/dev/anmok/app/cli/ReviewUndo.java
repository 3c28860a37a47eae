package dev.anmok.app.cli;

import dev.anmok.app.review.ReviewJson;
import dev.anmok.app.review.Subject;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.pipeline.Review;
import dev.anmok.core.pipeline.Reviews;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `anmok review undo`: takes the last verdict back.
@Command(
    name = "undo",
    description = "Takes the last verdict back; what had been said before counts again.")
final class ReviewUndo implements Callable<Integer> {
  private final Console console;
  @ParentCommand private ReviewCommand review;

  @Option(
      names = "--reviewer",
      paramLabel = "NAME",
      description = "the last of this reviewer (default: the last of all)")
  private @Nullable String reviewer;

  ReviewUndo(Console console) {
    this.console = console;
    this.review = new ReviewCommand(console);
  }

  @Override
  public Integer call() throws IOException {
    try (var session = Session.update(review.workspace(), Optional.empty())) {
      var answers = OpenReview.answers(session, review.subject());
      var undone = undo(session.workspace().catalog().reviews());
      if (undone.isEmpty()) {
        throw new IOException(
            session.workspace().folder()
                + ": there is no verdict"
                + (reviewer == null ? "" : " by " + reviewer)
                + " to take back");
      }
      if (review.json()) {
        JsonResult.print(
            console.out(),
            review.subject() == Subject.DUPLICATES
                ? ReviewJson.copies(undone)
                : ReviewJson.review(answers, undone.getFirst()));
      } else {
        undone.forEach(one -> console.print("taken back: %s", ReviewSay.show(answers, one)));
      }
    }
    return 0;
  }

  /// An answer about copies speaks of several photos.
  private List<Review> undo(Reviews reviews) throws IOException {
    var subject = review.subject().code();
    if (review.subject() == Subject.DUPLICATES) {
      return reviewer == null ? reviews.undoBreath(subject) : reviews.undoBreath(subject, reviewer);
    }
    var undone = reviewer == null ? reviews.undo(subject) : reviews.undo(subject, reviewer);
    return undone.stream().toList();
  }
}
