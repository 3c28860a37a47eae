package dev.anmok.app.sample;

import java.util.ArrayList;
import java.util.List;

/// Collects the surfaces of a scene. Shapes are given in the axes of the current placement.
final class Mesh {
  static final int SUN = 1;
  static final int SKY = 2;

  private final List<Triangle> triangles = new ArrayList<>();
  private Placement placement = Placement.WORLD;
  private int casts = SUN | SKY;

  Mesh at(Placement next) {
    placement = next;
    return this;
  }

  Placement placement() {
    return placement;
  }

  /// Which lights what follows keeps out: [#SUN], [#SKY], both or 0.
  Mesh casting(int lights) {
    casts = lights;
    return this;
  }

  List<Triangle> triangles() {
    return triangles;
  }

  /// A flat four-sided surface; its texture is laid in metres from `a`, u towards `b`, v towards
  /// `d`.
  void quad(Vec a, Vec b, Vec c, Vec d, Material material) {
    double w = placement.direction(b.minus(a)).length();
    double h = placement.direction(d.minus(a)).length();
    flat(a, b, c, d, w, h, material);
  }

  /// A flat four-sided surface; its texture is stretched over it, `a` being 0,0 and `c` being 1,1.
  void sheet(Vec a, Vec b, Vec c, Vec d, Material material) {
    flat(a, b, c, d, 1, 1, material);
  }

  /// An upright box between two opposite corners.
  void box(Vec lo, Vec hi, Material m) {
    Vec[] p = new Vec[8];
    for (int i = 0; i < 8; i++) {
      p[i] =
          new Vec(
              (i & 1) == 0 ? lo.x() : hi.x(),
              (i & 2) == 0 ? lo.y() : hi.y(),
              (i & 4) == 0 ? lo.z() : hi.z());
    }
    quad(p[0], p[1], p[3], p[2], m);
    quad(p[4], p[5], p[7], p[6], m);
    quad(p[0], p[4], p[6], p[2], m);
    quad(p[1], p[5], p[7], p[3], m);
    quad(p[2], p[3], p[7], p[6], m);
    quad(p[0], p[1], p[5], p[4], m);
  }

  /// A box given by the middle of its base and its width, height and depth.
  void block(double x, double y, double z, Vec size, Material m) {
    box(
        new Vec(x - size.x() / 2, y, z - size.z() / 2),
        new Vec(x + size.x() / 2, y + size.y(), z + size.z() / 2),
        m);
  }

  /// A four-sided piece of a curved surface.
  void smooth(Vertex a, Vertex b, Vertex c, Vertex d, Material material) {
    Vertex pa = placed(a);
    Vertex pc = placed(c);
    triangles.add(new Triangle(pa, placed(b), pc, material, casts));
    triangles.add(new Triangle(pa, pc, placed(d), material, casts));
  }

  private void flat(Vec a, Vec b, Vec c, Vec d, double w, double h, Material material) {
    Vec n = b.minus(a).cross(d.minus(a)).unit();
    smooth(
        new Vertex(a, n, 0, 0),
        new Vertex(b, n, w, 0),
        new Vertex(c, n, w, h),
        new Vertex(d, n, 0, h),
        material);
  }

  private Vertex placed(Vertex v) {
    return new Vertex(
        placement.point(v.at()), placement.direction(v.normal()).unit(), v.u(), v.v());
  }
}
