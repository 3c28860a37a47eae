package dev.anmok.app.sample.poster;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;

/// Outlines of animals that look to the right, each a closed curve through points of a square of
/// side 100 whose ground is at 100.
enum Animal {
  CAT(
      "12 98 20 70 30 55 46 50 58 48 62 30 60 12 68 22 78 22 86 12 86 32 84 44 76 50 76 66 78 98 68 98"
          + " 66 74 60 80 44 82 42 98"),
  DOG(
      "12 60 4 42 10 40 20 52 58 50 64 34 66 20 76 26 84 28 96 36 94 44 82 48 78 60 76 98 68 98 66 74"
          + " 34 72 30 98 22 98 20 70"),
  WOLF(
      "8 98 14 76 10 60 20 62 34 54 52 48 60 34 62 24 74 8 84 0 80 16 84 22 76 34 72 48 70 62 72 98 64"
          + " 98 62 72 40 74 30 82 26 98"),
  HORSE(
      "6 72 4 50 12 46 20 42 50 42 58 30 66 12 72 4 76 10 88 22 94 30 90 36 80 30 76 40 74 54 72 66 76"
          + " 98 70 98 66 70 34 66 30 98 24 98 22 64 14 60"),
  BIRD(
      "2 40 22 22 42 34 52 46 60 40 68 24 98 8 86 34 76 52 84 56 78 62 64 62 50 66 36 78 40 60 22 44"),
  WHALE(
      "4 42 0 24 10 30 20 22 18 40 30 46 48 34 74 34 92 46 98 60 90 72 66 76 50 74 56 88 44 80 36 68 20"
          + " 56"),
  RABBIT(
      "16 92 8 86 14 80 18 66 34 56 52 56 58 46 54 20 58 6 64 22 66 34 70 10 76 8 76 34 86 46 88 54 80"
          + " 60 74 62 72 76 74 96 62 98 58 84 40 92 30 98");

  private final String points;

  Animal(String points) {
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
    double s = size / 100;
    var place =
        left
            ? new AffineTransform(-s, 0, 0, s, x + size / 2, foot - size)
            : new AffineTransform(s, 0, 0, s, x - size / 2, foot - size);
    return outline().createTransformedShape(place);
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
