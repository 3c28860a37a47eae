package dev.anmok.core.curate;

import java.util.List;

/// When the criteria that a photo fails make it one of low quality.
public sealed interface FaultRule {
  /// Enough criteria fail; 1 is the rule `any`.
  ///
  /// @param faults how many, at least 1
  record AtLeast(int faults) implements FaultRule {
    public AtLeast {
      if (faults < 1) {
        throw new IllegalArgumentException("faults must be >= 1, was " + faults);
      }
    }
  }

  /// The weights of the failed criteria sum up to enough.
  ///
  /// @param limit the smallest such sum, above 0
  record Weighted(double limit) implements FaultRule {
    public Weighted {
      if (!(limit > 0) || !Double.isFinite(limit)) {
        throw new IllegalArgumentException("limit must be above 0, was " + limit);
      }
    }
  }

  /// Reads a rule by its name.
  ///
  /// @param name `any`, `k-of-n` or a number as in `2-of-n`, `weighted`
  /// @param faults k, of the rule `k-of-n`
  /// @param limit of the rule `weighted`
  /// @throws IllegalArgumentException if there is no such rule or its number is out of range
  static FaultRule parse(String name, int faults, double limit) {
    if (name.matches("[0-9]{1,3}-of-n")) {
      return new AtLeast(Integer.parseInt(name.substring(0, name.indexOf('-'))));
    }
    return switch (name) {
      case "any" -> new AtLeast(1);
      case "k-of-n" -> new AtLeast(faults);
      case "weighted" -> new Weighted(limit);
      default ->
          throw new IllegalArgumentException(
              "rule must be any, k-of-n (or 2-of-n, 3-of-n, …) or weighted, was " + name);
    };
  }

  /// Whether a photo that fails these criteria is one of low quality.
  default boolean low(List<Criterion> failed) {
    return switch (this) {
      case AtLeast(int faults) -> failed.size() >= faults;
      case Weighted(double limit) ->
          !failed.isEmpty() && failed.stream().mapToDouble(Criterion::weight).sum() >= limit;
    };
  }

  /// The name in profiles, options and results: `any`, `2-of-n`, `weighted`.
  default String code() {
    return switch (this) {
      case AtLeast(int faults) -> faults == 1 ? "any" : faults + "-of-n";
      case Weighted _ -> "weighted";
    };
  }
}
