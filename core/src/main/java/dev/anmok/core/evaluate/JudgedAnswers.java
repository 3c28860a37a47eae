package dev.anmok.core.evaluate;

import java.util.Arrays;

/// What is asked of each answer many times while samples are drawn, found once.
final class JudgedAnswers {
  private final boolean[] right;
  private final boolean[] nearlyRight;
  private final double[] confidence;

  private JudgedAnswers(int size) {
    right = new boolean[size];
    nearlyRight = new boolean[size];
    confidence = new double[size];
  }

  static JudgedAnswers of(LabelAnswers answers) {
    var judged = new JudgedAnswers(answers.size());
    for (int i = 0; i < answers.size(); i++) {
      judged.right[i] = answers.right(i);
      judged.nearlyRight[i] = answers.nearlyRight(i);
      judged.confidence[i] = answers.confidence(i);
    }
    return judged;
  }

  boolean right(int photo) {
    return right[photo];
  }

  /// Probability of the likeliest label of a photo.
  double confidence(int photo) {
    return confidence[photo];
  }

  /// Share of some photos whose likeliest label is right.
  double shareRight(int[] photos) {
    return share(photos, right);
  }

  /// Share of some photos with the right label among the two likeliest.
  double shareNearlyRight(int[] photos) {
    return share(photos, nearlyRight);
  }

  private static double share(int[] photos, boolean[] what) {
    return (double) Arrays.stream(photos).filter(photo -> what[photo]).count() / photos.length;
  }
}
