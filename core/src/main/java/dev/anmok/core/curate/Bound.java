package dev.anmok.core.curate;

/// On which side of a threshold a value must lie; the threshold itself is allowed.
public enum Bound {
  /// The value must not be smaller.
  AT_LEAST("at least"),
  /// The value must not be larger.
  AT_MOST("at most");

  private final String words;

  Bound(String words) {
    this.words = words;
  }

  /// Whether a value keeps to the threshold.
  public boolean allows(double value, double threshold) {
    return this == AT_LEAST ? value >= threshold : value <= threshold;
  }

  /// The stable name: `at_least`, `at_most`.
  public String code() {
    return words.replace(' ', '_');
  }

  @Override
  public String toString() {
    return words;
  }
}
