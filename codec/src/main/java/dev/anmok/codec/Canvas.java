package dev.anmok.codec;

import dev.anmok.core.image.Pixels;

/// A white canvas that pixels are composed on: `round((v * alpha + 255 * (255 - alpha)) / 255)`.
final class Canvas {
  private final int width;
  private final int height;
  private final byte[] rgb;

  Canvas(int width, int height) {
    this.width = width;
    this.height = height;
    this.rgb = new byte[3 * width * height];
  }

  /// Sets a pixel; channels and alpha are 0..255, alpha not multiplied in.
  void put(int x, int y, int red, int green, int blue, int alpha) {
    int i = 3 * (y * width + x);
    rgb[i] = (byte) onWhite(red, alpha);
    rgb[i + 1] = (byte) onWhite(green, alpha);
    rgb[i + 2] = (byte) onWhite(blue, alpha);
  }

  /// The picture; the canvas must not be used afterwards.
  Pixels pixels() {
    return Pixels.wrap(width, height, rgb);
  }

  static int onWhite(int value, int alpha) {
    return (value * alpha + 255 * (255 - alpha) + 127) / 255;
  }
}
