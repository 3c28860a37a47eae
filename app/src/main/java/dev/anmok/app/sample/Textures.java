package dev.anmok.app.sample;

import java.awt.image.BufferedImage;

/// What floors, walls and furniture are made of.
final class Textures {
  private Textures() {}

  static Texture plain(int rgb) {
    return (u, v) -> rgb;
  }

  /// Painted wall: almost plain, a little cloudy.
  static Texture plaster(int rgb, int seed) {
    return (u, v) -> Colour.scale(rgb, 0.93 + 0.1 * Noise.clouds(u * 1.7, v * 1.7, seed));
  }

  static Texture concrete(int rgb, int seed) {
    return (u, v) ->
        Colour.scale(
            rgb,
            0.86
                + 0.16 * Noise.clouds(u * 1.3, v * 1.3, seed)
                + 0.04 * Noise.smooth(u * 40, v * 40, seed + 9));
  }

  /// Boards along u, each with its own tone, its grain and a dark joint.
  static Texture boards(int rgb, double width, int seed) {
    return (u, v) -> {
      int row = (int) Math.floor(v / width);
      double along = u / 1.4 + Noise.cell(row, 1, seed) * 3;
      int board = (int) Math.floor(along);
      double tone = 0.8 + 0.3 * Noise.cell(row, board, seed + 3);
      double grain = 0.88 + 0.2 * Noise.clouds(u * 2.5, v / width * 9, seed + row);
      double edge = v / width - row;
      double end = along - board;
      boolean joint = edge < 0.035 || end < 0.004;
      return Colour.scale(rgb, tone * grain * (joint ? 0.55 : 1));
    };
  }

  /// One piece of wood.
  static Texture wood(int rgb, int seed) {
    return (u, v) ->
        Colour.scale(
            rgb,
            0.8
                + 0.25 * Noise.clouds(u * 2, v * 26, seed)
                + 0.06 * Noise.smooth(u * 9, v * 160, seed + 5));
  }

  static Texture brick(int rgb, int mortar, int seed) {
    return (u, v) -> {
      int row = (int) Math.floor(v / 0.085);
      double shifted = u / 0.24 + (row % 2 == 0 ? 0 : 0.5);
      int column = (int) Math.floor(shifted);
      double x = shifted - column;
      double y = v / 0.085 - row;
      double rough = 0.85 + 0.3 * Noise.clouds(u * 14, v * 14, seed);
      if (x < 0.045 || y < 0.13) {
        return Colour.scale(mortar, rough);
      }
      return Colour.scale(rgb, rough * (0.7 + 0.5 * Noise.cell(column, row, seed)));
    };
  }

  /// Square tiles of two colours with a joint between them.
  static Texture tiles(int first, int second, double side, int joint, int seed) {
    return (u, v) -> {
      int x = (int) Math.floor(u / side);
      int y = (int) Math.floor(v / side);
      double fx = u / side - x;
      double fy = v / side - y;
      if (fx < 0.03 || fy < 0.03) {
        return joint;
      }
      return Colour.scale((x + y) % 2 == 0 ? first : second, 0.93 + 0.09 * Noise.cell(x, y, seed));
    };
  }

  static Texture fabric(int rgb, int seed) {
    return (u, v) ->
        Colour.scale(
            rgb,
            0.8
                + 0.16 * Noise.smooth(u * 120, v * 120, seed)
                + 0.14 * Noise.clouds(u * 5, v * 5, seed + 1));
  }

  static Texture stripes(int first, int second, double width) {
    return (u, v) -> Math.floorMod((int) Math.floor(u / width), 2) == 0 ? first : second;
  }

  /// A picture stretched over a sheet.
  static Texture picture(BufferedImage image) {
    int w = image.getWidth();
    int h = image.getHeight();
    int[] pixels = image.getRGB(0, 0, w, h, null, 0, w);
    return (u, v) -> {
      double x = Math.clamp(u, 0, 1) * (w - 1);
      double y = Math.clamp(v, 0, 1) * (h - 1);
      int x0 = (int) x;
      int y0 = (int) y;
      int x1 = Math.min(x0 + 1, w - 1);
      int y1 = Math.min(y0 + 1, h - 1);
      int top = Colour.mix(pixels[y0 * w + x0], pixels[y0 * w + x1], x - x0);
      int bottom = Colour.mix(pixels[y1 * w + x0], pixels[y1 * w + x1], x - x0);
      return Colour.mix(top, bottom, y - y0);
    };
  }
}
