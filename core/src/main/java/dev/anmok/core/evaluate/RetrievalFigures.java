package dev.anmok.core.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// How well queries find what is right. Queries for which nothing is right do not count.
///
/// @param queries number of queries that count
/// @param success queries with a right one among the first k, by k; where each query has a single
///   right answer this is what others call recall@k
/// @param recall mean share of all that is right that is among the first k, by k
/// @param reciprocalRank mean of one over the rank of the first right one (MRR), 0 where the hits
///   read hold none
/// @param discountedGain mean normalised discounted cumulative gain of the first [#GAIN_DEPTH]
public record RetrievalFigures(
    long queries,
    Map<Integer, Proportion> success,
    Map<Integer, Interval> recall,
    Interval reciprocalRank,
    Interval discountedGain) {
  /// The ranks at which success and recall are measured.
  public static final List<Integer> DEPTHS = List.of(1, 5, 10);

  /// Hits that nDCG looks at.
  public static final int GAIN_DEPTH = 10;

  /// The figures of some answers, each with at least [#GAIN_DEPTH] hits where there are so many.
  public static RetrievalFigures of(List<RankedAnswer> answers) {
    var counted = answers.stream().filter(answer -> !answer.absent()).toList();
    var success = new LinkedHashMap<Integer, Proportion>();
    var recall = new LinkedHashMap<Integer, Interval>();
    for (int k : DEPTHS) {
      long found = counted.stream().filter(answer -> answer.right(k) > 0).count();
      success.put(k, new Proportion(found, counted.size()));
      recall.put(k, mean(counted, answer -> answer.recall(k)));
    }
    return new RetrievalFigures(
        counted.size(),
        success,
        recall,
        mean(counted, RankedAnswer::reciprocalRank),
        mean(counted, answer -> answer.discountedGain(GAIN_DEPTH)));
  }

  private static Interval mean(List<RankedAnswer> answers, ToDoubleFunction<RankedAnswer> value) {
    return Bootstrap.mean(answers.stream().mapToDouble(value).toArray());
  }
}
