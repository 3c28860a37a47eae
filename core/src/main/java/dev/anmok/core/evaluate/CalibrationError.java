package dev.anmok.core.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// How far confidences are from how often they are right: photos are put into [#BINS] bins of equal
/// width by the confidence of their answer, and the error is the mean over photos of the distance
/// of their bin's mean confidence from its share of right answers. Source: Naeini, Cooper and
/// Hauskrecht, AAAI 2015. It is biased upwards on few photos, and more so on samples drawn from
/// them, of which its interval takes account.
public final class CalibrationError {
  /// Bins from 0 to 1.
  public static final int BINS = 10;

  private CalibrationError() {}

  /// A bin that holds photos.
  ///
  /// @param count photos in it
  /// @param confidence their mean confidence
  /// @param right their share of right answers
  public record Bin(long count, double confidence, double right) {}

  /// The bins that hold photos, the lowest first.
  public static List<Bin> bins(LabelAnswers answers) {
    return bins(JudgedAnswers.of(answers), IntStream.range(0, answers.size()).toArray());
  }

  /// The error of some photos, 0..1; NaN of none.
  static double of(JudgedAnswers answers, int[] photos) {
    double sum = 0;
    for (var bin : bins(answers, photos)) {
      sum += bin.count() * Math.abs(bin.confidence() - bin.right());
    }
    return sum / photos.length;
  }

  private static List<Bin> bins(JudgedAnswers answers, int[] photos) {
    var counts = new long[BINS];
    var confidences = new double[BINS];
    var right = new long[BINS];
    for (int photo : photos) {
      double confidence = answers.confidence(photo);
      int bin = (int) Math.min(BINS - 1, confidence * BINS);
      counts[bin]++;
      confidences[bin] += confidence;
      right[bin] += answers.right(photo) ? 1 : 0;
    }
    var bins = new ArrayList<Bin>();
    for (int i = 0; i < BINS; i++) {
      if (counts[i] > 0) {
        bins.add(new Bin(counts[i], confidences[i] / counts[i], (double) right[i] / counts[i]));
      }
    }
    return bins;
  }
}
