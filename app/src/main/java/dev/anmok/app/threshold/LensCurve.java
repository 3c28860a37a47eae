package dev.anmok.app.threshold;

import dev.anmok.core.evaluate.StratifiedLabels;
import dev.anmok.core.evaluate.StratifiedLabels.Estimate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What each threshold does, as far as labels tell.
///
/// @param points rising; none while nothing is labelled
/// @param target smallest precision wanted, over 0 and at most 1
public record LensCurve(List<Estimate> points, double target) {
  public LensCurve {
    points = List.copyOf(points);
  }

  /// The curve of some labels: at the thresholds that tell them apart, to four decimals as they are
  /// saved.
  public static LensCurve of(StratifiedLabels labels, double target) {
    var points =
        labels.thresholds().stream()
            .map(LensCurve::rounded)
            .distinct()
            .sorted()
            .map(labels::at)
            .toList();
    return new LensCurve(points, target);
  }

  /// To four decimals: what is shown is what is saved.
  public static double rounded(double threshold) {
    return Math.round(threshold * 1e4) / 1e4;
  }

  /// The smallest threshold whose precision reaches the target with the lower end of its interval.
  public Optional<Estimate> chosen() {
    return StratifiedLabels.surely(points, target);
  }

  /// Why there is none.
  public enum Missing {
    /// Nothing is labelled.
    NO_LABELS,
    /// No photo shows what is sought.
    NO_GOOD,
    /// No threshold has so high a precision, however many are labelled.
    TOO_HIGH,
    /// One may, but there are too few labels above it to be sure.
    TOO_FEW;

    /// The stable lower-case name.
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Why no threshold is chosen; empty if one is.
  public Optional<Missing> missing() {
    if (chosen().isPresent()) {
      return Optional.empty();
    }
    if (points.isEmpty()) {
      return Optional.of(Missing.NO_LABELS);
    }
    if (Double.isNaN(points.getFirst().recall().value())) {
      return Optional.of(Missing.NO_GOOD);
    }
    return Optional.of(nearest().isPresent() ? Missing.TOO_FEW : Missing.TOO_HIGH);
  }

  /// Where more labels would help: the threshold whose precision is likely met and most nearly
  /// surely; empty if none is likely.
  public Optional<Estimate> nearest() {
    return points.stream()
        .filter(point -> point.precision().value() >= target)
        .max(Comparator.comparingDouble(point -> point.precision().low()));
  }
}
