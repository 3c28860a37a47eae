package dev.anmok.app.sample.poster;

import java.awt.BasicStroke;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;

/// The silhouette of somebody who stands there, seen from behind.
final class Person {
  private final Area shape = new Area();
  private final double x;
  private final double foot;
  private final double tall;

  private Person(double x, double foot, double tall) {
    this.x = x;
    this.foot = foot;
    this.tall = tall;
  }

  /// What one may carry.
  enum Prop {
    NONE,
    UMBRELLA,
    HAT,
    RIFLE,
    SWORD,
    GUITAR,
    BALL
  }

  /// @param x column of the middle
  /// @param foot row of the feet
  /// @param tall height in pixels
  static Area of(double x, double foot, double tall, Prop prop, SplittableRandom random) {
    var person = new Person(x, foot, tall);
    person.body(random.nextInt(3) == 0, 0.5 + random.nextDouble());
    person.carry(prop);
    return person.shape;
  }

  private void body(boolean dress, double stride) {
    oval(0, 0.925, 0.062, 0.075);
    polygon(-0.025, 0.88, 0.025, 0.88, 0.03, 0.8, -0.03, 0.8);
    polygon(-0.03, 0.845, 0.03, 0.845, 0.13, 0.8, 0.11, 0.5, -0.11, 0.5, -0.13, 0.8);
    if (dress) {
      polygon(-0.09, 0.55, 0.09, 0.55, 0.2, 0.22, -0.2, 0.22);
    } else {
      polygon(-0.115, 0.55, 0.115, 0.55, 0.13, 0.36, -0.13, 0.36);
    }
    double out = 0.05 * stride;
    limb(0.066, -0.05, 0.45, -0.05 - out, 0.03);
    limb(0.066, 0.05, 0.45, 0.05 + out, 0.03);
    oval(-0.065 - out, 0.015, 0.055, 0.02);
    oval(0.065 + out, 0.015, 0.055, 0.02);
    limb(0.035, -0.13, 0.78, -0.17, 0.42);
    limb(0.035, 0.13, 0.78, 0.17, 0.42);
  }

  private void carry(Prop prop) {
    switch (prop) {
      case NONE -> {}
      case UMBRELLA -> {
        limb(0.012, 0.13, 0.6, 0.1, 1.2);
        var half = ellipse(0.1, 1.12, 0.3, 0.18);
        half.subtract(
            new Area(new Rectangle2D.Double(x - tall, foot - 1.12 * tall, 2 * tall, tall)));
        shape.add(half);
      }
      case HAT -> {
        oval(0, 0.97, 0.12, 0.018);
        oval(0, 0.99, 0.06, 0.045);
      }
      case RIFLE -> {
        limb(0.022, -0.16, 0.42, 0.2, 1.02);
        oval(0, 0.965, 0.08, 0.05);
      }
      case SWORD -> {
        limb(0.02, 0.17, 0.42, 0.34, 0.05);
        limb(0.02, 0.12, 0.34, 0.26, 0.38);
        polygon(-0.13, 0.82, 0.13, 0.82, 0.24, 0.14, -0.24, 0.14);
      }
      case GUITAR -> {
        oval(0.02, 0.58, 0.13, 0.1);
        limb(0.025, 0.05, 0.6, 0.4, 0.82);
      }
      case BALL -> oval(0.3, 0.06, 0.06, 0.06);
    }
  }

  private void oval(double dx, double up, double rx, double ry) {
    shape.add(ellipse(dx, up, rx, ry));
  }

  private Area ellipse(double dx, double up, double rx, double ry) {
    return new Area(
        new Ellipse2D.Double(
            x + (dx - rx) * tall, foot - (up + ry) * tall, 2 * rx * tall, 2 * ry * tall));
  }

  private void polygon(double... points) {
    var path = new Path2D.Double();
    for (int i = 0; i < points.length; i += 2) {
      double px = x + points[i] * tall;
      double py = foot - points[i + 1] * tall;
      if (i == 0) {
        path.moveTo(px, py);
      } else {
        path.lineTo(px, py);
      }
    }
    path.closePath();
    shape.add(new Area(path));
  }

  private void limb(double width, double x0, double up0, double x1, double up1) {
    var line = new Path2D.Double();
    line.moveTo(x + x0 * tall, foot - up0 * tall);
    line.lineTo(x + x1 * tall, foot - up1 * tall);
    var pen =
        new BasicStroke((float) (width * tall), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    shape.add(new Area(pen.createStrokedShape(line)));
  }
}
