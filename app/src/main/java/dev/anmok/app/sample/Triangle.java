package dev.anmok.app.sample;

/// A flat piece of surface, with what is needed to find texture and normal at any point of it: `p =
/// a + s·(b-a) + t·(c-a)`, where `s = (p-a)·sAxis` and `t = (p-a)·tAxis`.
final class Triangle {
  final Vertex a;
  final Vertex b;
  final Vertex c;
  final Material material;
  final int casts;
  final Vec face;
  final Vec sAxis;
  final Vec tAxis;

  Triangle(Vertex a, Vertex b, Vertex c, Material material, int casts) {
    this.a = a;
    this.b = b;
    this.c = c;
    this.material = material;
    this.casts = casts;
    Vec ab = b.at().minus(a.at());
    Vec ac = c.at().minus(a.at());
    this.face = ab.cross(ac);
    double area = Math.max(face.dot(face), 1e-18);
    this.sAxis = ac.cross(face).times(1 / area);
    this.tAxis = face.cross(ab).times(1 / area);
  }
}
