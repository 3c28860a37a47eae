package dev.anmok.core.quality;

import java.util.Set;

/// A way to tell blurred photos from clear ones by their measures. Implementations are immutable.
public sealed interface BlurMethod
    permits LaplacianRule, SpectrumRule, StackedRule, LearnedBlur, NetRule {
  /// The name it is chosen by.
  String code();

  /// The measures that it looks at; the score is NaN where one is absent.
  Set<BlurMeasure> inputs();

  /// How blurred, the larger the more; what it means depends on the method.
  double score(BlurMeasures measures);

  /// Where its verdicts change.
  BlurBand band();
}
