package dev.anmok.core.evaluate;

import dev.anmok.core.curate.Bound;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The threshold of one criterion that finds the most of a fault while few good photos fail it.
///
/// @param threshold the value that just passes
/// @param precision bad photos among those that fail; a photo with another fault is bad too
/// @param recall those that fail among the photos with this fault
/// @param falseAlarms those that fail among the good photos
public record FaultThreshold(
    double threshold, Proportion precision, Proportion recall, Proportion falseAlarms) {
  /// What a person says of a photo, seen from one criterion.
  public enum Label {
    GOOD,
    /// It has the fault that the criterion looks for.
    FAULT,
    /// It has another fault.
    OTHER_FAULT
  }

  /// One labelled value.
  public record Labelled(double value, Label label) {}

  /// Tries the middle between each two neighbouring different values.
  ///
  /// @param bound on which side of the threshold photos pass
  /// @param precision smallest lower end of the precision's Wilson interval, 0..1
  /// @param falseAlarms largest share of good photos that fail, 0..1
  /// @return the one with the largest recall, the strictest to fail by if several have it; empty if
  ///   none holds both or finds any fault
  public static Optional<FaultThreshold> find(
      List<Labelled> labelled, Bound bound, double precision, double falseAlarms) {
    var order = Comparator.comparingDouble(Labelled::value);
    var worstFirst =
        labelled.stream().sorted(bound == Bound.AT_LEAST ? order : order.reversed()).toList();
    var count = new Count(labelled);
    @Nullable FaultThreshold best = null;
    for (int i = 0; i + 1 < worstFirst.size(); i++) {
      count.fail(worstFirst.get(i).label());
      double last = worstFirst.get(i).value();
      double next = worstFirst.get(i + 1).value();
      if (last == next || !count.holds(precision, falseAlarms)) {
        continue;
      }
      if (best == null || count.faults > best.recall.successes()) {
        best = count.at((last + next) / 2);
      }
    }
    return Optional.ofNullable(best);
  }

  /// What failing at a given threshold means for labelled values.
  public static FaultThreshold at(double threshold, List<Labelled> labelled, Bound bound) {
    var count = new Count(labelled);
    for (var one : labelled) {
      if (!bound.allows(one.value(), threshold)) {
        count.fail(one.label());
      }
    }
    return count.at(threshold);
  }

  private static final class Count {
    private final long allGood;
    private final long allFaults;
    private long good;
    private long faults;
    private long others;

    private Count(List<Labelled> labelled) {
      allGood = labelled.stream().filter(one -> one.label() == Label.GOOD).count();
      allFaults = labelled.stream().filter(one -> one.label() == Label.FAULT).count();
    }

    private void fail(Label label) {
      switch (label) {
        case GOOD -> good++;
        case FAULT -> faults++;
        case OTHER_FAULT -> others++;
      }
    }

    private boolean holds(double precision, double falseAlarms) {
      return faults > 0
          && good <= falseAlarms * allGood
          && new Proportion(faults + others, faults + others + good).low() >= precision;
    }

    private FaultThreshold at(double threshold) {
      return new FaultThreshold(
          threshold,
          new Proportion(faults + others, faults + others + good),
          new Proportion(faults, allFaults),
          new Proportion(good, allGood));
    }
  }
}
