package dev.anmok.app.report;

import dev.anmok.core.evaluate.Confusion;
import dev.anmok.core.evaluate.PrecisionRecallCurve;
import dev.anmok.core.evaluate.RocCurve;
import java.time.Instant;
import java.util.List;

/// What a report on blur methods shows.
///
/// @param labels where the labels came from, as the user named it
/// @param blurry number of blurry photos
/// @param clear number of clear ones, flat ones among them
/// @param made when the report was made
/// @param language the one shown first
/// @param methods the methods, in the order shown; five at most
/// @param measures the distributions, in the order shown
public record BlurFindings(
    String labels,
    long blurry,
    long clear,
    Instant made,
    Language language,
    List<Method> methods,
    List<Measure> measures) {
  static final int MOST_METHODS = 5;

  public BlurFindings {
    methods = List.copyOf(methods);
    measures = List.copyOf(measures);
    if (methods.size() > MOST_METHODS) {
      throw new IllegalArgumentException(
          "methods must be " + MOST_METHODS + " at most, were " + methods.size());
    }
  }

  /// One method.
  ///
  /// @param at what its threshold makes of the photos
  /// @param falseAlarms clear photos that it calls blurry, the worst first
  /// @param misses blurry ones that it does not, the worst first
  public record Method(
      String name,
      double threshold,
      Confusion at,
      RocCurve roc,
      PrecisionRecallCurve curve,
      List<Shown> falseAlarms,
      List<Shown> misses) {}

  /// A photo with its score.
  public record Shown(String uri, double score) {}

  /// A measure's values.
  ///
  /// @param key ending of the phrase that names it: `luma_mean`
  /// @param blurry values of the blurry photos
  /// @param clear values of the clear ones
  public record Measure(String key, List<Double> blurry, List<Double> clear) {}
}
