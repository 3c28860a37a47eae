package dev.anmok.app.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/// What is seen through the windows: sky, trees and houses by day, lights by night, out of focus.
final class Outdoors {
  static final int WIDTH = 360;
  static final int HEIGHT = 200;

  private Outdoors() {}

  static BufferedImage draw(boolean night, SplittableRandom random) {
    var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    Color high = new Color(night ? 0x0b1230 : 0xa9cdf2);
    Color low = new Color(night ? 0x2a2b4c : 0xf3f7fa);
    g.setPaint(new GradientPaint(0, 0, high, 0, HEIGHT * 0.8f, low));
    g.fillRect(0, 0, WIDTH, HEIGHT);
    houses(g, night, random);
    trees(g, night, random);
    g.setColor(new Color(night ? 0x1a1a22 : 0xb6b3a8));
    g.fillRect(0, HEIGHT - 22, WIDTH, 22);
    BufferedImage soft = Blur.gaussian(image, 2.4);
    g.dispose();
    if (night) {
      lights(soft, random);
    }
    return soft;
  }

  private static void houses(Graphics2D g, boolean night, SplittableRandom random) {
    int[] tones = {0xd9c7b0, 0xc9b8a8, 0xe6ded2, 0xb59b86, 0xcfd4d6};
    for (int x = -20; x < WIDTH; ) {
      int w = 30 + random.nextInt(45);
      int h = 50 + random.nextInt(60);
      int tone = tones[random.nextInt(tones.length)];
      g.setColor(new Color(night ? Colour.scale(tone, 0.16) : tone));
      g.fill(new Rectangle2D.Double(x, HEIGHT - 20 - h, w, h));
      for (int wy = HEIGHT - 14 - h; wy < HEIGHT - 40; wy += 16) {
        for (int wx = x + 5; wx < x + w - 8; wx += 12) {
          boolean lit = random.nextInt(3) == 0;
          int dark = night ? 0x1b2030 : 0x7b8c99;
          g.setColor(new Color(night && lit ? 0xffd58a : dark));
          g.fill(new Rectangle2D.Double(wx, wy, 6, 8));
        }
      }
      x += w + random.nextInt(20);
    }
  }

  private static void trees(Graphics2D g, boolean night, SplittableRandom random) {
    for (int k = 0; k < 7; k++) {
      double x = random.nextInt(WIDTH);
      double top = HEIGHT - 60 - random.nextInt(70);
      g.setColor(new Color(night ? 0x141a16 : 0x6e5a44));
      g.setStroke(new BasicStroke(4));
      g.drawLine((int) x, HEIGHT - 20, (int) x, (int) top + 10);
      for (int i = 0; i < 60; i++) {
        int leaf = Colour.vary(0x93ab7c, random, 0.5);
        g.setColor(new Color(night ? Colour.scale(leaf, 0.18) : leaf));
        double r = 4 + random.nextDouble() * 9;
        double dx = (random.nextDouble() + random.nextDouble() - 1) * 34;
        double dy = (random.nextDouble() + random.nextDouble() - 1) * 30;
        g.fill(new Ellipse2D.Double(x + dx - r, top + dy - r, 2 * r, 2 * r));
      }
    }
  }

  private static void lights(BufferedImage image, SplittableRandom random) {
    int[] tones = {0xffc878, 0xffe2ae, 0xff9d5c, 0x9fc4ff, 0xffb0a0};
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    for (int i = 0; i < 34; i++) {
      int tone = tones[random.nextInt(tones.length)];
      double r = 2 + random.nextDouble() * 5;
      g.setColor(new Color(tone | ((50 + random.nextInt(110)) << 24), true));
      double y = HEIGHT * (0.35 + 0.6 * random.nextDouble());
      g.fill(new Ellipse2D.Double(random.nextInt(WIDTH), y, 2 * r, 2 * r));
    }
    g.dispose();
  }
}
