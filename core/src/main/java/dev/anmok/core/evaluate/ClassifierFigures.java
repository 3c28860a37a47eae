package dev.anmok.core.evaluate;

import java.util.stream.IntStream;

/// How good a classifier's answers are. Intervals draw whole groups of photos ([Bootstrap]).
///
/// @param accuracy share of photos whose likeliest label is right
/// @param topTwo share of photos with the right label among the two likeliest
/// @param calibrationError see [CalibrationError]
/// @param macroF1 mean over labels that occur of the harmonic mean of precision and recall
/// @param logLoss mean of `−log p` of the right label, none below 10⁻⁹
public record ClassifierFigures(
    Interval accuracy, Interval topTwo, Interval calibrationError, double macroF1, double logLoss) {
  private static final double LEAST = 1e-9;

  /// The figures of some answers.
  public static ClassifierFigures of(LabelAnswers answers) {
    var judged = JudgedAnswers.of(answers);
    var groups = answers.groups();
    return new ClassifierFigures(
        Bootstrap.ofGroups(groups, judged::shareRight),
        Bootstrap.ofGroups(groups, judged::shareNearlyRight),
        Bootstrap.ofGroupsUnbiased(groups, photos -> CalibrationError.of(judged, photos)),
        macroF1(answers.confusion()),
        logLoss(answers));
  }

  /// How much more often a classifier is right than another on the same photos; its interval is of
  /// the difference and thus narrower than both.
  ///
  /// @throws IllegalArgumentException if the photos' truths differ
  public static Interval gain(LabelAnswers answers, LabelAnswers over) {
    if (!answers.truth().equals(over.truth())) {
      throw new IllegalArgumentException("two classifiers compare on the same photos only");
    }
    var judged = JudgedAnswers.of(answers);
    var before = JudgedAnswers.of(over);
    return Bootstrap.ofGroups(
        answers.groups(), photos -> judged.shareRight(photos) - before.shareRight(photos));
  }

  /// Labels that neither occur nor were answered count for nothing.
  private static double macroF1(ConfusionMatrix confusion) {
    return confusion.classes().stream()
        .filter(name -> confusion.recall(name).trials() > 0)
        .mapToDouble(name -> {
          long right = confusion.count(name, name);
          long both = confusion.recall(name).trials() + confusion.precision(name).trials();
          return 2.0 * right / both;
        })
        .average()
        .orElse(Double.NaN);
  }

  private static double logLoss(LabelAnswers answers) {
    return IntStream.range(0, answers.size())
        .mapToDouble(photo -> {
          int place = answers.labels().indexOf(answers.truth().get(photo));
          double chance = place < 0 ? 0 : answers.chances().get(photo)[place];
          return -Math.log(Math.max(LEAST, chance));
        })
        .average()
        .orElse(Double.NaN);
  }
}
