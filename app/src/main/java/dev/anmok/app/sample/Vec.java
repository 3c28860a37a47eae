package dev.anmok.app.sample;

/// A point or direction in metres: x to the right, y up, z away from the viewer.
record Vec(double x, double y, double z) {
  static final Vec UP = new Vec(0, 1, 0);

  Vec plus(Vec o) {
    return new Vec(x + o.x, y + o.y, z + o.z);
  }

  Vec minus(Vec o) {
    return new Vec(x - o.x, y - o.y, z - o.z);
  }

  Vec times(double s) {
    return new Vec(x * s, y * s, z * s);
  }

  double dot(Vec o) {
    return x * o.x + y * o.y + z * o.z;
  }

  Vec cross(Vec o) {
    return new Vec(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
  }

  double length() {
    return Math.sqrt(dot(this));
  }

  /// This direction with length 1; a zero vector stays as it is.
  Vec unit() {
    double l = length();
    return l == 0 ? this : times(1 / l);
  }

  Vec mix(Vec o, double t) {
    return new Vec(x + (o.x - x) * t, y + (o.y - y) * t, z + (o.z - z) * t);
  }
}
