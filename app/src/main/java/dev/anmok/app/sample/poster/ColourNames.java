package dev.anmok.app.sample.poster;

import dev.anmok.app.sample.Colour;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Names the colours that a picture is mostly of.
final class ColourNames {
  private static final List<String> NAMES =
      List.of(
          "black", "grey", "white", "red", "orange", "yellow", "green", "cyan", "blue", "purple",
          "pink", "brown");

  /// Ends of the hues red to pink in degrees.
  private static final double[] HUES = {15, 42, 70, 160, 200, 255, 290, 345};

  /// Least share of the pixels.
  private static final double SHARE = 0.12;

  private ColourNames() {}

  /// The names of the colours of at least 12 % of the pixels, the most frequent first.
  static List<String> of(BufferedImage image) {
    int[] counts = new int[NAMES.size()];
    int n = 0;
    for (int y = 0; y < image.getHeight(); y += 4) {
      for (int x = 0; x < image.getWidth(); x += 4) {
        counts[name(image.getRGB(x, y) & 0xffffff)]++;
        n++;
      }
    }
    var frequent = new ArrayList<Integer>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] >= SHARE * n) {
        frequent.add(i);
      }
    }
    frequent.sort(Comparator.comparingInt(i -> -counts[i]));
    return frequent.stream().map(NAMES::get).toList();
  }

  /// Index of a colour's name.
  static int name(int rgb) {
    double most = Math.max(Colour.red(rgb), Math.max(Colour.green(rgb), Colour.blue(rgb)));
    double least = Math.min(Colour.red(rgb), Math.min(Colour.green(rgb), Colour.blue(rgb)));
    double spread = most - least;
    if (most < 42) {
      return 0;
    }
    if (spread < 0.16 * most || spread < 18) {
      return most > 205 ? 2 : most < 60 ? 0 : 1;
    }
    double hue = hue(rgb, most, spread);
    if (hue >= 15 && hue < 50 && most < 150) {
      return 11;
    }
    int at = Arrays.binarySearch(HUES, hue);
    int band = at >= 0 ? at + 1 : -at - 1;
    return 3 + band % HUES.length;
  }

  private static double hue(int rgb, double most, double spread) {
    double r = Colour.red(rgb);
    double g = Colour.green(rgb);
    double b = Colour.blue(rgb);
    if (most == r) {
      return (60 * (g - b) / spread + 360) % 360;
    }
    return most == g ? 60 * (b - r) / spread + 120 : 60 * (r - g) / spread + 240;
  }
}
