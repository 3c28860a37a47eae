package dev.anmok.app.train;

import dev.anmok.app.head.StoredClassifier;
import dev.anmok.app.train.HeadTraining.Split;
import dev.anmok.core.classify.ClassifierTraining.Example;
import dev.anmok.core.classify.Taxonomy;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.evaluate.ClassifierFigures;
import dev.anmok.core.evaluate.ClassifierTrial;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A classifier fitted to labelled photos, and what classifiers fitted in this way say of photos
/// that they have not seen.
///
/// @param stored the classifier, fitted to all photos
/// @param lambda strength of shrinkage
/// @param trial answers of classifiers fitted without the photos that they answered
/// @param heldOut how photos were held out, for people
public record TrainedClassifier(
    StoredClassifier stored, double lambda, ClassifierTrial.Trial trial, String heldOut) {
  /// Fewest photos of a label.
  public static final int MIN_PHOTOS = 3;

  /// Fits a classifier.
  ///
  /// @param rows labelled photos; those of one group never stand on both sides
  /// @throws IOException if there is one label only, a label has too few photos, or there are too
  ///   few groups
  public static TrainedClassifier train(
      String name, List<LabelledVectors.Row<Embedding>> rows, Taxonomy taxonomy, Split split)
      throws IOException {
    check(rows, split);
    var trial =
        new ClassifierTrial(
            rows.stream()
                .map(row ->
                    new ClassifierTrial.Row(row.group(), new Example(row.seen(), row.path())))
                .toList(),
            taxonomy.paths().stream()
                .filter(path -> rows.stream().anyMatch(row -> row.path().equals(path)))
                .toList());
    var held = held(trial, split);
    var learnt = trial.learn(name);
    var how =
        String.format(
            Locale.ROOT,
            "multinomial logistic regression on %d photos of %d labels, lambda %.3g and"
                + " temperature %.3f by cross-validation; held out: %s",
            rows.size(),
            trial.labels().size(),
            learnt.lambda(),
            learnt.classifier().temperature().value(),
            describe(split));
    return new TrainedClassifier(
        new StoredClassifier(learnt.classifier(), how, figures(held)),
        learnt.lambda(),
        held,
        describe(split));
  }

  /// Where few groups fall badly, a part is left with one label or one group to learn from.
  private static ClassifierTrial.Trial held(ClassifierTrial trial, Split split) throws IOException {
    try {
      return switch (split) {
        case Split.Folds(int count) -> trial.folds(count);
        case Split.Share(double share) -> trial.share(share);
      };
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "too few groups for "
              + describe(split)
              + ": without one part, "
              + e.getMessage()
              + "; add groups of the smaller labels, or hold out otherwise",
          e);
    }
  }

  private static void check(List<LabelledVectors.Row<Embedding>> rows, Split split)
      throws IOException {
    var counts = new TreeMap<String, Integer>();
    var groups = new HashSet<String>();
    rows.forEach(row -> {
      counts.merge(row.path(), 1, Integer::sum);
      groups.add(row.group());
    });
    if (counts.size() < 2) {
      throw new IOException(
          counts.isEmpty()
              ? "none of its photos could be read"
              : "all photos have the label '"
                  + counts.firstKey()
                  + "'; at least two labels are needed");
    }
    for (var count : counts.entrySet()) {
      if (count.getValue() < MIN_PHOTOS) {
        throw new IOException(
            "the label '"
                + count.getKey()
                + "' has "
                + count.getValue()
                + " photos, at least "
                + MIN_PHOTOS
                + " are needed: add some, or leave the label out");
      }
    }
    int needed = split instanceof Split.Folds(int count) ? Math.max(3, count) : 3;
    if (groups.size() < needed) {
      throw new IOException(
          "the photos make "
              + groups.size()
              + " groups, but "
              + describe(split)
              + " need "
              + needed);
    }
    checkParts(rows);
  }

  /// A label whose photos are all of one group is never both learnt and held out.
  private static void checkParts(List<LabelledVectors.Row<Embedding>> rows) throws IOException {
    Map<String, Set<String>> groups = new LinkedHashMap<>();
    rows.forEach(row -> groups.computeIfAbsent(row.path(), _ -> new HashSet<>()).add(row.group()));
    for (var label : groups.entrySet()) {
      if (label.getValue().size() < 2) {
        throw new IOException(
            "all photos of the label '"
                + label.getKey()
                + "' are of one group; photos of another are needed to check what is learnt");
      }
    }
  }

  private static String describe(Split split) {
    return switch (split) {
      case Split.Folds(int count) -> count + " folds";
      case Split.Share(double share) -> "a share of " + share;
    };
  }

  private static Map<String, Double> figures(ClassifierTrial.Trial held) {
    var calibrated = ClassifierFigures.of(held.calibrated());
    var figures = new LinkedHashMap<String, Double>();
    figures.put("photos", (double) held.calibrated().size());
    figures.put("accuracy", calibrated.accuracy().value());
    figures.put("accuracy_low", calibrated.accuracy().low());
    figures.put("accuracy_high", calibrated.accuracy().high());
    figures.put("macro_f1", calibrated.macroF1());
    figures.put("calibration_error", calibrated.calibrationError().value());
    figures.put("log_loss", calibrated.logLoss());
    return figures;
  }
}
