package dev.anmok.core.image;

/// One number for each colour channel, on the scale of 8-bit values (0..255).
public record Channels(double red, double green, double blue) {
  /// The same number for all three.
  public static Channels all(double value) {
    return new Channels(value, value, value);
  }

  @Override
  public String toString() {
    return red + "," + green + "," + blue;
  }
}
