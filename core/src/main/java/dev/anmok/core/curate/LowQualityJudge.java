package dev.anmok.core.curate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// Judges photos by criteria and a rule. Thread-safe if the gauges are.
public final class LowQualityJudge {
  private final List<Gauge> gauges;
  private final List<Criterion> criteria;
  private final FaultRule rule;

  private LowQualityJudge(List<Gauge> gauges, FaultRule rule) {
    this.gauges = List.copyOf(gauges);
    this.criteria = this.gauges.stream().map(Gauge::criterion).toList();
    this.rule = rule;
  }

  /// A criterion and how its value is read from a photo.
  ///
  /// @param criterion what is judged
  /// @param value the photo's value; `NaN` where it was not measured
  public record Gauge(Criterion criterion, ToDoubleFunction<AlbumPhoto> value) {}

  /// Judges by these criteria in their order.
  ///
  /// @throws IllegalArgumentException if there are none, two have one name, or the rule wants more
  ///   faults than there are criteria
  public static LowQualityJudge of(List<Gauge> gauges, FaultRule rule) {
    if (gauges.isEmpty()) {
      throw new IllegalArgumentException("criteria must not be empty");
    }
    var names = new LinkedHashSet<String>();
    for (var gauge : gauges) {
      if (!names.add(gauge.criterion().name())) {
        throw new IllegalArgumentException(
            "two criteria are called '" + gauge.criterion().name() + "'");
      }
    }
    if (rule instanceof FaultRule.AtLeast(int faults) && faults > gauges.size()) {
      throw new IllegalArgumentException(
          "faults must be at most " + gauges.size() + ", the number of criteria, was " + faults);
    }
    return new LowQualityJudge(gauges, rule);
  }

  /// Judges by some of the criteria only.
  ///
  /// @param names of the criteria; none means all
  /// @throws IllegalArgumentException if there is no criterion of a name, or [#of] would
  public LowQualityJudge only(Set<String> names, FaultRule other) {
    var known = criteria.stream().map(Criterion::name).toList();
    for (var name : names) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "criteria: there is no '" + name + "'; there are " + String.join(", ", known));
      }
    }
    var kept =
        gauges.stream()
            .filter(gauge -> names.isEmpty() || names.contains(gauge.criterion().name()))
            .toList();
    return of(kept, other);
  }

  public List<Criterion> criteria() {
    return criteria;
  }

  public FaultRule rule() {
    return rule;
  }

  /// Judges one photo.
  public LowQualityVerdict judge(AlbumPhoto photo) {
    var values = new double[gauges.size()];
    var failed = new ArrayList<Criterion>();
    for (int i = 0; i < values.length; i++) {
      var gauge = gauges.get(i);
      values[i] = gauge.value().applyAsDouble(photo);
      if (gauge.criterion().judge(values[i]) == Criterion.State.FAILS) {
        failed.add(gauge.criterion());
      }
    }
    return new LowQualityVerdict(photo.uri(), rule.low(failed), criteria, values);
  }
}
