package dev.anmok.core.classify;

/// Arithmetic on probabilities whose missing rest is an outcome of its own. Logarithms and powers
/// are those of [StrictMath], so that equal photos have equal chances on every machine.
final class Chances {
  /// Smallest probability that is told from impossible.
  static final double LEAST = 1e-9;

  private Chances() {}

  /// Probability of none of the labels, 0..1.
  static double rest(double[] chances) {
    double sum = 0;
    for (double chance : chances) {
      sum += chance;
    }
    return Math.max(0, 1 - sum);
  }

  /// Logarithms of the chances and, last, of their rest; none below that of [#LEAST].
  static double[] logs(double[] chances) {
    var logs = new double[chances.length + 1];
    for (int i = 0; i < chances.length; i++) {
      logs[i] = log(chances[i]);
    }
    logs[chances.length] = log(rest(chances));
    return logs;
  }

  static double log(double chance) {
    return StrictMath.log(Math.max(LEAST, chance));
  }

  /// The chances that are proportional to the exponentials of some numbers.
  ///
  /// @param count how many of them are given back, from the first on
  static double[] softmax(double[] logs, int count) {
    double most = Double.NEGATIVE_INFINITY;
    for (double log : logs) {
      most = Math.max(most, log);
    }
    double sum = 0;
    var chances = new double[count];
    for (int i = 0; i < logs.length; i++) {
      double weight = StrictMath.exp(logs[i] - most);
      sum += weight;
      if (i < count) {
        chances[i] = weight;
      }
    }
    for (int i = 0; i < count; i++) {
      chances[i] /= sum;
    }
    return chances;
  }
}
