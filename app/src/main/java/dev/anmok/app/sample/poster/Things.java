package dev.anmok.app.sample.poster;

import dev.anmok.app.sample.Colour;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.SplittableRandom;

/// One thing before a plain ground: a car, a house, an animal, a hand, a castle, flowers, a guitar.
record Things(Design design, SplittableRandom random) implements Motif {
  @Override
  public void paint(Canvas canvas) {
    switch (design.composition()) {
      case CAR -> road(canvas);
      case HOUSE -> house(canvas);
      case ANIMAL -> animal(canvas);
      case HAND -> hand(canvas);
      case CASTLE -> castle(canvas);
      case FLOWER -> flowers(canvas);
      default -> guitar(canvas);
    }
  }

  @Override
  public void shine(Canvas canvas) {
    switch (design.composition()) {
      case CAR -> lamps(canvas);
      case HOUSE -> {
        if (!design.tone().bright) {
          canvas.glow(g -> pane(g, 0xffc860), 12, 1.2);
        }
      }
      case GUITAR -> {
        if (design.neon()) {
          canvas.glow(this::outline, 12, 1.4);
        }
      }
      default -> {}
    }
  }

  private Tone tone() {
    return design.tone();
  }

  private void polygon(Canvas canvas, int rgb, double... points) {
    var path = new Path2D.Double();
    path.moveTo(points[0], points[1]);
    for (int i = 2; i < points.length; i += 2) {
      path.lineTo(points[i], points[i + 1]);
    }
    path.closePath();
    canvas.fill(path, rgb);
  }

  private void road(Canvas canvas) {
    if (random.nextBoolean()) {
      int r = 50 + random.nextInt(50);
      canvas.fill(new Ellipse2D.Double(200 - r, 290 - r, 2 * r, 2 * r), tone().at(0.9));
    }
    polygon(
        canvas,
        tone().silhouette(0.45),
        0,
        340,
        110,
        300,
        210,
        330,
        320,
        290,
        400,
        335,
        400,
        600,
        0,
        600);
    polygon(canvas, tone().silhouette(0.85), 185, 320, 215, 320, 460, 600, -60, 600);
    for (int i = 0; i < 6; i++) {
      double y = 330 + i * i * 9;
      double w = 1 + i * 1.4;
      polygon(
          canvas,
          tone().at(0.9),
          200 - w,
          y,
          200 + w,
          y,
          200 + w * 1.5,
          y + 6 + i * 4,
          200 - w * 1.5,
          y + 6 + i * 4);
    }
    int paint = tone().bright || tone().grade < 0.4 ? tone().accent : tone().at(0.35);
    car(canvas, paint);
  }

  /// The front of a car that comes along the road.
  private void car(Canvas canvas, int paint) {
    int dark = Colour.scale(paint, 0.25);
    canvas.fill(new Ellipse2D.Double(95, 478, 210, 26), 0x000000, 0.5);
    canvas.fill(new RoundRectangle2D.Double(108, 455, 36, 42, 10, 10), 0x101010);
    canvas.fill(new RoundRectangle2D.Double(256, 455, 36, 42, 10, 10), 0x101010);
    polygon(canvas, paint, 140, 372, 260, 372, 284, 416, 116, 416);
    polygon(canvas, Colour.mix(dark, tone().at(0.8), 0.35), 148, 378, 252, 378, 270, 412, 130, 412);
    canvas.fill(new RoundRectangle2D.Double(102, 412, 196, 64, 26, 26), paint);
    canvas.fill(new RoundRectangle2D.Double(158, 436, 84, 22, 8, 8), dark);
    canvas.fill(new RoundRectangle2D.Double(104, 466, 192, 12, 6, 6), Colour.scale(paint, 0.6));
    canvas.fill(new Ellipse2D.Double(112, 428, 34, 26), 0xfff6dc);
    canvas.fill(new Ellipse2D.Double(254, 428, 34, 26), 0xfff6dc);
  }

  private void lamps(Canvas canvas) {
    if (tone().bright) {
      return;
    }
    canvas.glow(
        g -> {
          g.setColor(new Color(0xfff0c8));
          g.fill(new Ellipse2D.Double(114, 430, 30, 22));
          g.fill(new Ellipse2D.Double(256, 430, 30, 22));
        },
        26,
        1.8);
    if (design.neon()) {
      canvas.glow(
          g -> {
            g.setStroke(new BasicStroke(3));
            g.setColor(new Color(0xff2fa8));
            g.draw(new Line2D.Double(190, 322, -50, 590));
            g.setColor(new Color(0x21e6ff));
            g.draw(new Line2D.Double(210, 322, 450, 590));
          },
          12,
          1.6);
    }
  }

  private void house(Canvas canvas) {
    int wall =
        tone().bright ? Colour.mix(tone().accent, tone().at(0.8), 0.25) : tone().silhouette(0.92);
    int roof = tone().bright ? tone().at(0.15) : tone().silhouette(1);
    if (!tone().bright) {
      double x = 200 + (random.nextDouble() - 0.5) * 160;
      canvas.veil(
          tone().at(0.66),
          (u, v) -> {
            double dx = (u * 400 - x) / 230;
            double dy = (v * 600 - 300) / 210;
            return 0.75 * Math.max(0, 1 - dx * dx - dy * dy);
          });
      canvas.fill(new Ellipse2D.Double(x - 62, 190, 124, 124), tone().at(0.85), 0.8);
    }
    canvas.fill(new Ellipse2D.Double(-160, 430, 720, 420), tone().silhouette(0.7));
    polygon(canvas, wall, 120, 300, 280, 300, 280, 455, 120, 455);
    polygon(canvas, roof, 100, 306, 200, 205, 300, 306);
    polygon(canvas, wall, 235, 210, 262, 210, 262, 275, 235, 245);
    canvas.fill(new Rectangle2D.Double(184, 390, 38, 66), roof);
    pane(canvas.g, tone().bright ? 0xfff6d8 : 0xffc860);
    if (random.nextBoolean()) {
      canvas.fill(new Ellipse2D.Double(300, 290, 90, 110), tone().silhouette(0.85));
      canvas.fill(new Rectangle2D.Double(338, 380, 14, 80), tone().silhouette(1));
    }
    for (int x = 0; x < 400; x += 22) {
      canvas.fill(new Rectangle2D.Double(x, 470, 7, 44), roof);
    }
    canvas.fill(new Rectangle2D.Double(0, 484, 400, 6), roof);
  }

  /// The lit window of the house.
  private void pane(Graphics2D g, int rgb) {
    g.setColor(new Color(rgb));
    for (int i = 0; i < 4; i++) {
      int column = i % 2;
      int row = i / 2;
      g.fill(new Rectangle2D.Double(142 + column * 17, 322 + row * 20, 14, 17));
    }
  }

  private void animal(Canvas canvas) {
    var animal = Animal.SHOWN.get(random.nextInt(Animal.SHOWN.size()));
    double r = 120 + random.nextInt(40);
    canvas.fill(
        new Ellipse2D.Double(200 - r, 270 - r, 2 * r, 2 * r),
        tone().bright ? tone().accent : tone().at(0.7));
    if (tone() == Tone.COLOURFUL) {
      for (int i = 0; i < 5; i++) {
        double s = r * (0.9 - 0.17 * i);
        canvas.fill(
            new Ellipse2D.Double(200 - s, 270 - s, 2 * s, 2 * s),
            new int[] {0xf25f5c, 0xffb13b, 0xffe066, 0x50c878, 0x4aa8e8}[i]);
      }
    }
    boolean air = animal == Animal.BIRD || animal == Animal.WHALE;
    double foot = air ? 380 : 450;
    if (!air) {
      canvas.fill(new Ellipse2D.Double(-120, 430, 640, 300), tone().silhouette(0.6));
    }
    boolean left = random.nextBoolean();
    canvas.fill(
        animal.at(200, foot, 210, left), tone().bright ? tone().at(0.06) : tone().silhouette(1));
    canvas.fill(animal.eye(200, foot, 210, left), tone().at(0.95));
  }

  /// An open hand that reaches up.
  private void hand(Canvas canvas) {
    double lean = (random.nextDouble() - 0.5) * 0.4;
    int skin = tone().bright ? tone().at(0.12) : Colour.mix(tone().at(0.75), 0xe8c0a0, 0.4);
    canvas.veil(
        tone().accent,
        (u, v) -> Math.max(0, 0.55 - 2.2 * ((u - 0.5) * (u - 0.5) + (v - 0.4) * (v - 0.4))));
    Graphics2D g = canvas.g;
    var before = new AffineTransform(g.getTransform());
    g.rotate(lean, 200, 470);
    for (int pass = 0; pass < 2; pass++) {
      double off = pass == 0 ? 5 : 0;
      g.setColor(new Color(pass == 0 ? Colour.scale(skin, 0.35) : skin));
      finger(g, 158 + off, 320, 132 + off, 205, 25);
      finger(g, 184 + off, 310, 176 + off, 165, 27);
      finger(g, 212 + off, 310, 220 + off, 158, 27);
      finger(g, 238 + off, 322, 260 + off, 190, 25);
      finger(g, 236 + off, 390, 304 + off, 300, 28);
      g.fill(new RoundRectangle2D.Double(144 + off, 296, 108, 128, 56, 56));
      polygon(
          canvas,
          g.getColor().getRGB(),
          162 + off,
          400,
          240 + off,
          400,
          246 + off,
          640,
          158 + off,
          640);
    }
    g.setColor(new Color(Colour.scale(skin, 0.6)));
    g.setStroke(new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(new QuadCurve2D.Double(252, 340, 215, 362, 180, 334)); // the creases of the palm
    g.draw(new QuadCurve2D.Double(150, 356, 195, 350, 238, 382));
    g.draw(new QuadCurve2D.Double(244, 352, 196, 366, 212, 424));
    g.setTransform(before);
  }

  private static void finger(
      Graphics2D g, double x0, double y0, double x1, double y1, double wide) {
    g.setStroke(new BasicStroke((float) wide, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(new Line2D.Double(x0, y0, x1, y1));
  }

  private void castle(Canvas canvas) {
    canvas.fill(new Ellipse2D.Double(140, 150, 120, 120), tone().at(0.95), 0.9);
    for (int i = 0; i < 6; i++) {
      double y = 250 + random.nextInt(200);
      canvas.fill(
          new Ellipse2D.Double(random.nextInt(400) - 100, y, 180 + random.nextInt(120), 26),
          tone().at(0.8),
          0.25);
    }
    int stone = tone().silhouette(0.85);
    tower(canvas, 175, 245, 50, stone);
    tower(canvas, 120, 320, 40, stone);
    tower(canvas, 240, 305, 44, stone);
    tower(canvas, 84, 375, 30, stone);
    tower(canvas, 290, 365, 32, stone);
    canvas.fill(new Rectangle2D.Double(90, 400, 225, 90), stone);
    for (int x = 90; x < 315; x += 16) {
      canvas.fill(new Rectangle2D.Double(x, 392, 9, 10), stone);
    }
    canvas.fill(new Arc2D.Double(184, 430, 36, 80, 0, 180, Arc2D.PIE), tone().at(0.9));
    polygon(
        canvas,
        tone().silhouette(1),
        0,
        520,
        80,
        470,
        200,
        486,
        330,
        466,
        400,
        510,
        400,
        600,
        0,
        600);
  }

  private void tower(Canvas canvas, double x, double top, double wide, int stone) {
    canvas.fill(new Rectangle2D.Double(x, top, wide, 490 - top), stone);
    polygon(
        canvas,
        Colour.mix(stone, tone().accent, 0.45),
        x - 5,
        top,
        x + wide / 2,
        top - wide * 1.3,
        x + wide + 5,
        top);
    canvas.fill(new Rectangle2D.Double(x + wide / 2 - 3, top + 18, 6, 12), tone().at(0.95));
    polygon(
        canvas,
        tone().accent,
        x + wide / 2,
        top - wide * 1.3,
        x + wide / 2 + 20,
        top - wide * 1.3 - 12,
        x + wide / 2,
        top - wide * 1.3 - 22);
  }

  private void flowers(Canvas canvas) {
    int green = Colour.mix(tone().at(0.2), 0x3c7d48, 0.6);
    int count = 3 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      double x = 60 + i * 280.0 / (count - 1);
      double y = 200 + random.nextInt(150);
      canvas.g.setColor(new Color(green));
      canvas.g.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      var stem = new Path2D.Double();
      stem.moveTo(x, y);
      stem.curveTo(x + 20, y + 120, 200 + (x - 200) * 0.4, y + 180, 200, 620);
      canvas.g.draw(stem);
      canvas.fill(new Ellipse2D.Double(x + 4, y + 110, 46, 16), green);
      bloom(canvas, x, y, 34 + random.nextInt(26));
    }
  }

  private void bloom(Canvas canvas, double x, double y, double r) {
    int petal = Colour.vary(tone().accent, random, 0.5);
    int petals = 5 + random.nextInt(4);
    for (int ring = 0; ring < 2; ring++) {
      double s = ring == 0 ? 1 : 0.62;
      for (int i = 0; i < petals; i++) {
        double a = 2 * Math.PI * (i + 0.5 * ring) / petals;
        double px = x + r * s * 0.62 * StrictMath.cos(a);
        double py = y + r * s * 0.62 * StrictMath.sin(a);
        canvas.fill(
            new Ellipse2D.Double(px - r * s * 0.5, py - r * s * 0.5, r * s, r * s),
            Colour.mix(petal, 0xffffff, 0.28 * ring + 0.1 * (i % 2)));
      }
    }
    canvas.fill(new Ellipse2D.Double(x - r * 0.24, y - r * 0.24, r * 0.48, r * 0.48), 0xffd24a);
  }

  private void guitar(Canvas canvas) {
    canvas.veil(
        tone().at(0.8),
        (u, v) -> 0.5 * Math.max(0, 1 - Math.abs(u - 0.5) * (9 - 7 * v)) * (1 - v * 0.4));
    Graphics2D g = canvas.g;
    var before = new AffineTransform(g.getTransform());
    g.rotate(0.45, 200, 330);
    int wood = tone().bright ? tone().accent : Colour.mix(tone().accent, 0x8a4a20, 0.45);
    canvas.fill(new Rectangle2D.Double(190, 90, 20, 260), Colour.scale(wood, 0.35));
    canvas.fill(new RoundRectangle2D.Double(182, 62, 36, 44, 8, 8), Colour.scale(wood, 0.3));
    canvas.fill(new Ellipse2D.Double(138, 290, 124, 110), wood);
    canvas.fill(new Ellipse2D.Double(120, 355, 160, 142), wood);
    canvas.fill(new Ellipse2D.Double(172, 322, 56, 56), Colour.scale(wood, 0.2));
    canvas.fill(new Rectangle2D.Double(165, 430, 70, 12), Colour.scale(wood, 0.3));
    g.setColor(new Color(0xf4ead8));
    g.setStroke(new BasicStroke(1));
    for (int i = 0; i < 6; i++) {
      g.draw(new Line2D.Double(192 + i * 3.2, 90, 190 + i * 4, 436));
    }
    g.setTransform(before);
  }

  /// The guitar's outline as a tube of light.
  private void outline(Graphics2D g) {
    g.rotate(0.45, 200, 330);
    g.setStroke(new BasicStroke(4));
    g.setColor(new Color(0xff2fa8));
    var body = new java.awt.geom.Area(new Ellipse2D.Double(132, 284, 136, 122));
    body.add(new java.awt.geom.Area(new Ellipse2D.Double(113, 348, 174, 156)));
    g.draw(body);
    g.setColor(new Color(0x21e6ff));
    g.draw(new Rectangle2D.Double(186, 60, 28, 236));
  }
}
