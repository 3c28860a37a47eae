package dev.anmok.app.sample;

/// Where a thing stands: its own axes, of any length, and its origin in the room.
record Placement(Vec origin, Vec right, Vec up, Vec forward) {
  static final Placement WORLD = of(0, 0, 0, 0);

  /// Upright at a point of the room, turned about the vertical.
  ///
  /// @param yaw radians
  static Placement of(double x, double y, double z, double yaw) {
    double c = StrictMath.cos(yaw);
    double s = StrictMath.sin(yaw);
    return new Placement(new Vec(x, y, z), new Vec(c, 0, s), Vec.UP, new Vec(-s, 0, c));
  }

  /// The same place with the forward axis raised towards the up axis.
  ///
  /// @param angle radians
  Placement pitched(double angle) {
    double c = StrictMath.cos(angle);
    double s = StrictMath.sin(angle);
    Vec newUp = up.times(c).minus(forward.times(s));
    Vec newForward = forward.times(c).plus(up.times(s));
    return new Placement(origin, right, newUp, newForward);
  }

  Placement scaled(double s) {
    return new Placement(origin, right.times(s), up.times(s), forward.times(s));
  }

  /// A placement given in this one's own axes.
  Placement then(Placement inner) {
    return new Placement(
        point(inner.origin), direction(inner.right), direction(inner.up), direction(inner.forward));
  }

  Vec point(Vec local) {
    return origin.plus(direction(local));
  }

  Vec direction(Vec local) {
    return right.times(local.x()).plus(up.times(local.y())).plus(forward.times(local.z()));
  }
}
