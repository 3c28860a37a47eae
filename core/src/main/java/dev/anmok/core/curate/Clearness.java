package dev.anmok.core.curate;

import dev.anmok.core.quality.BlurMeasures;
import dev.anmok.core.quality.BlurMethod;
import dev.anmok.core.quality.LaplacianRule;
import dev.anmok.core.quality.LearnedBlur;
import dev.anmok.core.quality.NetRule;
import dev.anmok.core.quality.SpectrumRule;
import dev.anmok.core.quality.StackedRule;

/// How sure a blur method is that a photo is sharp: `1 / (1 + e^((score − middle) / unit))`, with
/// the middle of the method's band, so that 0.5 is where it cannot say. The unit of what is trained
/// is its own, log-odds; that of a rule is the size of its threshold; that of the stacked rule,
/// which is taken over its thresholds already, is 1. Where one end of the band is not finite, the
/// other stands for the middle; where both are not, 0 does.
final class Clearness {
  private Clearness() {}

  /// 0..1; not a number if a measure is absent that the method needs.
  static double of(BlurMethod method, BlurMeasures measures) {
    double middle = middle(method.band().sharpUpTo(), method.band().blurryOver());
    double unit =
        switch (method) {
          case LearnedBlur _, NetRule _, StackedRule _ -> 1;
          case LaplacianRule _, SpectrumRule _ -> Math.max(1e-9, Math.abs(middle));
        };
    return 1 / (1 + Math.exp((method.score(measures) - middle) / unit));
  }

  private static double middle(double low, double high) {
    if (Double.isFinite(low) && Double.isFinite(high)) {
      return (low + high) / 2;
    }
    if (Double.isFinite(low)) {
      return low;
    }
    return Double.isFinite(high) ? high : 0;
  }
}
