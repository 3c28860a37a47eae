package dev.anmok.app.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/// A cafe's sign: a simple mark and its name on a plain ground.
final class Logo {
  private Logo() {}

  static BufferedImage draw(String name, SplittableRandom random) {
    boolean pale = random.nextInt(3) > 0;
    int mark = Colour.vary(0x5a6f58, random, 1.5);
    int ground = pale ? 0xfdfcf8 : mark;
    int ink = pale ? mark : 0xfaf6ec;
    var paper = new Paper(random.nextBoolean() ? 480 : 640, 480, ground);
    double cx = paper.width / 2.0;
    paper.g.setColor(new Color(ink));
    switch (random.nextInt(3)) {
      case 0 -> {
        paper.g.fill(new Ellipse2D.Double(cx - 95, 70, 190, 190));
        mug(paper, cx, ground);
      }
      case 1 -> {
        paper.g.setStroke(new BasicStroke(14));
        paper.g.draw(new Ellipse2D.Double(cx - 95, 70, 190, 190));
        mug(paper, cx, ink);
      }
      default -> {
        paper.g.fill(new Ellipse2D.Double(cx - 90, 70, 180, 180));
        paper.g.setColor(new Color(ground));
        paper.g.fill(new Ellipse2D.Double(cx - 40, 50, 170, 170));
      }
    }
    double size = Math.min(58, paper.width * 0.8 / StrokeFont.width(name, 1));
    paper.centred(name, 310, size, ink);
    paper.centred("COFFEE", 392, 24, ink);
    return paper.finished();
  }

  private static void mug(Paper paper, double cx, int rgb) {
    paper.block(cx - 44, 140, 74, 66, 16, rgb);
    paper.g.setStroke(new BasicStroke(9));
    paper.g.draw(new Ellipse2D.Double(cx + 18, 150, 34, 34));
    var steam = new Path2D.Double();
    for (int i = 0; i < 3; i++) {
      steam.moveTo(cx - 30 + i * 23, 128);
      steam.curveTo(cx - 42 + i * 23, 116, cx - 18 + i * 23, 110, cx - 30 + i * 23, 96);
    }
    paper.g.setStroke(new BasicStroke(6, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    paper.g.draw(steam);
  }
}
