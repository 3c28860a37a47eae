package dev.anmok.app.sample;

/// A view of the scene: a point of view with perspective, or parallel rays as the sun sends them.
///
/// @param zoom with perspective the focal length in half picture widths, otherwise pixels per metre
///   in half picture widths
record Camera(Vec eye, Vec right, Vec up, Vec forward, double zoom, boolean perspective) {
  static Camera look(Vec eye, Vec target, double zoom) {
    return towards(eye, target.minus(eye).unit(), zoom, true);
  }

  /// Parallel rays travelling along `direction`, seen around a middle point.
  ///
  /// @param reach half the width seen, in metres
  static Camera parallel(Vec middle, Vec direction, double reach) {
    Vec eye = middle.minus(direction.unit().times(reach * 4));
    return towards(eye, direction.unit(), 1 / reach, false);
  }

  private static Camera towards(Vec eye, Vec forward, double zoom, boolean perspective) {
    Vec guide = Math.abs(forward.y()) < 0.99 ? Vec.UP : new Vec(0, 0, 1);
    Vec right = guide.cross(forward).unit();
    return new Camera(eye, right, forward.cross(right), forward, zoom, perspective);
  }

  /// The point in the camera's own axes.
  Vec seen(Vec p) {
    Vec d = p.minus(eye);
    return new Vec(d.dot(right), d.dot(up), d.dot(forward));
  }

  /// The direction of the ray through a place of the picture; its part along `forward` is 1.
  ///
  /// @param x from -1 at the left edge to 1 at the right edge
  /// @param y in the same measure, up
  Vec ray(double x, double y) {
    return forward.plus(right.times(x / zoom)).plus(up.times(y / zoom));
  }
}
