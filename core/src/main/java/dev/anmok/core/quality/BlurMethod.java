package dev.anmok.core.quality;

/// A way to tell blurred photos from clear ones by their measures. Implementations are immutable.
public sealed interface BlurMethod permits LaplacianRule, SpectrumRule, StackedRule, LearnedBlur {
  /// The name it is chosen by.
  String code();

  /// How blurred, the larger the more; what it means depends on the method.
  double score(BlurMeasures measures);

  /// Where its verdicts change.
  BlurBand band();
}
