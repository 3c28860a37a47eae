package dev.anmok.app.album;

import dev.anmok.app.album.LabelledQuality.LabelledPhoto;
import dev.anmok.core.curate.Bound;
import dev.anmok.core.curate.Criterion;
import dev.anmok.core.evaluate.FaultThreshold;
import dev.anmok.core.evaluate.FaultThreshold.Label;
import dev.anmok.core.evaluate.FaultThreshold.Labelled;
import dev.anmok.core.evaluate.Proportion;
import dev.anmok.core.evaluate.RankedPairs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How right verdicts are about labelled photos.
///
/// @param criteria figures of each criterion by itself
/// @param precision bad photos among those that the rule calls low
/// @param falseAlarms good photos that the rule calls low
/// @param recall photos that the rule calls low, by fault
public record LowQualityFigures(
    List<OfCriterion> criteria,
    Proportion precision,
    Proportion falseAlarms,
    Map<String, Proportion> recall) {
  /// Figures of one criterion.
  ///
  /// @param criterion the criterion
  /// @param auc how often a good photo has a better value than one with the fault, 0..1, 0.5 is
  ///   chance; `NaN` where there are not both
  /// @param atThreshold figures at its threshold; empty where it has none
  public record OfCriterion(
      Criterion criterion, double auc, Optional<FaultThreshold> atThreshold) {}

  /// Counts them.
  public static LowQualityFigures of(LabelledQuality labelled) {
    var criteria = new ArrayList<OfCriterion>();
    var findings = labelled.photos().getFirst().verdict().findings();
    for (int i = 0; i < findings.size(); i++) {
      criteria.add(criterion(findings.get(i).criterion(), labelled.values(i)));
    }
    var good = labelled.photos().stream().filter(LabelledPhoto::good).toList();
    var bad = labelled.photos().stream().filter(photo -> !photo.good()).toList();
    return new LowQualityFigures(
        criteria,
        new Proportion(low(bad), low(bad) + low(good)),
        new Proportion(low(good), good.size()),
        recall(bad));
  }

  private static OfCriterion criterion(Criterion criterion, List<Labelled> values) {
    var good = values(values, Label.GOOD);
    var faulty = values(values, Label.FAULT);
    boolean larger = criterion.bound() == Bound.AT_LEAST;
    double auc = larger ? RankedPairs.share(good, faulty) : RankedPairs.share(faulty, good);
    var threshold = criterion.threshold();
    return new OfCriterion(
        criterion,
        auc,
        threshold.isEmpty()
            ? Optional.empty()
            : Optional.of(FaultThreshold.at(threshold.getAsDouble(), values, criterion.bound())));
  }

  private static double[] values(List<Labelled> values, Label label) {
    return values.stream()
        .filter(one -> one.label() == label)
        .mapToDouble(Labelled::value)
        .toArray();
  }

  private static long low(List<LabelledPhoto> photos) {
    return photos.stream().filter(photo -> photo.verdict().low()).count();
  }

  private static Map<String, Proportion> recall(List<LabelledPhoto> bad) {
    var byFault = new TreeMap<String, List<LabelledPhoto>>();
    for (var photo : bad) {
      for (var fault : photo.faults()) {
        byFault.computeIfAbsent(fault, _ -> new ArrayList<>()).add(photo);
      }
    }
    var recall = new TreeMap<String, Proportion>();
    byFault.forEach((fault, of) -> recall.put(fault, new Proportion(low(of), of.size())));
    return recall;
  }
}
