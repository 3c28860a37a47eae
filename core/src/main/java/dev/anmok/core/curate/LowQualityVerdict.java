package dev.anmok.core.curate;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// What was found of one photo: eight bytes a criterion beside its URI. Immutable.
public final class LowQualityVerdict {
  private final String uri;
  private final boolean low;
  private final List<Criterion> criteria;
  private final double[] values;

  LowQualityVerdict(String uri, boolean low, List<Criterion> criteria, double[] values) {
    this.uri = uri;
    this.low = low;
    this.criteria = criteria;
    this.values = values.clone();
  }

  /// One criterion's value for the photo.
  ///
  /// @param criterion the criterion
  /// @param value its value; `NaN` where it was not measured
  public record Finding(Criterion criterion, double value) {
    public Criterion.State state() {
      return criterion.judge(value);
    }
  }

  public String uri() {
    return uri;
  }

  /// Whether the rule calls it one of low quality.
  public boolean low() {
    return low;
  }

  /// The value of every criterion, in their order.
  public List<Finding> findings() {
    return IntStream.range(0, values.length)
        .mapToObj(i -> new Finding(criteria.get(i), values[i]))
        .toList();
  }

  /// The criteria in one state, in their order.
  public List<Finding> findings(Criterion.State state) {
    Predicate<Finding> wanted = finding -> finding.state() == state;
    return findings().stream().filter(wanted).toList();
  }
}
