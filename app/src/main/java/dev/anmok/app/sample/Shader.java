package dev.anmok.app.sample;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/// The light a surface sends to the viewer: diffuse and a soft highlight (Blinn), under a
/// hemisphere of ambient light, beams with shadows and lamps without. Runs once per pixel, so it
/// works on plain numbers. Not thread-safe.
final class Shader {
  private static final int LAMP = 7;

  /// The square of the distance, in reaches, at which a lamp's light ends.
  private static final double FAR = 45;

  private final Lighting lighting;
  private final Vec eye;
  private final Shadow[] shadows;
  private final double[] lamps;

  // The point being shaded, its normal and the direction to the viewer.
  private double px;
  private double py;
  private double pz;
  private double nx;
  private double ny;
  private double nz;
  private double vx;
  private double vy;
  private double vz;

  // Light scattered by the surface, to be coloured by it, and light mirrored, which is not.
  private final double[] scattered = new double[3];
  private final double[] mirrored = new double[3];

  Shader(Lighting lighting, List<Triangle> triangles, Vec eye, Vec middle, double reach) {
    this.lighting = lighting;
    this.eye = eye;
    this.shadows =
        lighting.beams().stream()
            .map(beam -> new Shadow(beam, triangles, middle, reach))
            .toArray(Shadow[]::new);
    this.lamps =
        lighting.lamps().stream()
            .flatMapToDouble(l ->
                DoubleStream.of(
                    l.at().x(),
                    l.at().y(),
                    l.at().z(),
                    l.light().r(),
                    l.light().g(),
                    l.light().b(),
                    1 / l.reach()))
            .toArray();
  }

  /// Adds red, green and blue to `out` from `at` on, weighted by `share`.
  ///
  /// @param open how open the place is, 0..1
  void add(Triangle t, Vec ray, double open, double share, float[] out, int at) {
    double slant = t.face.dot(ray);
    Vec a = t.a.at();
    double far = slant == 0 ? 0 : (t.face.dot(a) - t.face.dot(eye)) / slant;
    px = eye.x() + ray.x() * far;
    py = eye.y() + ray.y() * far;
    pz = eye.z() + ray.z() * far;
    double dx = px - a.x();
    double dy = py - a.y();
    double dz = pz - a.z();
    double s = dx * t.sAxis.x() + dy * t.sAxis.y() + dz * t.sAxis.z();
    double q = dx * t.tAxis.x() + dy * t.tAxis.y() + dz * t.tAxis.z();
    double u = t.a.u() + s * (t.b.u() - t.a.u()) + q * (t.c.u() - t.a.u());
    double v = t.a.v() + s * (t.b.v() - t.a.v()) + q * (t.c.v() - t.a.v());
    int rgb = t.material.texture().at(u, v);
    double glow = t.material.glow();
    Arrays.fill(mirrored, 0);
    if (glow > 0) {
      Arrays.fill(scattered, glow);
    } else {
      face(t, ray, s, q);
      gather(open, t.material.gloss());
    }
    for (int c = 0; c < 3; c++) {
      double level = (rgb >> (16 - 8 * c)) & 255;
      out[at + c] += (float) ((level * level / 65025 * scattered[c] + mirrored[c]) * share);
    }
  }

  /// Sets normal and view; the normal is turned to the side that is seen.
  private void face(Triangle t, Vec ray, double s, double q) {
    double o = 1 - s - q;
    Vec a = t.a.normal();
    Vec b = t.b.normal();
    Vec c = t.c.normal();
    nx = a.x() * o + b.x() * s + c.x() * q;
    ny = a.y() * o + b.y() * s + c.y() * q;
    nz = a.z() * o + b.z() * s + c.z() * q;
    double length = -1 / Math.sqrt(ray.dot(ray));
    vx = ray.x() * length;
    vy = ray.y() * length;
    vz = ray.z() * length;
    double turn = nx * vx + ny * vy + nz * vz < 0 ? -1 : 1;
    double unit = turn / Math.max(1e-9, Math.sqrt(nx * nx + ny * ny + nz * nz));
    nx *= unit;
    ny *= unit;
    nz *= unit;
  }

  private void gather(double open, double gloss) {
    double up = (0.5 + 0.5 * ny) * open;
    double down = (0.5 - 0.5 * ny) * open;
    Light above = lighting.above();
    Light below = lighting.below();
    scattered[0] = above.r() * up + below.r() * down;
    scattered[1] = above.g() * up + below.g() * down;
    scattered[2] = above.b() * up + below.b() * down;
    boolean shiny = gloss >= 0.1;
    if (shiny) {
      double edge = 1 - Math.max(0, nx * vx + ny * vy + nz * vz);
      double fresnel = gloss * (0.04 + 0.5 * edge * edge * edge * edge);
      mirror(above, fresnel * (0.35 + 0.65 * Math.max(0, ny)));
    }
    for (int i = 0; i < shadows.length; i++) {
      beam(i, shiny ? gloss * 0.7 : 0);
    }
    for (int i = 0; i < lamps.length; i += LAMP) {
      lamp(i, open, shiny ? gloss * 0.9 : 0);
    }
  }

  private void beam(int i, double gloss) {
    Beam beam = lighting.beams().get(i);
    Vec d = beam.direction();
    double facing = -(nx * d.x() + ny * d.y() + nz * d.z());
    if (facing <= 0) {
      return;
    }
    double lit = shadows[i].lit(px + nx * 0.015, py + ny * 0.015, pz + nz * 0.015);
    Light light = beam.light();
    scattered[0] += light.r() * facing * lit;
    scattered[1] += light.g() * facing * lit;
    scattered[2] += light.b() * facing * lit;
    if (gloss > 0) {
      mirror(light, gloss * lit * lobe(-d.x(), -d.y(), -d.z()));
    }
  }

  private void lamp(int i, double open, double gloss) {
    double tx = lamps[i] - px;
    double ty = lamps[i + 1] - py;
    double tz = lamps[i + 2] - pz;
    double square = tx * tx + ty * ty + tz * tz;
    double near = square * lamps[i + 6] * lamps[i + 6];
    double fade = 1 - near / FAR;
    if (fade <= 0) {
      return;
    }
    double one = 1 / Math.max(1e-6, Math.sqrt(square));
    double facing = 0.25 + 0.75 * (nx * tx + ny * ty + nz * tz) * one;
    double amount = facing <= 0 ? 0 : fade * facing * (0.4 + 0.6 * open) / (0.12 + near);
    double spot = gloss > 0 ? fade * gloss * lobe(tx * one, ty * one, tz * one) / (0.15 + near) : 0;
    for (int c = 0; c < 3; c++) {
      scattered[c] += lamps[i + 3 + c] * amount;
      mirrored[c] += lamps[i + 3 + c] * spot;
    }
  }

  private void mirror(Light light, double amount) {
    mirrored[0] += light.r() * amount;
    mirrored[1] += light.g() * amount;
    mirrored[2] += light.b() * amount;
  }

  /// The 32nd power of the cosine between the normal and half way from the light to the viewer.
  private double lobe(double lx, double ly, double lz) {
    double hx = vx + lx;
    double hy = vy + ly;
    double hz = vz + lz;
    double c = nx * hx + ny * hy + nz * hz;
    if (c <= 0) {
      return 0;
    }
    double x = c * c / Math.max(1e-9, hx * hx + hy * hy + hz * hz);
    x *= x;
    x *= x;
    x *= x;
    return x * x;
  }
}
