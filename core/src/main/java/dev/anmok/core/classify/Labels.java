package dev.anmok.core.classify;

import java.util.List;

/// Brings answers about some labels into the order of others.
public final class Labels {
  private Labels() {}

  /// The probabilities of other labels: 0 where the classifier does not know one.
  ///
  /// @param own the classifier's labels
  /// @param chances their probabilities
  /// @param wanted the labels asked for
  public static double[] aligned(List<String> own, double[] chances, List<String> wanted) {
    var aligned = new double[wanted.size()];
    for (int i = 0; i < aligned.length; i++) {
      int at = own.indexOf(wanted.get(i));
      aligned[i] = at < 0 ? 0 : chances[at];
    }
    return aligned;
  }
}
