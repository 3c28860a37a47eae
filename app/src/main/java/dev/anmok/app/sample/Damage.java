package dev.anmok.app.sample;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/// Does a fault to the pixels of a picture.
final class Damage {
  private Damage() {}

  static BufferedImage done(BufferedImage image, Fault fault, SplittableRandom random) {
    return switch (fault) {
      case NONE, DUPLICATE, TRUNCATED, NOT_AN_IMAGE -> image;
      case BLURRED -> Blur.gaussian(image, 3.5 + random.nextDouble() * 5);
      case DARK -> lit(image, 0.1 + random.nextDouble() * 0.08);
      case NEAR_DUPLICATE -> {
        double edge = 0.01 + random.nextDouble() * 0.03;
        yield lit(cropped(image, edge), 0.88 + random.nextDouble() * 0.24);
      }
      case ROTATED -> turned(image);
      case ALPHA -> oval(image);
      case TINY -> scaled(image, 48, 36);
    };
  }

  private static BufferedImage lit(BufferedImage image, double factor) {
    var out = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        out.setRGB(x, y, Colour.scale(image.getRGB(x, y) & 0xffffff, factor));
      }
    }
    return out;
  }

  private static BufferedImage cropped(BufferedImage image, double edge) {
    int dx = (int) (image.getWidth() * edge);
    int dy = (int) (image.getHeight() * edge / 2);
    return image.getSubimage(dx, dy, image.getWidth() - 2 * dx, image.getHeight() - 2 * dy);
  }

  /// A quarter turn to the left, which the file's orientation 6 undoes.
  private static BufferedImage turned(BufferedImage image) {
    int w = image.getWidth();
    int h = image.getHeight();
    var out = new BufferedImage(h, w, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        out.setRGB(y, w - 1 - x, image.getRGB(x, y));
      }
    }
    return out;
  }

  /// Transparent outside an ellipse that nearly fills the picture.
  private static BufferedImage oval(BufferedImage image) {
    int w = image.getWidth();
    int h = image.getHeight();
    var out = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        double dx = (x - w / 2.0) / (w * 0.62);
        double dy = (y - h / 2.0) / (h * 0.62);
        double alpha = Math.clamp((1 - dx * dx - dy * dy) * 20, 0, 1);
        out.setRGB(x, y, ((int) (alpha * 255) << 24) | (image.getRGB(x, y) & 0xffffff));
      }
    }
    return out;
  }

  private static BufferedImage scaled(BufferedImage image, int w, int h) {
    var out = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = out.createGraphics();
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    double sx = (double) w / image.getWidth();
    double sy = (double) h / image.getHeight();
    g.drawImage(Blur.gaussian(image, 3), AffineTransform.getScaleInstance(sx, sy), null);
    g.dispose();
    return out;
  }
}
