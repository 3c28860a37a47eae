package dev.anmok.app.sample;

import java.util.List;

/// How much of a beam reaches a point: a depth picture taken along the beam.
final class Shadow {
  private static final int SIDE = 420;
  private static final double[] TAPS = {
    0.1, 0.15, -0.6, 0.35, 0.5, -0.45, -0.25, -0.8, 0.85, 0.3, 0.2, 0.85, -0.9, -0.3
  };

  private final Raster raster;
  private final double blur;

  /// @param middle the middle of what the beam shines on
  /// @param reach half the width it shines on, in metres
  Shadow(Beam beam, List<Triangle> triangles, Vec middle, double reach) {
    var camera = Camera.parallel(middle, beam.direction(), reach);
    this.raster = new Raster(SIDE, SIDE, camera).draw(triangles, beam.shadows());
    this.blur = Math.max(beam.blur() / reach * SIDE / 2, 1.2);
  }

  /// 0 in full shadow to 1 in full light.
  double lit(double px, double py, double pz) {
    Camera c = raster.camera;
    double dx = px - c.eye().x();
    double dy = py - c.eye().y();
    double dz = pz - c.eye().z();
    double scale = c.zoom() * SIDE / 2;
    double x = SIDE / 2.0 + (dx * c.right().x() + dy * c.right().y() + dz * c.right().z()) * scale;
    double y = SIDE / 2.0 - (dx * c.up().x() + dy * c.up().y() + dz * c.up().z()) * scale;
    double deep = dx * c.forward().x() + dy * c.forward().y() + dz * c.forward().z();
    double mine = 0.03 + blur * 0.004 - deep;
    int open = 0;
    for (int i = 0; i < TAPS.length; i += 2) {
      int column = (int) (x + TAPS[i] * blur);
      int row = (int) (y + TAPS[i + 1] * blur);
      boolean outside = column < 0 || row < 0 || column >= SIDE || row >= SIDE;
      if (outside || raster.closeness[row * SIDE + column] <= mine) {
        open++;
      }
    }
    return open / (TAPS.length / 2.0);
  }
}
