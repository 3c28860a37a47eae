package dev.anmok.core.classify;

/// Heads and leaves that make no taxonomy.
public final class TaxonomyException extends IllegalArgumentException {
  private final String name;

  TaxonomyException(String name, String message) {
    super(message);
    this.name = name;
  }

  /// The name or alias that broke a rule, as it was given; empty where there is none.
  public String name() {
    return name;
  }
}
