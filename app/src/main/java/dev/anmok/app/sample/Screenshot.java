package dev.anmok.app.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/// What a phone shows: a conversation, a map, or a list.
final class Screenshot {
  private Screenshot() {}

  static BufferedImage draw(SplittableRandom random) {
    return switch (random.nextInt(3)) {
      case 0 -> chat(random);
      case 1 -> map(random);
      default -> list(random);
    };
  }

  private static BufferedImage chat(SplittableRandom random) {
    int[] grounds = {0xb2c7d9, 0xffffff, 0x1e1e22};
    int ground = grounds[random.nextInt(3)];
    int mine = random.nextBoolean() ? 0xfee500 : 0x4aa3ff;
    var paper = new Paper(400, 720, ground);
    paper.block(0, 0, 400, 58, 0, Colour.scale(ground, 0.93));
    paper.bold(Words.prose(random, 1), 24, 18, 22, ground == 0x1e1e22 ? 0xeeeeee : 0x222222);
    for (double y = 78; y < 640; y += 52 + random.nextInt(14)) {
      String line = Words.talk(random);
      double w = StrokeFont.width(line, 19) + 28;
      if (random.nextBoolean()) {
        paper.block(386 - w, y, w, 40, 15, mine);
        paper.text(line, 400 - w, y + 11, 19, 0x202020);
      } else {
        paper.g.setColor(new Color(Colour.vary(0x8fae9a, random, 0.9)));
        paper.g.fill(new Ellipse2D.Double(10, y, 38, 38));
        paper.block(56, y, w, 40, 15, 0xf4f4f4);
        paper.text(line, 70, y + 11, 19, 0x202020);
      }
    }
    paper.block(0, 664, 400, 56, 0, 0xf6f6f6);
    paper.block(14, 674, 330, 36, 17, 0xe4e4e6);
    return paper.finished();
  }

  private static BufferedImage map(SplittableRandom random) {
    var paper = new Paper(400, 720, 0xece8df);
    for (int i = 0; i < 5; i++) {
      paper.block(
          random.nextInt(350),
          random.nextInt(600),
          60 + random.nextInt(110),
          50 + random.nextInt(90),
          8,
          i % 2 == 0 ? 0xc9e3b8 : 0xdcd6ca);
    }
    paper.block(0, 380 + random.nextInt(80), 400, 50, 0, 0xa9d3ee);
    for (int i = 0; i < 15; i++) {
      double a = random.nextInt(400);
      double b = random.nextInt(720);
      var road =
          i % 2 == 0
              ? new Line2D.Double(a, 0, a + random.nextInt(120) - 60.0, 720)
              : new Line2D.Double(0, b, 400, b + random.nextInt(120) - 60.0);
      paper.g.setStroke(new BasicStroke(i < 3 ? 14 : 7));
      paper.g.setColor(new Color(i < 3 ? 0xf9d77e : 0xffffff));
      paper.g.draw(road);
    }
    for (int i = 0; i < 6; i++) {
      double x = 30 + random.nextInt(300);
      double y = 110 + random.nextInt(440);
      paper.g.setColor(new Color(i == 0 ? 0xe0463c : 0x3f7de0));
      paper.g.fill(new Ellipse2D.Double(x - 11, y - 11, 22, 22));
      paper.text(Words.prose(random, 1), x + 15, y - 8, 15, 0x333333);
    }
    paper.block(16, 24, 368, 52, 14, 0xffffff);
    paper.text("카페 검색", 36, 40, 20, 0x777777);
    paper.block(0, 590, 400, 130, 18, 0xffffff);
    paper.bold(Words.prose(random, 2), 24, 612, 24, 0x222222);
    paper.text("도보 " + (2 + random.nextInt(9)) + "분", 24, 652, 18, 0x777777);
    paper.block(270, 640, 108, 44, 22, 0x3f7de0);
    return paper.finished();
  }

  private static BufferedImage list(SplittableRandom random) {
    int accent = Colour.vary(0x4a8a6a, random, 1.4);
    var paper = new Paper(420, 760, 0xfafafa);
    paper.block(0, 0, 420, 74, 0, accent);
    paper.bold(Words.prose(random, 1), 22, 26, 26, 0xffffff);
    for (double y = 92; y < 670; y += 92) {
      paper.block(14, y, 392, 80, 12, 0xeeeeec);
      paper.block(26, y + 12, 56, 56, 14, Colour.vary(0x8a94b0, random, 1));
      paper.bold(Words.drink(random), 98, y + 16, 21, 0x262626);
      paper.text(Words.prose(random, 3), 98, y + 50, 14, 0x8a8a8a);
    }
    paper.block(0, 694, 420, 66, 0, 0xefefef);
    for (int i = 0; i < 4; i++) {
      paper.g.setColor(new Color(i == 0 ? accent : 0xb0b0b0));
      paper.g.fill(new Ellipse2D.Double(40 + i * 100, 710, 30, 30));
    }
    return paper.finished();
  }
}
