package dev.anmok.core.curate;

import java.util.ArrayList;
import java.util.List;

/// Maximal marginal relevance: repeatedly takes the photo with the largest `(1 − λ)·relevance −
/// λ·likeness`, where `λ` is the wish for diversity. Relevance is the delta scaled to 0..1 over the
/// candidates. Likeness is the largest cosine to a photo already taken, scaled so that 1 is the
/// same vector and 0 is as far from the best candidate as any candidate is, so that `λ` means the
/// same for an encoder whose cosines all lie near 1. The first taken is always the best by delta.
/// Source: Carbonell and Goldstein, SIGIR 1998; the scaling is ours.
final class MarginalRelevance {
  private MarginalRelevance() {}

  /// Up to `count` of the candidates, in the order taken.
  ///
  /// @param candidates best delta first
  static List<Candidate> select(List<Candidate> candidates, int count, double diversity) {
    if (diversity == 0 || candidates.isEmpty()) {
      return candidates.stream().limit(count).toList();
    }
    double top = candidates.getFirst().score().delta();
    double range = Math.max(1e-9, top - candidates.getLast().score().delta());
    var rest = new ArrayList<>(candidates);
    var taken = new ArrayList<Candidate>();
    var closest = new double[candidates.size()]; // by position in rest, kept in step with it
    double farthest = farthest(candidates);
    while (taken.size() < count && !rest.isEmpty()) {
      int best = taken.isEmpty() ? 0 : best(rest, closest, top, range, diversity);
      var chosen = rest.remove(best);
      System.arraycopy(closest, best + 1, closest, best, rest.size() - best);
      taken.add(chosen);
      for (int i = 0; i < rest.size(); i++) {
        double cosine = rest.get(i).embedding().cosine(chosen.embedding());
        double likeness = (cosine - farthest) / Math.max(1e-9, 1 - farthest);
        closest[i] = Math.max(closest[i], likeness);
      }
    }
    return List.copyOf(taken);
  }

  /// The smallest cosine between the best candidate and any.
  private static double farthest(List<Candidate> candidates) {
    var best = candidates.getFirst().embedding();
    return candidates.stream()
        .mapToDouble(candidate -> best.cosine(candidate.embedding()))
        .min()
        .orElse(0);
  }

  private static int best(
      List<Candidate> rest, double[] closest, double top, double range, double diversity) {
    int best = 0;
    double bestValue = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < rest.size(); i++) {
      double relevance = 1 - (top - rest.get(i).score().delta()) / range;
      double value = (1 - diversity) * relevance - diversity * closest[i];
      if (value > bestValue) {
        bestValue = value;
        best = i;
      }
    }
    return best;
  }
}
