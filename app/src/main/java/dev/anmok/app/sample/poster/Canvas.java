package dev.anmok.app.sample.poster;

import dev.anmok.app.sample.Blur;
import dev.anmok.app.sample.Colour;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;

/// A poster being drawn: shapes, veils of colour and light that glows.
final class Canvas {
  static final int WIDTH = 400;
  static final int HEIGHT = 600;

  /// Veils and halos are soft, so they are computed at a quarter of the size.
  private static final int SHRINK = 4;

  private static final int COLUMNS = WIDTH / SHRINK + 1;
  private static final int ROWS = HEIGHT / SHRINK + 1;

  final Graphics2D g;
  final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);

  /// Row by row, 0xRRGGBB.
  final int[] pixels = pixels(image);

  Canvas() {
    this.g = smooth(image);
  }

  /// How much of something is at a place, both coordinates 0..1.
  interface Share {
    double at(double u, double v);
  }

  private static int[] pixels(BufferedImage image) {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }

  private static Graphics2D smooth(BufferedImage image) {
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return g;
  }

  void fill(Shape shape, int rgb) {
    g.setColor(new Color(rgb));
    g.fill(shape);
  }

  /// @param alpha 0..1
  void fill(Shape shape, int rgb, double alpha) {
    g.setColor(new Color((rgb & 0xffffff) | ((int) (255 * alpha) << 24), true));
    g.fill(shape);
  }

  /// Fills it all, row by row.
  void ground(Tone tone) {
    for (int y = 0; y < HEIGHT; y++) {
      java.util.Arrays.fill(pixels, y * WIDTH, (y + 1) * WIDTH, tone.ground((double) y / HEIGHT));
    }
  }

  /// Lays a colour over everything, here more and there less.
  void veil(int rgb, Share share) {
    float[] grid = new float[COLUMNS * ROWS];
    for (int j = 0; j < ROWS; j++) {
      for (int i = 0; i < COLUMNS; i++) {
        double s = share.at((double) i * SHRINK / WIDTH, (double) j * SHRINK / HEIGHT);
        grid[j * COLUMNS + i] = (float) Math.clamp(s, 0, 1);
      }
    }
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int at = y * WIDTH + x;
        double s = between(grid, x, y, 0, 1);
        if (s > 0.003) {
          pixels[at] = Colour.mix(pixels[at], rgb, s);
        }
      }
    }
  }

  private static double between(float[] grid, int x, int y, int channel, int channels) {
    int at = (y / SHRINK * COLUMNS + x / SHRINK) * channels + channel;
    double tx = (x % SHRINK) / (double) SHRINK;
    double ty = (y % SHRINK) / (double) SHRINK;
    int down = COLUMNS * channels;
    double top = grid[at] + (grid[at + channels] - grid[at]) * tx;
    double bottom = grid[at + down] + (grid[at + down + channels] - grid[at + down]) * tx;
    return top + (bottom - top) * ty;
  }

  /// Adds light: what is painted, with a halo around it.
  ///
  /// @param spread width of the halo in pixels
  /// @param strength brightness of the halo
  void glow(Consumer<Graphics2D> light, double spread, double strength) {
    var layer = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = smooth(layer);
    light.accept(pen);
    pen.dispose();
    int[] core = pixels(layer);
    float[] halo = halo(core, spread / SHRINK, strength);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int at = y * WIDTH + x;
        int rgb = pixels[at];
        int out = 0;
        for (int c = 0; c < 3; c++) {
          int shift = 16 - 8 * c;
          double add = ((core[at] >> shift) & 255) + between(halo, x, y, c, 3);
          double here = (rgb >> shift) & 255;
          out |= (int) (255 - (255 - here) * (255 - Math.min(255, add)) / 255) << shift;
        }
        pixels[at] = out;
      }
    }
  }

  private static float[] halo(int[] core, double sigma, double strength) {
    var small = new BufferedImage(COLUMNS, ROWS, BufferedImage.TYPE_INT_RGB);
    for (int j = 0; j < ROWS; j++) {
      for (int i = 0; i < COLUMNS; i++) {
        small.setRGB(i, j, mean(core, i * SHRINK, j * SHRINK));
      }
    }
    int[] soft = pixels(Blur.gaussian(small, sigma));
    float[] halo = new float[soft.length * 3];
    for (int i = 0; i < soft.length; i++) {
      halo[i * 3] = (float) (((soft[i] >> 16) & 255) * strength);
      halo[i * 3 + 1] = (float) (((soft[i] >> 8) & 255) * strength);
      halo[i * 3 + 2] = (float) ((soft[i] & 255) * strength);
    }
    return halo;
  }

  private static int mean(int[] from, int x, int y) {
    int r = 0;
    int g = 0;
    int b = 0;
    for (int dy = 0; dy < SHRINK; dy++) {
      int row = Math.min(HEIGHT - 1, y + dy) * WIDTH;
      for (int dx = 0; dx < SHRINK; dx++) {
        int rgb = from[row + Math.min(WIDTH - 1, x + dx)];
        r += (rgb >> 16) & 255;
        g += (rgb >> 8) & 255;
        b += rgb & 255;
      }
    }
    double n = SHRINK * SHRINK;
    return Colour.of(r / n, g / n, b / n);
  }

  /// Gives every pixel another colour.
  void each(IntUnaryOperator change) {
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = change.applyAsInt(pixels[i] & 0xffffff);
    }
  }

  /// Mean brightness of a part, 0..1.
  double brightness(int top, int bottom) {
    double sum = 0;
    int n = 0;
    for (int i = Math.max(0, top) * WIDTH; i < Math.min(HEIGHT, bottom) * WIDTH; i += 7) {
      sum += luma(pixels[i]);
      n++;
    }
    return n == 0 ? 0 : sum / n;
  }

  /// Brightness of a colour, 0..1.
  static double luma(int rgb) {
    return (0.299 * Colour.red(rgb) + 0.587 * Colour.green(rgb) + 0.114 * Colour.blue(rgb)) / 255;
  }
}
