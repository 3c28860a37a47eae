package dev.anmok.core.evaluate;

import dev.anmok.core.search.MatchStrength;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How far strengths can be trusted.
///
/// @param precision right ones among the hits called so, by strength
/// @param absentRefused among queries for absent things, those that were told that there is no good
///   match
/// @param presentRefused among queries with a right answer in the collection, those that were
///   wrongly told so
public record MatchFigures(
    Map<MatchStrength, Proportion> precision, Proportion absentRefused, Proportion presentRefused) {
  /// The figures of some answers.
  ///
  /// @param depth hits of each answer that count
  public static MatchFigures of(List<RankedAnswer> answers, int depth) {
    var precision = new EnumMap<MatchStrength, Proportion>(MatchStrength.class);
    for (var strength : MatchStrength.values()) {
      var called =
          answers.stream()
              .flatMap(answer -> answer.hits().stream().limit(depth))
              .filter(hit -> hit.strength() == strength)
              .toList();
      long right = called.stream().filter(RankedAnswer.GradedHit::right).count();
      precision.put(strength, new Proportion(right, called.size()));
    }
    return new MatchFigures(precision, refused(answers, true), refused(answers, false));
  }

  private static Proportion refused(List<RankedAnswer> answers, boolean absent) {
    var counted = answers.stream().filter(answer -> answer.absent() == absent).toList();
    return new Proportion(counted.stream().filter(RankedAnswer::refused).count(), counted.size());
  }
}
