package dev.anmok.app.cli;

import dev.anmok.app.review.Answers;
import dev.anmok.app.review.ReviewJson;
import dev.anmok.app.workspace.Workspace;
import java.io.IOException;
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
    try (var workspace = Workspace.update(review.workspace())) {
      var reviews = workspace.catalog().reviews();
      var subject = review.subject().code();
      var undone = reviewer == null ? reviews.undo(subject) : reviews.undo(subject, reviewer);
      if (undone.isEmpty()) {
        throw new IOException(
            workspace.folder()
                + ": there is no verdict"
                + (reviewer == null ? "" : " by " + reviewer)
                + " to take back");
      }
      if (review.json()) {
        JsonResult.print(console.out(), ReviewJson.review(Answers.BLUR, undone.get()));
      } else {
        console.print("taken back: %s", ReviewSay.show(Answers.BLUR, undone.get()));
      }
    }
    return 0;
  }
}
