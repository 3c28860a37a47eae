package dev.anmok.core.cutout;

/// What the vector of a photo is made of.
public sealed interface Blend {
  /// The cut-out alone.
  record Cut() implements Blend {}

  /// Both: the direction of `original * v(photo) + (1 - original) * v(cut-out)`, each of unit
  /// length.
  ///
  /// @param original weight of the photo as it is, over 0 and below 1
  record Fused(double original) implements Blend {
    public Fused {
      if (!(original > 0 && original < 1)) {
        throw new IllegalArgumentException("original must be between 0 and 1, was " + original);
      }
    }
  }

  /// A stable text; part of a vector space.
  default String canonical() {
    return switch (this) {
      case Cut() -> "cut";
      case Fused(double original) -> "fused " + original;
    };
  }
}
