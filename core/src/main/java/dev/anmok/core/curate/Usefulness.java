package dev.anmok.core.curate;

import java.util.Locale;

/// How useful a photo is to somebody who reads reviews. Each factor is 0..1, 1 is good.
///
/// @param clear how sure it is that the photo is sharp ([Clearness])
/// @param product where the lens's delta lies in its calibrated range
/// @param exposed the least of: one minus the dark share over its limit; mean luma over 60; 255
///   minus mean luma over 20
/// @param size where the shorter side lies between the least and a good one
/// @param score the factors' mean by the rule's weights
public record Usefulness(double clear, double product, double exposed, double size, double score) {
  private static final double DARK_LUMA = 60;
  private static final double BRIGHT_REST = 20;

  static Usefulness of(
      double clear, double product, double exposed, double size, UsefulRule.Weights by) {
    double sum = by.clear() + by.product() + by.exposed() + by.size();
    double score =
        (by.clear() * clear + by.product() * product + by.exposed() * exposed + by.size() * size)
            / sum;
    return new Usefulness(clear, product, exposed, size, score);
  }

  /// The factor for light.
  ///
  /// @param darkShare share of dark pixels, 0..1
  /// @param darkLimit the share from which on a photo is too dark, over 0
  /// @param lumaMean mean luma, 0..255
  static double exposed(double darkShare, double darkLimit, double lumaMean) {
    double light = Math.min(lumaMean / DARK_LUMA, (255 - lumaMean) / BRIGHT_REST);
    return Math.clamp(Math.min(1 - darkShare / darkLimit, light), 0, 1);
  }

  /// In words, such as `useful 0.82: clear 0.95, product 0.70, exposed 1.00, size 0.55`.
  public String words() {
    return String.format(
        Locale.ROOT,
        "useful %.2f: clear %.2f, product %.2f, exposed %.2f, size %.2f",
        score,
        clear,
        product,
        exposed,
        size);
  }
}
