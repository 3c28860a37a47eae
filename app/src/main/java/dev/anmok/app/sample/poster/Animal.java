package dev.anmok.app.sample.poster;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;

/// Outlines of animals that look to the right, each a closed curve through points of a square of
/// side 100 whose ground is at 100.
enum Animal {
  CAT(
      76,
      25,
      "30 98 20 98 6 96 0 84 4 72 10 74 8 84 14 90 22 90 24 74 32 56 44 44 52 38 54 32 52 24 54 6 54 6"
          + " 62 14 70 14 78 4 78 4 80 20 84 26 86 32 80 40 72 44 74 58 72 72 72 92 80 98 80 98 62 98 62"
          + " 90 60 76 54 84 56 96 58 98"),
  DOG(
      83,
      23,
      "4 26 0 28 6 40 12 50 14 58 18 76 14 98 14 98 24 98 24 98 26 84 34 70 36 84 33 98 33 98 42 98 42 98"
          + " 42 82 46 68 56 68 60 84 57 98 57 98 66 98 66 98 68 78 70 98 70 98 79 98 79 98 79 78 81 60"
          + " 80 50 84 42 94 39 100 34 99 27 88 23 84 15 78 13 72 2 72 2 69 16 66 30 58 42 40 44 18 44"),
  WOLF(
      76,
      16,
      "8 98 14 76 10 60 20 62 34 54 52 48 60 34 62 24 74 8 84 0 80 16 84 22 76 34 72 48 70 62 72 98 64"
          + " 98 62 72 40 74 30 82 26 98"),
  HORSE(
      91,
      16,
      "8 44 2 60 2 84 2 84 10 84 12 62 14 60 12 70 16 80 12 98 12 98 20 98 20 98 22 82 27 68 29 82 27 98"
          + " 27 98 35 98 35 98 36 80 40 65 50 67 59 65 60 80 57 98 57 98 65 98 65 98 68 80 69 68 72 82 72"
          + " 98 72 98 80 98 80 98 79 78 79 58 83 46 87 34 89 29 96 37 100 34 100 28 94 12 90 6 88 -4 88"
          + " -4 83 4 74 10 66 26 58 37 48 41 34 39 20 37 12 38"),
  BIRD(
      77,
      57,
      "2 40 22 22 42 34 52 46 60 40 68 24 98 8 86 34 76 52 84 56 78 62 64 62 50 66 36 78 40 60 22 44"),
  WHALE(
      84,
      52,
      "4 42 0 24 10 30 20 22 18 40 30 46 48 34 74 34 92 46 98 60 90 72 66 76 50 74 56 88 44 80 36 68 20"
          + " 56"),
  RABBIT(
      76,
      47,
      "16 92 8 86 14 80 18 66 34 56 52 56 58 46 54 20 58 6 64 22 66 34 70 10 76 8 76 34 86 46 88 54 80"
          + " 60 74 62 72 76 74 96 62 98 58 84 40 92 30 98");

  private final double eyeX;
  private final double eyeY;
  private final String points;

  Animal(double eyeX, double eyeY, String points) {
    this.eyeX = eyeX;
    this.eyeY = eyeY;
    this.points = points;
  }

  static final List<Animal> SHOWN = List.of(CAT, DOG, HORSE, BIRD, WHALE, RABBIT);

  /// Its outline.
  ///
  /// @param x column of its middle
  /// @param foot row of its feet
  /// @param size length in pixels
  /// @param left whether it looks to the left
  Shape at(double x, double foot, double size, boolean left) {
    return place(x, foot, size, left).createTransformedShape(outline());
  }

  /// Its eye, for the same numbers.
  Shape eye(double x, double foot, double size, boolean left) {
    var round = new Ellipse2D.Double(eyeX - 1.5, eyeY - 1.5, 3, 3);
    return place(x, foot, size, left).createTransformedShape(round);
  }

  private static AffineTransform place(double x, double foot, double size, boolean left) {
    double s = size / 100;
    return left
        ? new AffineTransform(-s, 0, 0, s, x + size / 2, foot - size)
        : new AffineTransform(s, 0, 0, s, x - size / 2, foot - size);
  }

  /// A smooth closed curve through the middles between neighbouring points.
  private Path2D outline() {
    double[] p =
        java.util.Arrays.stream(points.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    int n = p.length / 2;
    var path = new Path2D.Double();
    for (int i = 0; i <= n; i++) {
      double x = p[i % n * 2];
      double y = p[i % n * 2 + 1];
      double mx = (x + p[(i + 1) % n * 2]) / 2;
      double my = (y + p[(i + 1) % n * 2 + 1]) / 2;
      if (i == 0) {
        path.moveTo(mx, my);
      } else {
        path.quadTo(x, y, mx, my);
      }
    }
    path.closePath();
    return path;
  }
}
