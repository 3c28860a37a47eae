package dev.anmok.app.review;

import dev.anmok.core.evaluate.Proportion;
import dev.anmok.core.pipeline.Reviews;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How much of the work the machine does, and how well by what people say.
///
/// @param answers what people may say
/// @param method name of the machine's method
/// @param version the method with all its thresholds: audits of others are not counted
/// @param photos who decided about how many photos
/// @param verdicts each of the machine's verdicts, by code; `uncertain` for all of which it is not
///   sure
/// @param proposals of the photos of which it is uncertain and people decided, those of which they
///   say what it would have said; none for blur, where it says nothing then
/// @param people what people said
public record ReviewReport(
    Answers answers,
    String method,
    String version,
    Deciders photos,
    Map<String, VerdictTally> verdicts,
    Proportion proposals,
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
  /// @param said of these, how many people call what, by code
  public record VerdictTally(long photos, long drawn, Map<String, Long> said) {
    public VerdictTally {
      said = sorted(said);
    }

    /// The share of those decided that people call so.
    public Proportion share(String verdict) {
      long all = said.values().stream().mapToLong(Long::longValue).sum();
      return new Proportion(said.getOrDefault(verdict, 0L), all);
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
    return tally(BLURRY).share(BLURRY);
  }

  /// Of the audited photos that the machine calls sharp, those that people call blurry.
  public Proportion missed() {
    return tally(SHARP).share(BLURRY);
  }

  /// Of the audited photos of which the machine says what people may say too, those of which they
  /// say the same.
  public Proportion agreement() {
    long same = 0;
    long all = 0;
    for (var verdict : verdicts.entrySet()) {
      if (answers.knows(verdict.getKey())) {
        var share = verdict.getValue().share(verdict.getKey());
        same += share.successes();
        all += share.trials();
      }
    }
    return new Proportion(same, all);
  }

  private VerdictTally tally(String verdict) {
    return Optional.ofNullable(verdicts.get(verdict))
        .orElseGet(() -> new VerdictTally(0, 0, Map.of()));
  }

  /// Counts, in one pass over the photos and one over the reviews.
  public static ReviewReport of(Reviews reviews, Opinions opinions) throws IOException {
    return of(reviews, opinions, Survey.of(reviews, opinions));
  }

  /// The same, of photos that were surveyed; holds some 200 bytes for each photo that people said
  /// something of.
  public static ReviewReport of(Reviews reviews, Opinions opinions, Survey survey)
      throws IOException {
    return new ReportCounting(opinions, survey).count(reviews);
  }
}
