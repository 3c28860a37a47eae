package dev.anmok.core.evaluate;

import dev.anmok.core.classify.CategoryGuess;
import dev.anmok.core.classify.Gate;
import dev.anmok.core.classify.Taxonomy;

/// What a gate lets through, and how often that is right. A head is right if the photo's leaf is
/// under it.
///
/// @param sure right ones among the photos that may be filtered by
/// @param likely right ones among those that are favoured
/// @param unknown photos without a category whose best leaf would have been right, among all such
/// @param heads photos that got a head and not a leaf, among all
public record GateFigures(
    Proportion sure, Proportion likely, Proportion unknown, Proportion heads) {
  /// The figures of some answers.
  public static GateFigures of(Gate gate, LabelAnswers answers) {
    var all = new long[3];
    var right = new long[3];
    long heads = 0;
    for (int i = 0; i < answers.size(); i++) {
      var guess = gate.judge(answers.labels(), answers.chances().get(i));
      int kind =
          switch (guess) {
            case CategoryGuess.Sure _ -> 0;
            case CategoryGuess.Likely _ -> 1;
            case CategoryGuess.Unknown _ -> 2;
          };
      var truth = answers.truth().get(i);
      boolean leaf = Taxonomy.isLeaf(guess.path());
      heads += leaf ? 0 : 1;
      all[kind]++;
      right[kind] += guess.path().equals(leaf ? truth : Taxonomy.headOf(truth)) ? 1 : 0;
    }
    return new GateFigures(
        new Proportion(right[0], all[0]),
        new Proportion(right[1], all[1]),
        new Proportion(right[2], all[2]),
        new Proportion(heads, answers.size()));
  }
}
