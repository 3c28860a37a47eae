package dev.anmok.core.evaluate;

import dev.anmok.core.classify.ClassifierTraining;
import dev.anmok.core.classify.ClassifierTraining.Example;
import dev.anmok.core.classify.Labels;
import dev.anmok.core.classify.Sight;
import dev.anmok.core.classify.Temperature;
import java.util.ArrayList;
import java.util.List;

/// What learned classifiers say of photos that they have not learnt from. Photos of one group never
/// stand on both sides, nor on both sides of the cross-validation that chooses the shrinkage and
/// the temperature inside each training part.
///
/// @param rows the labelled photos
/// @param labels all labels in their order
public record ClassifierTrial(List<Row> rows, List<String> labels) {
  /// Parts of the cross-validation inside a training part.
  private static final int INNER = 5;

  /// An example with the name of its group.
  public record Row(String group, Example example) {}

  /// The same photos before and after the temperature.
  public record Trial(LabelAnswers raw, LabelAnswers calibrated) {}

  public ClassifierTrial {
    rows = List.copyOf(rows);
    labels = List.copyOf(labels);
  }

  /// Learns from all rows.
  ///
  /// @throws IllegalArgumentException if there are fewer than two groups or labels with rows
  public ClassifierTraining.Learnt learn(String name) {
    return learn(name, rows);
  }

  /// Predicts each of `count` parts from the others.
  ///
  /// @param count 2 to the number of groups
  public Trial folds(int count) {
    return predict(GroupSplit.folds(groups(rows), count), count);
  }

  /// Predicts a share of the groups from the others.
  ///
  /// @param share above 0 and below 1
  public Trial share(double share) {
    return predict(GroupSplit.share(groups(rows), share), 1);
  }

  private Trial predict(int[] parts, int count) {
    var raw = new ArrayList<double[]>();
    var calibrated = new ArrayList<double[]>();
    var held = new ArrayList<Row>();
    for (int part = 0; part < count; part++) {
      var training = new ArrayList<Row>();
      for (int i = 0; i < parts.length; i++) {
        if (parts[i] != part) {
          training.add(rows.get(i));
        }
      }
      var learnt = learn("part", training).classifier();
      var plain = learnt.at(Temperature.NONE);
      for (int i = 0; i < parts.length; i++) {
        if (parts[i] == part) {
          var sight = List.of(Sight.of(rows.get(i).example().vector()));
          held.add(rows.get(i));
          raw.add(Labels.aligned(learnt.labels(), plain.probabilities(sight).getFirst(), labels));
          calibrated.add(
              Labels.aligned(learnt.labels(), learnt.probabilities(sight).getFirst(), labels));
        }
      }
    }
    return new Trial(answers(held, raw), answers(held, calibrated));
  }

  private LabelAnswers answers(List<Row> held, List<double[]> chances) {
    return new LabelAnswers(
        labels, chances, held.stream().map(row -> row.example().label()).toList(), groups(held));
  }

  private ClassifierTraining.Learnt learn(String name, List<Row> from) {
    var groups = groups(from);
    int count = (int) Math.min(INNER, groups.stream().distinct().count());
    return ClassifierTraining.learn(
        name, from.stream().map(Row::example).toList(), labels, GroupSplit.folds(groups, count));
  }

  private static List<String> groups(List<Row> rows) {
    return rows.stream().map(Row::group).toList();
  }
}
