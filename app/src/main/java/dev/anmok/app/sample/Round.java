package dev.anmok.app.sample;

import java.util.List;

/// Round shapes made of small smooth pieces.
final class Round {
  private final Mesh mesh;
  private final int sides;

  /// @param sides pieces around a full turn
  Round(Mesh mesh, int sides) {
    this.mesh = mesh;
    this.sides = sides;
  }

  /// A surface of revolution about the vertical: `outline` holds (radius, height) as x and y. The
  /// texture's u runs once around, its v from 0 to 1 along the outline.
  void lathe(List<Vec> outline, Material m) {
    for (int k = 0; k + 1 < outline.size(); k++) {
      Vec p = outline.get(k);
      Vec q = outline.get(k + 1);
      Vec slope = new Vec(q.y() - p.y(), p.x() - q.x(), 0).unit();
      double v0 = (double) k / (outline.size() - 1);
      double v1 = (double) (k + 1) / (outline.size() - 1);
      for (int i = 0; i < sides; i++) {
        mesh.smooth(
            ring(p, slope, i, v0),
            ring(p, slope, i + 1, v0),
            ring(q, slope, i + 1, v1),
            ring(q, slope, i, v1),
            m);
      }
    }
  }

  /// A flat disc facing up whose texture is stretched over its square.
  void disc(double radius, double y, Material m) {
    Vertex middle = new Vertex(new Vec(0, y, 0), Vec.UP, 0.5, 0.5);
    for (int i = 0; i < sides; i++) {
      mesh.smooth(middle, rim(radius, y, i), rim(radius, y, i + 0.5), rim(radius, y, i + 1), m);
    }
  }

  void cylinder(double radius, double y0, double y1, Material m) {
    lathe(List.of(new Vec(radius, y0, 0), new Vec(radius, y1, 0)), m);
    disc(radius, y1, m);
    disc(radius, y0, m);
  }

  /// An egg shape about a centre with a half-width per axis.
  void ellipsoid(Vec centre, Vec half, Material m) {
    int rows = Math.max(4, sides / 2);
    for (int j = 0; j < rows; j++) {
      for (int i = 0; i < sides; i++) {
        mesh.smooth(
            ball(centre, half, i, j, rows),
            ball(centre, half, i + 1, j, rows),
            ball(centre, half, i + 1, j + 1, rows),
            ball(centre, half, i, j + 1, rows),
            m);
      }
    }
  }

  /// A round bar between two points.
  void tube(Vec from, Vec to, double radius, Material m) {
    Vec axis = to.minus(from).unit();
    Vec side = axis.cross(Math.abs(axis.y()) < 0.9 ? Vec.UP : new Vec(1, 0, 0)).unit();
    Vec other = axis.cross(side);
    double length = to.minus(from).length();
    for (int i = 0; i < sides; i++) {
      Vec n0 = around(side, other, i);
      Vec n1 = around(side, other, i + 1);
      double u0 = (double) i / sides;
      double u1 = (i + 1.0) / sides;
      mesh.smooth(
          new Vertex(from.plus(n0.times(radius)), n0, u0, 0),
          new Vertex(from.plus(n1.times(radius)), n1, u1, 0),
          new Vertex(to.plus(n1.times(radius)), n1, u1, length),
          new Vertex(to.plus(n0.times(radius)), n0, u0, length),
          m);
    }
  }

  private Vec around(Vec side, Vec other, int i) {
    double angle = 2 * Math.PI * i / sides;
    return side.times(StrictMath.cos(angle)).plus(other.times(StrictMath.sin(angle)));
  }

  private Vertex ring(Vec p, Vec slope, int i, double v) {
    double angle = 2 * Math.PI * i / sides;
    double c = StrictMath.cos(angle);
    double s = StrictMath.sin(angle);
    return new Vertex(
        new Vec(p.x() * c, p.y(), p.x() * s),
        new Vec(slope.x() * c, slope.y(), slope.x() * s),
        (double) i / sides,
        v);
  }

  private Vertex rim(double radius, double y, double i) {
    double angle = 2 * Math.PI * i / sides;
    double c = StrictMath.cos(angle);
    double s = StrictMath.sin(angle);
    return new Vertex(new Vec(radius * c, y, radius * s), Vec.UP, 0.5 + c / 2, 0.5 - s / 2);
  }

  private Vertex ball(Vec centre, Vec half, int i, int j, int rows) {
    double a = 2 * Math.PI * i / sides;
    double b = Math.PI * j / rows;
    double r = StrictMath.sin(b);
    Vec n = new Vec(r * StrictMath.cos(a), StrictMath.cos(b), r * StrictMath.sin(a));
    Vec p = new Vec(n.x() * half.x(), n.y() * half.y(), n.z() * half.z());
    Vec outward = new Vec(n.x() / half.x(), n.y() / half.y(), n.z() / half.z()).unit();
    return new Vertex(centre.plus(p), outward, (double) i / sides, (double) j / rows);
  }
}
