package dev.anmok.codec;

import dev.anmok.core.image.Pixels;
import java.awt.image.Raster;

/// Turns a JPEG's channels as stored into RGB: JFIF's equations for luminance and chrominance, and
/// `red = cyan * black / 255` for inks stored the other way round. No colour profile is applied.
final class JpegRaster {
  private JpegRaster() {}

  static Pixels pixels(Raster raster, JpegColour colour) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    int bands = raster.getNumBands();
    byte[] rgb = new byte[3 * width * height];
    int[] row = new int[width * bands];
    int[] pixel = new int[4];
    for (int y = 0, o = 0; y < height; y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int x = 0; x < width; x++, o += 3) {
        System.arraycopy(row, x * bands, pixel, 0, bands);
        convert(pixel, colour);
        rgb[o] = (byte) pixel[0];
        rgb[o + 1] = (byte) pixel[1];
        rgb[o + 2] = (byte) pixel[2];
      }
    }
    return Pixels.wrap(width, height, rgb);
  }

  private static void convert(int[] p, JpegColour colour) {
    switch (colour) {
      case RGB -> {}
      case GREY -> {
        p[1] = p[0];
        p[2] = p[0];
      }
      case YCC -> toRgb(p);
      case CMYK -> print(p);
      case YCCK -> {
        toRgb(p); // gives the inks' complements, see jdcolor.c: C = 255 - R
        for (int c = 0; c < 3; c++) {
          p[c] = 255 - p[c];
        }
        print(p);
      }
    }
  }

  private static void toRgb(int[] p) {
    double luma = p[0];
    double blue = p[1] - 128;
    double red = p[2] - 128;
    p[0] = level(luma + 1.402 * red);
    p[1] = level(luma - 0.344136 * blue - 0.714136 * red);
    p[2] = level(luma + 1.772 * blue);
  }

  private static void print(int[] p) {
    for (int c = 0; c < 3; c++) {
      p[c] = (p[c] * p[3] + 127) / 255;
    }
  }

  private static int level(double value) {
    return Math.clamp(Math.round(value), 0, 255);
  }
}
