package dev.anmok.app.sample;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/// A flat picture being drawn: boards, receipts, screens and logos.
final class Paper {
  final int width;
  final int height;
  final Graphics2D g;
  private final BufferedImage image;

  Paper(int width, int height, int rgb) {
    this.width = width;
    this.height = height;
    this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    this.g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setColor(new Color(rgb));
    g.fillRect(0, 0, width, height);
  }

  BufferedImage finished() {
    g.dispose();
    return image;
  }

  void text(String text, double x, double y, double size, int rgb) {
    g.setColor(new Color(rgb));
    StrokeFont.draw(g, text, x, y, size, 0.085);
  }

  void bold(String text, double x, double y, double size, int rgb) {
    g.setColor(new Color(rgb));
    StrokeFont.draw(g, text, x, y, size, 0.13);
  }

  void centred(String text, double y, double size, int rgb) {
    bold(text, (width - StrokeFont.width(text, size)) / 2, y, size, rgb);
  }

  void flushRight(String text, double right, double y, double size, int rgb) {
    text(text, right - StrokeFont.width(text, size), y, size, rgb);
  }

  void block(double x, double y, double w, double h, double corner, int rgb) {
    g.setColor(new Color(rgb));
    g.fill(new RoundRectangle2D.Double(x, y, w, h, corner * 2, corner * 2));
  }
}
