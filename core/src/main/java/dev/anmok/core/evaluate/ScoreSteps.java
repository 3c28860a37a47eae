package dev.anmok.core.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Labelled scores from the highest down, equal ones taken together: what a falling threshold
/// passes. Both kinds are present.
///
/// @param wanted number of wanted scores, at least 1
/// @param others number of the others, at least 1
/// @param steps one for each distinct score, falling
record ScoreSteps(int wanted, int others, List<Step> steps) {
  /// What passes once the threshold is down to a score.
  ///
  /// @param score the lowest that passes
  /// @param hits wanted among those that pass
  /// @param alarms others among those that pass
  record Step(double score, int hits, int alarms) {}

  /// @throws IllegalArgumentException if only one kind is there
  static ScoreSteps of(List<LabelledScore> labelled) {
    var sorted = labelled.stream().sorted(Comparator.comparingDouble(l -> -l.score())).toList();
    var steps = new ArrayList<Step>();
    int hits = 0;
    for (int i = 0; i < sorted.size(); i++) {
      hits += sorted.get(i).wanted() ? 1 : 0;
      if (i + 1 == sorted.size() || sorted.get(i + 1).score() != sorted.get(i).score()) {
        steps.add(new Step(sorted.get(i).score(), hits, i + 1 - hits));
      }
    }
    if (hits == 0 || hits == sorted.size()) {
      throw new IllegalArgumentException(
          "labels must be of both kinds, were " + hits + " wanted of " + sorted.size());
    }
    return new ScoreSteps(hits, sorted.size() - hits, List.copyOf(steps));
  }
}
