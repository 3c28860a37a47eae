package dev.anmok.core.score;

/// Otsu's threshold: the split of a distribution into two classes with the largest variance between
/// them, `w₀·w₁·(μ₀ − μ₁)²`. Where several splits are equally good (an empty stretch between the
/// modes) the middle of the first such stretch is taken. Source: N. Otsu, IEEE Transactions on
/// Systems, Man, and Cybernetics 9 (1979).
public final class Otsu {
  private Otsu() {}

  /// The threshold; NaN if fewer than two different values were counted.
  public static double threshold(Distribution values) {
    double sumAll = 0;
    for (int i = 0; i < values.bins(); i++) {
      sumAll += values.count(i) * values.center(i);
    }
    double best = 0;
    double first = Double.NaN;
    double last = Double.NaN;
    double weight = 0;
    double sum = 0;
    for (int i = 0; i + 1 < values.bins(); i++) {
      weight += values.count(i);
      sum += values.count(i) * values.center(i);
      double rest = values.total() - weight;
      if (weight == 0 || rest == 0) {
        continue;
      }
      double difference = sum / weight - (sumAll - sum) / rest;
      double between = weight * rest * difference * difference;
      if (between > best * (1 + 1e-12)) {
        best = between;
        first = edge(values, i);
        last = first;
      } else if (values.count(i) == 0 && last == edge(values, i - 1)) {
        last = edge(values, i); // the stretch goes on
      }
    }
    return (first + last) / 2;
  }

  private static double edge(Distribution values, int bin) {
    return (values.center(bin) + values.center(bin + 1)) / 2;
  }
}
