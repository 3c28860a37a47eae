package dev.anmok.app.sample.poster;

import dev.anmok.app.sample.Colour;
import dev.anmok.app.sample.Noise;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;

/// What lies outdoors: mountains, the sea, a forest, a moon, a planet, or somebody on the horizon.
record Landscape(Design design, SplittableRandom random) implements Motif {
  @Override
  public void paint(Canvas canvas) {
    switch (design.composition()) {
      case MOUNTAIN -> mountains(canvas);
      case SEA -> sea(canvas);
      case FOREST -> forest(canvas);
      case MOON -> moon(canvas);
      case PLANET -> planet(canvas);
      default -> figure(canvas);
    }
  }

  private Tone tone() {
    return design.tone();
  }

  private void mountains(Canvas canvas) {
    disc(canvas, 90 + random.nextInt(220), 150 + random.nextInt(70), 26 + random.nextInt(40));
    boolean snow = design.weather() == Weather.SNOW;
    for (int k = 0; k < 4; k++) {
      ridge(canvas, 235 + k * 70, 130 - 18 * k, 0.25 + 0.25 * k, snow && k < 2);
    }
  }

  /// A jagged line of mountains, filled down to the bottom.
  private void ridge(Canvas canvas, double base, double tall, double near, boolean snow) {
    int seed = random.nextInt(9999);
    var line = new Path2D.Double();
    line.moveTo(0, Canvas.HEIGHT);
    for (int x = 0; x <= Canvas.WIDTH; x += 4) {
      line.lineTo(x, ridge(x, base, tall, seed));
    }
    line.lineTo(Canvas.WIDTH, Canvas.HEIGHT);
    line.closePath();
    canvas.fill(line, tone().silhouette(near));
    if (snow) {
      snow(canvas, base, tall, seed);
    }
  }

  private void snow(Canvas canvas, double base, double tall, int seed) {
    canvas.g.setColor(new Color(tone().at(0.95)));
    canvas.g.setStroke(new BasicStroke(1.4f));
    for (int x = 0; x < Canvas.WIDTH; x++) {
      double top = ridge(x, base, tall, seed);
      double deep = (base - tall * 0.25 - top) * (0.35 + 0.6 * Noise.smooth(x / 5.0, 1, seed));
      if (deep > 0) {
        canvas.g.drawLine(x, (int) top, x, (int) (top + deep));
      }
    }
  }

  private static double ridge(double x, double base, double tall, int seed) {
    double peak = 1 - Math.abs(2 * Noise.smooth(x / 90, 0, seed) - 1);
    return base - tall * (peak + 0.22 * Noise.smooth(x / 17, 3, seed) - 0.2);
  }

  private void sea(Canvas canvas) {
    int horizon = 290 + random.nextInt(90);
    int sun = 120 + random.nextInt(160);
    int r = 34 + random.nextInt(50);
    disc(canvas, sun, horizon - random.nextInt(60), r);
    canvas.fill(
        new Rectangle2D.Double(0, horizon, Canvas.WIDTH, Canvas.HEIGHT), tone().silhouette(0.55));
    for (int i = 0; i < 130; i++) {
      double depth = random.nextDouble();
      double y = horizon + 3 + depth * depth * (Canvas.HEIGHT - horizon);
      double wide = 10 + 70 * depth;
      boolean path = random.nextInt(3) == 0;
      double x = path ? sun + (random.nextDouble() - 0.5) * r * (1.2 + depth) : random.nextInt(400);
      int rgb = path ? tone().at(0.9) : tone().silhouette(random.nextDouble());
      canvas.fill(new Ellipse2D.Double(x - wide / 2, y, wide, 1.5 + 3 * depth), rgb, 0.7);
    }
    boat(canvas, 80 + random.nextInt(240), horizon + 18 + random.nextInt(30));
  }

  private void boat(Canvas canvas, double x, double y) {
    var hull = new Path2D.Double();
    hull.moveTo(x - 34, y - 8);
    hull.lineTo(x + 36, y - 8);
    hull.lineTo(x + 24, y + 6);
    hull.lineTo(x - 24, y + 6);
    hull.closePath();
    canvas.fill(hull, tone().silhouette(1));
    var sail = new Path2D.Double();
    sail.moveTo(x, y - 70);
    sail.lineTo(x + 28, y - 14);
    sail.lineTo(x, y - 14);
    sail.moveTo(x - 4, y - 60);
    sail.lineTo(x - 4, y - 14);
    sail.lineTo(x - 24, y - 14);
    canvas.fill(sail, tone().bright ? tone().accent : tone().at(0.8));
  }

  private void forest(Canvas canvas) {
    if (random.nextBoolean()) {
      disc(canvas, 200, 190, 60);
    }
    for (int layer = 0; layer < 4; layer++) {
      double near = 0.2 + 0.26 * layer;
      for (int i = 0; i < 15 - 3 * layer; i++) {
        trunk(canvas, random.nextInt(420) - 10, 4 + layer * 7, near);
      }
      canvas.veil(tone().at(0.55), (u, v) -> 0.22 * Math.max(0, 1 - Math.abs(v - 0.6) * 3));
    }
    double x = 170 + random.nextInt(60);
    canvas.veil(
        tone().at(0.8),
        (u, v) -> {
          double dx = (u * 400 - x) / 90;
          double dy = (v * 600 - 370) / 110;
          return 0.8 * Math.max(0, 1 - dx * dx - dy * dy);
        });
    canvas.fill(Person.of(x, 424, 110, Person.Prop.NONE, random), tone().silhouette(1));
    canvas.fill(new Rectangle2D.Double(0, 420, Canvas.WIDTH, 190), tone().silhouette(1));
  }

  private void trunk(Canvas canvas, double x, double wide, double near) {
    double lean = (random.nextDouble() - 0.5) * 30;
    var trunk = new Path2D.Double();
    trunk.moveTo(x - wide * 0.3 + lean, -10);
    trunk.lineTo(x + wide * 0.3 + lean, -10);
    trunk.lineTo(x + wide * 0.7, 540);
    trunk.lineTo(x - wide * 0.7, 540);
    trunk.closePath();
    canvas.fill(trunk, tone().silhouette(near));
    canvas.g.setStroke(new BasicStroke((float) (wide * 0.25)));
    for (int i = 0; i < 4; i++) {
      double y = 60 + random.nextInt(260);
      double out = (random.nextBoolean() ? 1 : -1) * (20 + random.nextInt(50));
      canvas.g.drawLine((int) (x + lean / 2), (int) y, (int) (x + out), (int) (y - 40));
    }
  }

  private void moon(Canvas canvas) {
    double r = 95 + random.nextInt(55);
    double x = 130 + random.nextInt(140);
    stars(canvas, 140);
    disc(canvas, x, 225, r);
    for (int i = 0; i < 9; i++) {
      double a = random.nextDouble() * 6.28;
      double d = Math.sqrt(random.nextDouble()) * r * 0.78;
      double c = 5 + random.nextInt(18);
      canvas.fill(
          new Ellipse2D.Double(
              x + d * StrictMath.cos(a) - c, 225 + d * StrictMath.sin(a) - c, 2 * c, 2 * c),
          tone().at(0.6),
          0.35);
    }
    ridge(canvas, 470, 60, 0.75, false);
    ridge(canvas, 520, 40, 1, false);
    if (random.nextBoolean()) {
      bareTree(canvas, 60 + random.nextInt(280), 520, 150);
    } else {
      canvas.fill(Animal.WOLF.at(x + 40, 500, 70, random.nextBoolean()), tone().silhouette(1));
    }
  }

  private void bareTree(Canvas canvas, double x, double y, double tall) {
    canvas.g.setColor(new Color(tone().silhouette(1)));
    branch(canvas, x, y, -Math.PI / 2, tall * 0.34, 6);
  }

  private void branch(Canvas canvas, double x, double y, double angle, double length, int left) {
    double ex = x + length * StrictMath.cos(angle);
    double ey = y + length * StrictMath.sin(angle);
    canvas.g.setStroke(new BasicStroke(left * 1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    canvas.g.draw(new java.awt.geom.Line2D.Double(x, y, ex, ey));
    if (left > 1) {
      for (int i = -1; i <= 1; i += 2) {
        double turn = i * (0.25 + 0.5 * random.nextDouble());
        branch(canvas, ex, ey, angle + turn, length * (0.68 + 0.2 * random.nextDouble()), left - 1);
      }
    }
  }

  private void planet(Canvas canvas) {
    stars(canvas, 260);
    canvas.veil(
        tone().accent, (u, v) -> 0.5 * Math.max(0, Noise.clouds(u * 3, v * 4, 77) * 1.6 - 0.8));
    double r = 80 + random.nextInt(80);
    double x = 110 + random.nextInt(180);
    double y = 190 + random.nextInt(90);
    int seed = random.nextInt(9999);
    boolean ringed = random.nextBoolean();
    if (ringed) {
      ring(canvas, x, y, r, 0);
    }
    globe(canvas, x, y, r, seed);
    if (ringed) {
      ring(canvas, x, y, r, 180);
    }
    rocket(canvas, 90 + random.nextInt(220), 400);
    ridge(canvas, 560, 50, 1, false);
  }

  /// Half of the planet's ring.
  ///
  /// @param from 0 for the half behind the planet, 180 for the one before it
  private void ring(Canvas canvas, double x, double y, double r, double from) {
    canvas.g.setStroke(new BasicStroke((float) (r * 0.11)));
    canvas.g.setColor(new Color((tone().at(0.8) & 0xffffff) | 0xd0000000, true));
    canvas.g.rotate(-0.3, x, y);
    canvas.g.draw(
        new java.awt.geom.Arc2D.Double(x - 1.6 * r, y - 0.32 * r, 3.2 * r, 0.64 * r, from, 180, 0));
    canvas.g.rotate(0.3, x, y);
  }

  private void globe(Canvas canvas, double cx, double cy, double r, int seed) {
    for (int y = (int) (cy - r); y <= cy + r; y++) {
      for (int x = (int) (cx - r); x <= cx + r; x++) {
        double dx = (x - cx) / r;
        double dy = (y - cy) / r;
        double z = 1 - dx * dx - dy * dy;
        if (z > 0 && x >= 0 && x < Canvas.WIDTH && y >= 0 && y < Canvas.HEIGHT) {
          double band = Noise.smooth(dy * 6 + Noise.smooth(dx * 3, dy * 5, seed), 2, seed);
          double lit = Math.max(0.03, 0.75 * -dx - 0.35 * dy + 0.55 * Math.sqrt(z));
          int rgb = Colour.mix(tone().at(0.55), tone().accent, band);
          int at = y * Canvas.WIDTH + x;
          canvas.pixels[at] =
              Colour.mix(canvas.pixels[at], Colour.scale(rgb, lit * 1.2), Math.min(1, z * r / 2));
        }
      }
    }
  }

  private void rocket(Canvas canvas, double x, double y) {
    var hull = new Path2D.Double();
    hull.moveTo(x, y - 46);
    hull.curveTo(x + 15, y - 26, x + 13, y, x + 10, y + 16);
    hull.lineTo(x + 20, y + 32);
    hull.lineTo(x - 20, y + 32);
    hull.lineTo(x - 10, y + 16);
    hull.curveTo(x - 13, y, x - 15, y - 26, x, y - 46);
    canvas.fill(hull, tone().at(0.92));
    canvas.fill(new Ellipse2D.Double(x - 5, y - 18, 10, 10), tone().accent);
    var fire = new Path2D.Double();
    fire.moveTo(x - 9, y + 32);
    fire.lineTo(x + 9, y + 32);
    fire.lineTo(x, y + 78);
    fire.closePath();
    canvas.fill(fire, 0xffb03a, 0.9);
  }

  private void stars(Canvas canvas, int count) {
    for (int i = 0; i < count; i++) {
      double s = 0.6 + random.nextDouble() * random.nextDouble() * 2.6;
      canvas.fill(
          new Ellipse2D.Double(random.nextInt(400), random.nextInt(480), s, s),
          tone().at(0.97),
          0.3 + 0.7 * random.nextDouble());
    }
  }

  private void figure(Canvas canvas) {
    double horizon = 430 + random.nextInt(60);
    if (random.nextInt(3) > 0) {
      disc(
          canvas,
          140 + random.nextInt(120),
          horizon - random.nextInt(150),
          60 + random.nextInt(70));
    }
    if (random.nextBoolean()) {
      ridge(canvas, horizon - 10, 60, 0.4, false);
    }
    var prop = prop();
    double tall = 120 + random.nextInt(150);
    canvas.fill(
        Person.of(130 + random.nextInt(140), horizon + 8, tall, prop, random),
        tone().silhouette(1));
    ridge(canvas, horizon + 14, 16, 1, false);
  }

  private Person.Prop prop() {
    if (design.weather() == Weather.RAIN) {
      return Person.Prop.UMBRELLA;
    }
    return switch (tone()) {
      case KHAKI -> Person.Prop.RIFLE;
      case DESERT, GREY -> Person.Prop.HAT;
      case GOLD, PURPLE -> Person.Prop.SWORD;
      case YELLOW, GREEN -> Person.Prop.BALL;
      default -> random.nextInt(3) == 0 ? Person.Prop.UMBRELLA : Person.Prop.NONE;
    };
  }

  /// A sun or moon with a soft edge of light.
  private void disc(Canvas canvas, double x, double y, double r) {
    int rgb = tone() == Tone.DARK_RED ? tone().accent : tone().at(0.97);
    canvas.veil(
        tone().at(0.75),
        (u, v) -> {
          double dx = (u * 400 - x) / (r * 2.6);
          double dy = (v * 600 - y) / (r * 2.6);
          double d = 1 - dx * dx - dy * dy;
          return d <= 0 ? 0 : 0.6 * d * d;
        });
    canvas.fill(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r), rgb);
  }
}
