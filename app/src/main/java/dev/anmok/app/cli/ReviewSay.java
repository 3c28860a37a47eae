package dev.anmok.app.cli;

import dev.anmok.app.review.Answers;
import dev.anmok.app.review.ReviewDesk;
import dev.anmok.app.review.ReviewJson;
import dev.anmok.app.review.Subject;
import dev.anmok.core.pipeline.Review;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// Stores what a person says of photos: all of them, or none if one is not known.
final class ReviewSay {
  @Parameters(arity = "1..*", paramLabel = "PHOTO", description = "ids or places of photos")
  private List<String> photos = List.of();

  @Option(
      names = "--reviewer",
      paramLabel = "NAME",
      description = "who says so (default: the system's user)")
  private String reviewer = System.getProperty("user.name", "");

  private void store(ReviewCommand review, Console console, String verdict, String kind)
      throws IOException {
    var said = new ArrayList<Review>();
    Answers answers;
    try (var open = OpenReview.update(review.workspace(), review.subject())) {
      answers = open.answers();
      var digests = new ArrayList<String>();
      for (var photo : photos) {
        digests.add(open.digest(photo));
      }
      var desk = new ReviewDesk(open.reviews(), open.opinions(), InstantSource.system());
      var saying = new ReviewDesk.Saying(code(answers, verdict), kind, reviewer);
      for (var digest : digests) {
        desk.say(digest, saying).ifPresent(said::add);
      }
    } catch (IllegalArgumentException e) {
      throw new UsageException("--" + e.getMessage());
    }
    if (review.json()) {
      JsonResult.print(
          console.out(), said.stream().map(one -> ReviewJson.review(answers, one)).toList());
    } else {
      said.forEach(one -> console.print("%s", show(answers, one)));
    }
  }

  /// A word that is not known was given as a category: the others are commands of their own.
  private static String code(Answers answers, String word) {
    try {
      return answers.code(word);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "CATEGORY" + String.valueOf(e.getMessage()).substring("verdict".length()));
    }
  }

  /// A review in one line.
  static String show(Answers answers, Review review) {
    var kind = review.kind().isEmpty() ? "" : " (" + review.kind() + ")";
    var machine =
        review
            .machine()
            .map(said -> "; the machine says " + answers.word(said.verdict()))
            .orElse("");
    return "%s  %s%s by %s%s"
        .formatted(
            review.sha256(), answers.word(review.verdict()), kind, review.reviewer(), machine);
  }

  /// `anmok review sharp`.
  @Command(name = "sharp", description = "Says that photos are sharp enough.")
  static final class Sharp implements Callable<Integer> {
    private final Console console;
    @ParentCommand private ReviewCommand review;
    @Mixin private ReviewSay said = new ReviewSay();

    Sharp(Console console) {
      this.console = console;
      this.review = new ReviewCommand(console);
    }

    @Override
    public Integer call() throws IOException {
      said.store(review, console, "sharp", "");
      return 0;
    }
  }

  /// `anmok review blurry`.
  @Command(name = "blurry", description = "Says that photos are too blurred to use.")
  static final class Blurry implements Callable<Integer> {
    private final Console console;
    @ParentCommand private ReviewCommand review;
    @Mixin private ReviewSay said = new ReviewSay();

    @Option(
        names = "--kind",
        paramLabel = "KIND",
        description = "what spoilt them: defocus, motion, low_resolution or noise_smeared")
    private String kind = "";

    Blurry(Console console) {
      this.console = console;
      this.review = new ReviewCommand(console);
    }

    @Override
    public Integer call() throws IOException {
      said.store(review, console, "blurry", kind);
      return 0;
    }
  }

  /// `anmok review as`.
  @Command(name = "as", description = "Says which category photos belong to: a name, or others.")
  static final class As implements Callable<Integer> {
    private final Console console;
    @ParentCommand private ReviewCommand review;

    @Parameters(index = "0", paramLabel = "CATEGORY", description = "a category's name, or others")
    private String category = "";

    @Parameters(
        index = "1..*",
        arity = "1..*",
        paramLabel = "PHOTO",
        description = "ids or places of photos")
    private List<String> photos = List.of();

    @Option(
        names = "--reviewer",
        paramLabel = "NAME",
        description = "who says so (default: the system's user)")
    private String reviewer = System.getProperty("user.name", "");

    As(Console console) {
      this.console = console;
      this.review = new ReviewCommand(console);
    }

    @Override
    public Integer call() throws IOException {
      review.about(Subject.CATEGORY);
      var said = new ReviewSay();
      said.photos = photos;
      said.reviewer = reviewer;
      said.store(review, console, category, "");
      return 0;
    }
  }

  /// `anmok review skip`.
  @Command(name = "skip", description = "Says that nobody can tell; the photos come last.")
  static final class Skip implements Callable<Integer> {
    private final Console console;
    @ParentCommand private ReviewCommand review;
    @Mixin private ReviewSay said = new ReviewSay();

    Skip(Console console) {
      this.console = console;
      this.review = new ReviewCommand(console);
    }

    @Override
    public Integer call() throws IOException {
      said.store(review, console, Review.SKIP, "");
      return 0;
    }
  }
}
