package dev.anmok.app.sample.poster;

import dev.anmok.app.sample.Colour;
import dev.anmok.app.sample.Noise;

/// Draws a head as a height field under two lights. Coordinates are halves of the face's height: 0,
/// 0 between the eyes, the chin at 1.1 below.
final class Relief {
  private static final double LEFT = -1.75;
  private static final double TOP = -1.4;
  private static final double BOTTOM = 3.2;
  private static final double EYE = 0.32;

  private final Head head;
  private final Head.Look look;
  private final int columns;
  private final int rows;
  private final float[] height;
  private final float[] cover;
  private final int[] colour;

  private Relief(Head head) {
    this.head = head;
    this.look = head.look();
    this.columns = (int) (-2 * LEFT * head.size());
    this.rows = (int) Math.min((BOTTOM - TOP) * head.size(), Canvas.HEIGHT - top());
    this.height = new float[columns * rows];
    this.cover = new float[columns * rows];
    this.colour = new int[columns * rows];
  }

  static void draw(Canvas canvas, Head head, Lit lit) {
    var relief = new Relief(head);
    relief.model();
    relief.light(canvas, lit);
  }

  private int top() {
    return (int) (head.y() + TOP * head.size());
  }

  private void model() {
    for (int j = 0; j < rows; j++) {
      double v = TOP + j / head.size();
      double face = face(v);
      double hair = hair(v);
      for (int i = 0; i < columns; i++) {
        double u = LEFT + i / head.size();
        int at = j * columns + i;
        if (Math.abs(u) < face) {
          skull(at, u, v, face);
          cover[at] = 1;
        } else if (ear(u, v)) {
          double rim = bump((Math.abs(u) - 0.8) / 0.12, (v - 0.02) / 0.24);
          set(at, Colour.scale(look.skin(), 0.95 - 0.3 * rim), 0.1 + 0.12 * rim);
          cover[at] = 1;
        } else if (hairy(u, v, hair)) {
          set(at, strand(u, v), behind(u, v));
          cover[at] = (float) Math.min(1, (hair - Math.abs(u)) * head.size());
        } else {
          body(at, u, v);
        }
      }
    }
  }

  /// Half the width of the face.
  private double face(double v) {
    if (v < 0) {
      double t = v / 1.12;
      return t <= -1 ? 0 : 0.78 * Math.sqrt(1 - t * t);
    }
    double t = v / 1.1;
    return t >= 1 ? 0 : 0.78 * StrictMath.pow(1 - StrictMath.pow(t, 2.6), look.jaw());
  }

  /// Half the width of the hair.
  private double hair(double v) {
    double t = (v + 0.1) / 1.2;
    if (v < 0) {
      return t <= -1 ? 0 : (look.longHair() ? 0.98 : 0.86) * Math.sqrt(1 - t * t);
    }
    if (!look.longHair()) {
      return v < 0.3 ? 0.86 - 0.45 * v : 0;
    }
    return v < 2.1 ? 0.97 + 0.1 * v - 0.3 * Math.max(0, v - 1.2) : 0;
  }

  /// Whether hair hangs beside the face: it leaves the neck free and ends in strands.
  private static boolean hairy(double u, double v, double width) {
    double side = Math.abs(u);
    if (v < 0.75) {
      return side < width;
    }
    double inner = 0.36 + 0.07 * Noise.smooth(v * 4, 1, 21);
    return side > inner && side < width && v < 1.6 + 0.5 * Noise.smooth(u * 9, 2, 9);
  }

  /// Height of the hair beside the face.
  private double behind(double u, double v) {
    double out = u / Math.max(0.1, hair(v));
    return 0.5 * Math.sqrt(Math.max(0, 1 - out * out)) - 0.1;
  }

  private boolean ear(double u, double v) {
    double side = (Math.abs(u) - 0.79) / 0.11;
    double up = (v - 0.02) / 0.22;
    return !look.longHair() && v > -0.14 && side * side + up * up < 1;
  }

  private void skull(int at, double u, double v, double width) {
    double out = u / width;
    double round = Math.sqrt(Math.max(0, 1 - out * out));
    double su = u - head.turn() * 0.26 * (1 - out * out);
    double side = Math.abs(su);
    double z = 0.8 * round * Math.sqrt(width / 0.78);
    z += features(su, side, v);
    double line = -0.62 + 0.3 * su * su + 0.05 * Noise.smooth(su * 9, 3, 5);
    if (v < line || side > temple(v)) {
      set(at, strand(u, v), Math.max(z + 0.04, behind(u, v)));
    } else {
      set(at, skin(su, side, v), z);
    }
  }

  /// How far from the middle the hair begins beside the eyes and cheeks.
  private double temple(double v) {
    if (look.longHair()) {
      return v < 1.1 ? 0.63 + 0.07 * Noise.smooth(v * 3, 4, 13) : 9;
    }
    return v < 0.25 ? 0.64 + 0.4 * Math.max(0, v + 0.4) : 9;
  }

  private static double features(double su, double side, double v) {
    double z = 0;
    double t = (v + 0.14) / 0.5;
    if (t > 0 && t < 1) {
      z += 0.26 * (0.3 + 0.7 * t) * bump(su / (0.12 + 0.1 * t), 0);
    }
    z += 0.13 * bump(su / 0.15, (v - 0.33) / 0.13);
    z += 0.07 * bump((side - 0.12) / 0.09, (v - 0.36) / 0.08);
    z -= 0.2 * bump((side - EYE) / 0.28, (v + 0.06) / 0.19);
    z += 0.13 * bump((side - EYE) / 0.17, (v + 0.03) / 0.1);
    z += 0.09 * bump((side - 0.3) / 0.32, (v + 0.25) / 0.11);
    z += 0.1 * bump((side - 0.48) / 0.28, (v - 0.22) / 0.26);
    z -= 0.06 * bump((side - 0.34) / 0.12, (v - 0.5) / 0.25);
    z += 0.08 * bump(su / 0.28, (v - 0.585) / 0.075);
    z += 0.09 * bump(su / 0.24, (v - 0.705) / 0.08);
    z -= 0.07 * bump(su / 0.28, (v - 0.643) / 0.03);
    z += 0.1 * bump(su / 0.22, (v - 0.95) / 0.15);
    return z;
  }

  /// A smooth hill of height 1 and radius 1.
  private static double bump(double x, double y) {
    double d = 1 - x * x - y * y;
    return d <= 0 ? 0 : d * d;
  }

  private int skin(double su, double side, double v) {
    double du = (side - EYE) / 0.16;
    double open = 0.062 * (1 - du * du);
    double dv = v + 0.03;
    if (Math.abs(du) < 1 && Math.abs(dv) < open) {
      return eye(su, side, dv);
    }
    if (Math.abs(du) < 1.1 && dv < 0 && Math.abs(dv) < open + 0.028) {
      return Colour.scale(look.hair(), 0.6);
    }
    double arch = -0.21 - 0.06 * (1 - (side - EYE) * (side - EYE) / 0.04);
    if (side > 0.13 && side < 0.54 && Math.abs(v - arch) < 0.04 - 0.03 * (side - 0.13)) {
      return Colour.scale(look.hair(), 0.85);
    }
    if (Math.abs(v - 0.645) < 0.105 * (1 - su * su / 0.07)) {
      int lips = Colour.mix(look.skin(), 0xb03040, look.longHair() ? 0.65 : 0.35);
      return Math.abs(v - 0.643) < 0.012 ? Colour.scale(lips, 0.4) : lips;
    }
    if (bump((side - 0.09) / 0.06, (v - 0.41) / 0.035) > 0.2) {
      return Colour.scale(look.skin(), 0.4);
    }
    if (look.beard() && v > 0.5 - 0.55 * Math.max(0, side - 0.22)) {
      return Colour.mix(look.skin(), strand(su * 2, v * 2), 0.8);
    }
    return look.skin();
  }

  private int eye(double su, double side, double dv) {
    double gaze = (side - EYE) - Math.signum(su) * head.turn() * 0.05;
    double d = Math.sqrt(gaze * gaze + dv * dv);
    if (Math.abs(gaze - 0.02) < 0.014 && Math.abs(dv + 0.02) < 0.014) {
      return 0xffffff;
    }
    return d < 0.026 ? 0x080606 : d < 0.06 ? Colour.mix(look.hair(), 0x7a5a3a, 0.5) : 0xece6e0;
  }

  private int strand(double u, double v) {
    double shine = Noise.smooth(u * 26, v * 3 + Math.abs(u) * 4, 7);
    return Colour.scale(look.hair(), 0.55 + 0.9 * shine);
  }

  private void body(int at, double u, double v) {
    double side = Math.abs(u);
    double slope = 1.36 + 0.34 * side * side + (side > 1.15 ? (side - 1.15) * 1.6 : 0);
    if (v > slope) {
      double fold = Noise.smooth(u * 3, v * 2, 11);
      double z = 0.5 * Math.min(1, (v - slope) * 2) - 0.3 * side * side + 0.16 * fold - 0.5;
      set(at, look.cloth(), z);
      cover[at] = (float) Math.min(1, (v - slope) * head.size());
    } else if (side < 0.4 && v > 0.5) {
      double shade = Math.clamp((v - 0.95) * 1.1 + 0.25, 0.2, 0.85);
      set(at, Colour.scale(look.skin(), shade), 0.4 * Math.sqrt(1 - u * u / 0.16) - 0.3);
      cover[at] = (float) Math.min(1, (0.4 - side) * head.size());
    }
  }

  private void set(int at, int rgb, double z) {
    colour[at] = rgb;
    height[at] = (float) z;
  }

  private void light(Canvas canvas, Lit lit) {
    int left = (int) (head.x() + LEFT * head.size());
    for (int j = 1; j < rows - 1; j++) {
      for (int i = 1; i < columns - 1; i++) {
        int at = j * columns + i;
        int x = left + i;
        int y = top() + j;
        if (cover[at] > 0 && x >= 0 && x < Canvas.WIDTH && y >= 0 && y < Canvas.HEIGHT) {
          int to = y * Canvas.WIDTH + x;
          canvas.pixels[to] = Colour.mix(canvas.pixels[to], lit(at, lit), cover[at]);
        }
      }
    }
  }

  private int lit(int at, Lit lit) {
    double half = head.size() / 2;
    double nx = Math.clamp((height[at - 1] - height[at + 1]) * half, -3, 3);
    double ny = Math.clamp((height[at - columns] - height[at + columns]) * half, -3, 3);
    double length = Math.sqrt(nx * nx + ny * ny + 1);
    double kx = lit.side() * 0.95;
    double ky = -lit.height() * 0.55;
    double kz = 1.02 - 0.62 * Math.abs(lit.side());
    double norm = Math.sqrt(kx * kx + ky * ky + kz * kz);
    double lambert = (nx * kx + ny * ky + kz) / (length * norm);
    double key = Math.max(0, lambert);
    double spark = key * key * key * key;
    double edge = Math.max(0, (-nx * kx * 1.3 - 0.1) / length - 0.15);
    double rim = 0.9 * edge * edge + 0.25 * edge;
    double r = channel(at, 16, lit, key, rim, spark);
    double g = channel(at, 8, lit, key, rim, spark);
    return Colour.of(r, g, channel(at, 0, lit, key, rim, spark));
  }

  private double channel(int at, int shift, Lit lit, double key, double rim, double spark) {
    double own = (colour[at] >> shift) & 255;
    double k = ((lit.key() >> shift) & 255) / 255.0;
    double r = ((lit.rim() >> shift) & 255) / 255.0;
    return own * (lit.ambient() + 1.15 * key * k + 2.2 * rim * r) + 26 * spark * k;
  }
}
