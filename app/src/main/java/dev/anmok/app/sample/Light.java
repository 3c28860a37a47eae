package dev.anmok.app.sample;

/// An amount of red, green and blue light, linear, 1 being a white wall in daylight.
record Light(double r, double g, double b) {
  static Light grey(double v) {
    return new Light(v, v, v);
  }

  /// The light of a screen colour, times a strength.
  static Light of(int rgb, double strength) {
    return new Light(
        linear(Colour.red(rgb)) * strength,
        linear(Colour.green(rgb)) * strength,
        linear(Colour.blue(rgb)) * strength);
  }

  private static double linear(double c) {
    return c * c / 65025;
  }
}
