package dev.anmok.app.sample;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/// A small framed picture: hills under a sun, or coloured forms.
final class Painting {
  private static final int SIDE = 96;

  private Painting() {}

  static BufferedImage draw(int accent, SplittableRandom random) {
    var image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    Color paper = new Color(0xf2ece0);
    g.setColor(paper);
    g.fillRect(0, 0, SIDE, SIDE);
    if (random.nextBoolean()) {
      hills(g, accent, random);
    } else {
      forms(g, accent, random);
    }
    g.setColor(paper);
    g.fillRect(0, 0, SIDE, 9);
    g.fillRect(0, SIDE - 9, SIDE, 9);
    g.fillRect(0, 0, 9, SIDE);
    g.fillRect(SIDE - 9, 0, 9, SIDE);
    g.dispose();
    return image;
  }

  private static void hills(Graphics2D g, int accent, SplittableRandom random) {
    g.setPaint(new GradientPaint(0, 0, new Color(0xa8c3d4), 0, SIDE, new Color(0xf0dcc0)));
    g.fillRect(0, 0, SIDE, SIDE);
    g.setColor(new Color(Colour.mix(accent, 0xffe0a0, 0.6)));
    double r = 8 + random.nextInt(10);
    g.fill(new Ellipse2D.Double(20 + random.nextInt(50), 16 + random.nextInt(20), 2 * r, 2 * r));
    for (int k = 0; k < 4; k++) {
      var hill = new Path2D.Double();
      hill.moveTo(0, SIDE);
      for (int x = 0; x <= SIDE; x += 6) {
        hill.lineTo(x, 38 + k * 14 + 26 * (Noise.smooth(x / 28.0, k, random.nextInt(1)) - 0.5));
      }
      hill.lineTo(SIDE, SIDE);
      g.setColor(new Color(Colour.mix(Colour.vary(accent, random, 0.4), 0x33443c, k * 0.22)));
      g.fill(hill);
    }
  }

  private static void forms(Graphics2D g, int accent, SplittableRandom random) {
    for (int k = 0; k < 6; k++) {
      g.setColor(new Color(Colour.vary(k % 2 == 0 ? accent : 0xc9a36a, random, 0.9)));
      double x = random.nextInt(70);
      double y = random.nextInt(70);
      double w = 12 + random.nextInt(34);
      g.fill(
          random.nextBoolean()
              ? new Ellipse2D.Double(x, y, w, w)
              : new Rectangle2D.Double(x, y, w, w * 0.7));
    }
  }
}
