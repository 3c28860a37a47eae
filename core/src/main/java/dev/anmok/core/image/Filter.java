package dev.anmok.core.image;

import java.util.Locale;

/// A reconstruction filter for [Resize], as Pillow defines it. When a side shrinks, the filter is
/// stretched by the reduction factor, which is what keeps the result free of aliases.
public enum Filter {
  /// Flat over one pixel: an area average when shrinking, nearest neighbour when enlarging.
  BOX(0.5),
  /// A triangle, `1 - |x|`.
  BILINEAR(1),
  /// Cubic convolution with a = -0.5 (Keys, 1981).
  BICUBIC(2),
  /// Sinc windowed by a sinc, three lobes.
  LANCZOS(3);

  private final double support;

  Filter(double support) {
    this.support = support;
  }

  /// The stable lower-case name, for example `bicubic`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The filter with this [#code()].
  ///
  /// @throws IllegalArgumentException if there is none
  public static Filter parse(String code) {
    for (var filter : values()) {
      if (filter.code().equals(code)) {
        return filter;
      }
    }
    throw new IllegalArgumentException(
        "filter must be box, bilinear, bicubic or lanczos, was " + code);
  }

  /// Half the filter's width, in pixels of the larger picture.
  double support() {
    return support;
  }

  /// The unnormalised weight at `x` pixels from the centre.
  double weight(double x) {
    return switch (this) {
      case BOX -> x > -0.5 && x <= 0.5 ? 1 : 0;
      case BILINEAR -> Math.max(0, 1 - Math.abs(x));
      case BICUBIC -> cubic(Math.abs(x));
      case LANCZOS -> x >= -3 && x < 3 ? sinc(x) * sinc(x / 3) : 0;
    };
  }

  private static double cubic(double x) {
    double a = -0.5;
    if (x < 1) {
      return ((a + 2) * x - (a + 3)) * x * x + 1;
    }
    return x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0;
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI);
  }
}
