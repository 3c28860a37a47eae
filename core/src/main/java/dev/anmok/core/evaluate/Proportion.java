package dev.anmok.core.evaluate;

/// A share of successes with its Wilson score interval at 95 %. The interval takes the trials for
/// independent. Source: Wilson, JASA 22 (1927).
///
/// @param successes 0 to `trials`
/// @param trials at least 0
public record Proportion(long successes, long trials) {
  public Proportion {
    if (successes < 0 || successes > trials) {
      throw new IllegalArgumentException("successes must be 0.." + trials + ", was " + successes);
    }
  }

  /// The share, 0..1; 1 of no trials.
  public double share() {
    return trials == 0 ? 1 : (double) successes / trials;
  }

  /// Lower end of the interval, 0..1.
  public double low() {
    return trials == 0 ? 0 : Wilson.of(share(), (double) trials).low();
  }

  /// Upper end of the interval, 0..1.
  public double high() {
    return trials == 0 ? 1 : Wilson.of(share(), (double) trials).high();
  }
}
