package dev.anmok.app.sample;

import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/// A board of drinks and their prices: chalk on black, or print on pale paper.
final class MenuBoard {
  private MenuBoard() {}

  static BufferedImage draw(SplittableRandom random) {
    boolean chalk = random.nextInt(3) > 0;
    boolean wide = random.nextBoolean();
    int ground = Colour.vary(chalk ? 0x25302c : 0xf3ead8, random, 0.25);
    int ink = chalk ? 0xf3f0e6 : 0x33291f;
    int accent = chalk ? 0xf2c14e : 0xa8432f;
    var paper = new Paper(wide ? 640 : 480, wide ? 480 : 640, ground);
    if (chalk) {
      paper.block(0, 0, paper.width, 14, 0, 0x8a5a35);
      paper.block(0, paper.height - 14, paper.width, 14, 0, 0x7a4d2c);
      paper.block(0, 0, 14, paper.height, 0, 0x835431);
      paper.block(paper.width - 14, 0, 14, paper.height, 0, 0x835431);
    }
    paper.centred(random.nextBoolean() ? "MENU" : "메뉴판", 32, 44, accent);
    paper.block(60, 88, paper.width - 120.0, 3, 1, accent);
    int columns = wide ? 2 : 1;
    double each = (paper.width - 60.0) / columns;
    double step = 36 + random.nextInt(12);
    for (int c = 0; c < columns; c++) {
      double y = 110;
      while (y < paper.height - 50) {
        double left = 34 + c * each;
        paper.text(Words.drink(random), left, y, 22, ink);
        paper.flushRight(Words.price(random), left + each - 24, y, 22, chalk ? 0xe9d8a0 : ink);
        y += step;
      }
    }
    return paper.finished();
  }
}
