package dev.anmok.core.curate;

import java.util.Set;

/// What makes a review photo useful.
///
/// @param weights how much each factor counts
/// @param leastSide a shorter side under so many pixels is too small, at least 0
/// @param goodSide a shorter side of so many pixels is as good as any, over `leastSide`
/// @param checks what puts a photo behind all useful ones
public record UsefulRule(Weights weights, int leastSide, int goodSide, Set<UsefulCheck> checks) {
  /// All checks, a shorter side from 160 to 800 pixels, sharpness before content.
  public static final UsefulRule DEFAULT =
      new UsefulRule(new Weights(0.4, 0.3, 0.15, 0.15), 160, 800, Set.of(UsefulCheck.values()));

  public UsefulRule {
    if (leastSide < 0 || leastSide >= goodSide) {
      throw new IllegalArgumentException(
          "least-side must be 0 or more and under good-side, were " + leastSide + ", " + goodSide);
    }
    checks = Set.copyOf(checks);
  }

  /// How much each factor of [Usefulness] counts; they are taken in proportion to their sum.
  ///
  /// @param clear at least 0, like the others; not all 0
  public record Weights(double clear, double product, double exposed, double size) {
    public Weights {
      if (!(clear >= 0 && product >= 0 && exposed >= 0 && size >= 0)
          || !(clear + product + exposed + size > 0)
          || !Double.isFinite(clear + product + exposed + size)) {
        throw new IllegalArgumentException(
            "the weights of useful must be >= 0 and not all 0, were clear %s, product %s, exposed %s, size %s"
                .formatted(clear, product, exposed, size));
      }
    }
  }

  /// Whether a check is switched on.
  public boolean has(UsefulCheck check) {
    return checks.contains(check);
  }

  /// Whether anything of it is known from a photo's details only.
  boolean needsDetail() {
    return has(UsefulCheck.BLUR)
        || has(UsefulCheck.EXPOSURE)
        || weights.clear() > 0
        || weights.exposed() > 0;
  }

  /// Where a shorter side lies between the least and a good one, 0..1.
  double sizeShare(int shorterSide) {
    return Math.clamp((shorterSide - leastSide) / (double) (goodSide - leastSide), 0, 1);
  }
}
