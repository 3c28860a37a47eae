package dev.anmok.core.evaluate;

/// What tastes would have done to answers of which something was clicked or liked.
///
/// @param answers such answers
/// @param withoutScores those of them whose hits have no scores, and so cannot be ranked again
/// @param reordered those that were not shown in the order of their scores: tastes were at work
///   already, and what was clicked says nothing of the order without them
/// @param compared those of the rest whose owner had a taste at that time
/// @param owners people, or shops where nobody says who it was, of the compared answers
/// @param reciprocalRank one over the rank of the first hit that was clicked or liked
/// @param discountedGain nDCG of all hits shown, what was liked worth 1, what was clicked
///   [dev.anmok.core.pipeline.FeedbackKind#worth]
/// @param weighedRank one over the rank of each hit that was clicked or liked, by its worth and by
///   one over the click rate of the place where it was shown ([FeedbackReplay])
public record ReplayFigures(
    long answers,
    long withoutScores,
    long reordered,
    long compared,
    long owners,
    Change reciprocalRank,
    Change discountedGain,
    Change weighedRank) {
  /// Owners below which nothing is said: the bootstrap's intervals are too narrow then.
  public static final int LEAST_OWNERS = 10;

  /// A measure as it was and as it would have been, over the compared answers.
  ///
  /// @param before its mean as shown
  /// @param after its mean with tastes
  /// @param difference of the two, answer by answer, with an interval from resampling owners
  public record Change(double before, double after, Interval difference) {}

  /// What came of it.
  public enum Verdict {
    /// Even with clicks at their face value: the interval of [#reciprocalRank] lies above 0.
    HELPED,
    /// If places are clicked for being seen: the interval of [#weighedRank] alone lies above 0.
    PERHAPS,
    /// Even if places are clicked for being seen: the interval of [#weighedRank] lies below 0.
    HURT,
    /// None of these.
    NO_DIFFERENCE,
    /// There are fewer than [#LEAST_OWNERS] owners.
    TOO_FEW
  }

  /// The verdict, by the bounds of the truth.
  public Verdict verdict() {
    if (owners < LEAST_OWNERS) {
      return Verdict.TOO_FEW;
    }
    if (weighedRank.difference().high() < 0) {
      return Verdict.HURT;
    }
    if (reciprocalRank.difference().low() > 0) {
      return Verdict.HELPED;
    }
    return weighedRank.difference().low() > 0 ? Verdict.PERHAPS : Verdict.NO_DIFFERENCE;
  }
}
