package dev.anmok.app.sample;

import java.util.Arrays;
import java.util.List;

/// Which triangle is nearest at every sample of a picture: the classic depth buffer.
final class Raster {
  private static final double NEAR = 0.02;

  final int width;
  final int height;
  final Camera camera;

  /// Index of the triangle seen, -1 for none.
  final int[] nearest;

  /// Closeness, larger is closer: 1 / distance with perspective, -distance without.
  final float[] closeness;

  Raster(int width, int height, Camera camera) {
    this.width = width;
    this.height = height;
    this.camera = camera;
    this.nearest = new int[width * height];
    this.closeness = new float[width * height];
    Arrays.fill(nearest, -1);
    Arrays.fill(closeness, Float.NEGATIVE_INFINITY);
  }

  /// Draws the triangles that cast into any of the given lights; -1 draws all.
  Raster draw(List<Triangle> triangles, int casting) {
    for (int i = 0; i < triangles.size(); i++) {
      Triangle t = triangles.get(i);
      if (casting == -1 || (t.casts & casting) != 0) {
        clip(camera.seen(t.a.at()), camera.seen(t.b.at()), camera.seen(t.c.at()), i);
      }
    }
    return this;
  }

  double column(Vec seen) {
    double x = camera.perspective() ? seen.x() / seen.z() : seen.x();
    return (x * camera.zoom() + 1) * width / 2;
  }

  double row(Vec seen) {
    double y = camera.perspective() ? seen.y() / seen.z() : seen.y();
    return height / 2.0 - y * camera.zoom() * width / 2;
  }

  private double close(Vec seen) {
    return camera.perspective() ? 1 / seen.z() : -seen.z();
  }

  /// Cuts away what lies behind the viewer, then fills what is left as a fan.
  private void clip(Vec a, Vec b, Vec c, int id) {
    Vec[] in = {a, b, c};
    Vec[] out = new Vec[4];
    int n = 0;
    for (int i = 0; i < 3; i++) {
      Vec p = in[i];
      Vec q = in[(i + 1) % 3];
      if (p.z() >= NEAR) {
        out[n++] = p;
      }
      if ((p.z() >= NEAR) != (q.z() >= NEAR)) {
        out[n++] = p.mix(q, (NEAR - p.z()) / (q.z() - p.z()));
      }
    }
    for (int i = 2; i < n; i++) {
      fill(out[0], out[i - 1], out[i], id);
    }
  }

  private void fill(Vec a, Vec b, Vec c, int id) {
    double ax = column(a);
    double ay = row(a);
    double bx = column(b);
    double by = row(b);
    double cx = column(c);
    double cy = row(c);
    double area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
    if (area == 0) {
      return;
    }
    double za = close(a);
    double sx = ((close(b) - za) * (cy - ay) - (close(c) - za) * (by - ay)) / area;
    double sy = ((close(c) - za) * (bx - ax) - (close(b) - za) * (cx - ax)) / area;
    int top = (int) Math.max(0, Math.ceil(Math.min(ay, Math.min(by, cy)) - 0.5));
    int bottom = (int) Math.min(height - 1.0, Math.floor(Math.max(ay, Math.max(by, cy)) - 0.5));
    for (int y = top; y <= bottom; y++) {
      double yc = y + 0.5;
      double lo = Double.POSITIVE_INFINITY;
      double hi = Double.NEGATIVE_INFINITY;
      for (int e = 0; e < 3; e++) {
        double x0 = e == 0 ? ax : e == 1 ? bx : cx;
        double y0 = e == 0 ? ay : e == 1 ? by : cy;
        double x1 = e == 0 ? bx : e == 1 ? cx : ax;
        double y1 = e == 0 ? by : e == 1 ? cy : ay;
        if ((y0 <= yc) != (y1 <= yc)) {
          double x = crossing(x0, y0, x1, y1, yc);
          lo = Math.min(lo, x);
          hi = Math.max(hi, x);
        }
      }
      int from = (int) Math.max(0, Math.ceil(lo - 0.5));
      int to = (int) Math.min(width - 1.0, Math.ceil(hi - 0.5) - 1);
      double z = za + sx * (from + 0.5 - ax) + sy * (yc - ay);
      int at = y * width + from;
      for (int x = from; x <= to; x++, at++, z += sx) {
        if (z > closeness[at]) {
          closeness[at] = (float) z;
          nearest[at] = id;
        }
      }
    }
  }

  /// Where an edge crosses a row. Neighbours name a shared edge's ends in either order and must get
  /// the same answer, or a gap opens between them.
  private static double crossing(double x0, double y0, double x1, double y1, double y) {
    return y0 < y1
        ? x0 + (x1 - x0) * ((y - y0) / (y1 - y0))
        : x1 + (x0 - x1) * ((y - y1) / (y0 - y1));
  }
}
