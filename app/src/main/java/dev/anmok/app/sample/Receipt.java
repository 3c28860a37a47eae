package dev.anmok.app.sample;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/// A paper receipt lying on a table, or a page of text.
final class Receipt {
  private Receipt() {}

  static BufferedImage draw(String cafe, SplittableRandom random) {
    var paper = new Paper(360, 600 + random.nextInt(120), 0xf8f7f3);
    int ink = 0x2c2c30;
    paper.centred(cafe, 24, 28, ink);
    paper.centred("영수증", 64, 20, ink);
    paper.text(
        "2026-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(9) + " 14:3" + random.nextInt(9),
        20,
        98,
        16,
        ink);
    double y = 126;
    rule(paper, y);
    for (int i = 0; i < 6 + random.nextInt(4); i++) {
      y += 28;
      paper.text(Words.drink(random), 20, y - 14, 18, ink);
      paper.text("" + (1 + random.nextInt(3)), 220, y - 14, 18, ink);
      paper.flushRight(Words.price(random), 340, y - 14, 18, ink);
    }
    y += 22;
    rule(paper, y);
    paper.bold("합계", 20, y + 14, 24, ink);
    paper.flushRight("3" + Words.price(random), 340, y + 14, 24, ink);
    y += 60;
    for (double x = 30; x < 330; x += 3) {
      if (random.nextBoolean()) {
        paper.block(x, paper.height - 70.0, 1 + random.nextInt(2), 44, 0, ink);
      }
    }
    return Desk.lay(paper.finished(), random);
  }

  /// A page full of prose.
  static BufferedImage page(SplittableRandom random) {
    var paper = new Paper(520, 700, 0xfdfdfb);
    paper.centred(Words.prose(random, 2), 44, 30, 0x222226);
    double size = 15 + random.nextInt(4);
    for (double y = 110; y < 650; y += size * 1.7) {
      String line = Words.prose(random, 12);
      while (StrokeFont.width(line, size) > 430) {
        line = line.substring(0, line.length() - 1);
      }
      paper.text(line, 45, y, size, 0x333338);
      if (random.nextInt(7) == 0) {
        y += size;
      }
    }
    return paper.finished();
  }

  private static void rule(Paper paper, double y) {
    for (double x = 20; x < 340; x += 10) {
      paper.block(x, y, 6, 1.6, 0, 0x2c2c30);
    }
  }
}
