package dev.anmok.codec;

import dev.anmok.core.image.Pixels;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;

/// Turns a picture of the Java platform into RGB without applying its colour profile: grey, grey
/// and alpha, colour, colour and alpha, palette, inks; samples of any width stretched to 8 bits.
final class RasterPixels {
  private RasterPixels() {}

  static Pixels of(BufferedImage image) throws Malformed {
    var model = image.getColorModel();
    if (model instanceof ComponentColorModel components) {
      return channels(image, components);
    }
    var canvas = new Canvas(image.getWidth(), image.getHeight());
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int argb = image.getRGB(x, y); // palettes and packed pixels are sRGB
        canvas.put(x, y, argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, argb >>> 24);
      }
    }
    return canvas.pixels();
  }

  private static Pixels channels(BufferedImage image, ColorModel model) throws Malformed {
    int colours = model.getNumColorComponents();
    boolean inks = model.getColorSpace().getType() == ColorSpace.TYPE_CMYK;
    if (colours != 1 && colours != 3 && !(colours == 4 && inks)) {
      throw Malformed.unsupported("A picture of " + colours + " colour channels is not read.");
    }
    var canvas = new Canvas(image.getWidth(), image.getHeight());
    var raster = image.getRaster();
    int bands = raster.getNumBands();
    int[] max = new int[bands];
    for (int b = 0; b < bands; b++) {
      max[b] = (1 << model.getComponentSize(b)) - 1;
    }
    int[] row = new int[image.getWidth() * bands];
    int[] level = new int[bands];
    for (int y = 0; y < image.getHeight(); y++) {
      raster.getPixels(0, y, image.getWidth(), 1, row);
      for (int x = 0; x < image.getWidth(); x++) {
        for (int b = 0; b < bands; b++) {
          level[b] = (row[x * bands + b] * 255 + max[b] / 2) / max[b];
        }
        put(canvas, x, y, level, colours, model);
      }
    }
    return canvas.pixels();
  }

  private static void put(Canvas canvas, int x, int y, int[] level, int colours, ColorModel model) {
    int alpha = model.hasAlpha() ? level[colours] : 255;
    if (colours == 4) {
      for (int c = 0; c < 3; c++) {
        level[c] = ((255 - level[c]) * (255 - level[3]) + 127) / 255;
      }
    }
    if (model.isAlphaPremultiplied() && alpha > 0) {
      for (int c = 0; c < Math.min(colours, 3); c++) {
        level[c] = Math.min(255, (level[c] * 255 + alpha / 2) / alpha);
      }
    }
    boolean grey = colours == 1;
    canvas.put(x, y, level[0], level[grey ? 0 : 1], level[grey ? 0 : 2], alpha);
  }
}
