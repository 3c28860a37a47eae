package dev.anmok.app.review;

import dev.anmok.core.evaluate.Proportion;
import dev.anmok.core.pipeline.PhotoInReview;
import dev.anmok.core.pipeline.Review;
import dev.anmok.core.pipeline.Reviews;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How much of the work the machine does, and how well by what people say.
///
/// @param method name of the machine's method
/// @param version the method with all its thresholds: audits of others are not counted
/// @param photos who decided about how many photos
/// @param verdicts each of the machine's verdicts, by code
/// @param people what people said
public record ReviewReport(
    String method,
    String version,
    Deciders photos,
    Map<String, VerdictTally> verdicts,
    People people) {
  private static final String BLURRY = "blurry";
  private static final String SHARP = "sharp";

  /// Who decided about how many photos; the sum is all accepted photos, each counted once.
  ///
  /// @param machine decided by the machine alone
  /// @param people decided by a person
  /// @param waiting the machine is uncertain and no person decided yet
  /// @param unmeasured the machine has not looked and no person decided
  public record Deciders(long machine, long people, long waiting, long unmeasured) {
    /// All accepted photos.
    public long all() {
      return machine + people + waiting + unmeasured;
    }

    /// The share of all photos that took no person, 0..1: the reviews saved; 0 of no photos.
    public double saved() {
      return all() == 0 ? 0 : (double) machine / all();
    }
  }

  /// One of the machine's verdicts.
  ///
  /// @param photos of which it says so
  /// @param drawn for audits
  /// @param sharp of these, those that people call sharp
  /// @param blurry of these, those that people call blurry
  public record VerdictTally(long photos, long drawn, long sharp, long blurry) {
    /// The share of those decided that people call blurry.
    public Proportion saidBlurry() {
      return new Proportion(blurry, sharp + blurry);
    }

    VerdictTally and(VerdictTally other) {
      return new VerdictTally(
          photos + other.photos, drawn + other.drawn, sharp + other.sharp, blurry + other.blurry);
    }
  }

  /// What people said.
  ///
  /// @param standing how many photos have each verdict; a skip counts where nobody decided
  /// @param reviews how many reviews each reviewer gave, those since replaced too
  /// @param disputed photos about which two reviewers differ
  public record People(Map<String, Long> standing, Map<String, Long> reviews, long disputed) {
    public People {
      standing = sorted(standing);
      reviews = sorted(reviews);
    }
  }

  public ReviewReport {
    verdicts = sorted(verdicts);
  }

  private static <T> Map<String, T> sorted(Map<String, T> counts) {
    return Collections.unmodifiableMap(new TreeMap<>(counts));
  }

  /// Of the audited photos that the machine calls blurry, those that people call so.
  public Proportion precision() {
    return tally(BLURRY).saidBlurry();
  }

  /// Of the audited photos that the machine calls sharp, those that people call blurry.
  public Proportion missed() {
    return tally(SHARP).saidBlurry();
  }

  private VerdictTally tally(String verdict) {
    return Optional.ofNullable(verdicts.get(verdict)).orElseGet(() -> new VerdictTally(0, 0, 0, 0));
  }

  /// Counts, in one pass over the photos and one over the reviews; holds counts only.
  public static ReviewReport of(Reviews reviews, BlurOpinions opinions) throws IOException {
    var counting = new Counting(opinions);
    try (var photos = reviews.photos(Subject.BLUR.code(), opinions.version())) {
      photos.forEach(counting::add);
    }
    var byReviewer = new TreeMap<String, Long>();
    try (var all = reviews.all(Subject.BLUR.code())) {
      all.forEach(review -> byReviewer.merge(review.reviewer(), 1L, Long::sum));
    }
    return counting.report(byReviewer);
  }

  private static final class Counting {
    private final BlurOpinions opinions;
    private final Map<String, VerdictTally> verdicts = new TreeMap<>();
    private final Map<String, Long> standing = new TreeMap<>();
    private long machine;
    private long people;
    private long waiting;
    private long unmeasured;
    private long disputed;

    Counting(BlurOpinions opinions) {
      this.opinions = opinions;
    }

    void add(PhotoInReview photo) {
      photo.standing().ifPresent(review -> standing.merge(review.verdict(), 1L, Long::sum));
      disputed += photo.disputed() ? 1 : 0;
      var opinion = opinions.of(photo.photo());
      opinion.ifPresent(
          said -> verdicts.merge(said.machine().verdict(), tally(photo, said), VerdictTally::and));
      if (photo.decision().isPresent()) {
        people++;
      } else if (opinion.isEmpty()) {
        unmeasured++;
      } else if (opinion.get().uncertain()) {
        waiting++;
      } else {
        machine++;
      }
    }

    /// Verdicts that the machine is sure of are checked by drawn photos only: what people picked
    /// out themselves is no fair sample.
    private static VerdictTally tally(PhotoInReview photo, BlurOpinion opinion) {
      boolean drawn = photo.drawn().isPresent();
      var decision =
          photo
              .decision()
              .filter(_ -> drawn || opinion.uncertain())
              .map(Review::verdict)
              .orElse("");
      return new VerdictTally(
          1, drawn ? 1 : 0, decision.equals(SHARP) ? 1 : 0, decision.equals(BLURRY) ? 1 : 0);
    }

    ReviewReport report(Map<String, Long> byReviewer) {
      return new ReviewReport(
          opinions.method(),
          opinions.version(),
          new Deciders(machine, people, waiting, unmeasured),
          verdicts,
          new People(standing, byReviewer, disputed));
    }
  }
}
