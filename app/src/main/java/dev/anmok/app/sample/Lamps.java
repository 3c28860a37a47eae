package dev.anmok.app.sample;

import java.util.ArrayList;
import java.util.List;

/// Lamps that hang, stand or run along a string, and the light they give.
final class Lamps {
  private final Mesh mesh;
  private final Round round;
  private final CafeStyle style;
  private final List<Lamp> lit = new ArrayList<>();

  Lamps(Mesh mesh, CafeStyle style) {
    this.mesh = mesh;
    this.round = new Round(mesh, 16);
    this.style = style;
  }

  List<Lamp> lit() {
    return lit;
  }

  /// A pendant from the ceiling with its bulb at height `y`.
  void pendant(double x, double y, double z, double ceiling) {
    mesh.at(Placement.of(x, y, z, 0)).casting(0);
    new Round(mesh, 5).tube(new Vec(0, 0.1, 0), new Vec(0, ceiling - y, 0), 0.006, dark());
    switch (style.pendant()) {
      case CONE -> {
        Material shade = Material.shiny(style.palette().accent());
        round.lathe(
            List.of(new Vec(0.03, 0.2, 0), new Vec(0.06, 0.16, 0), new Vec(0.2, -0.02, 0)), shade);
        round.disc(0.17, -0.01, bulb(3.2));
      }
      case GLOBE -> round.ellipsoid(new Vec(0, 0, 0), new Vec(0.14, 0.14, 0.14), bulb(2.2));
      case BARE -> {
        round.ellipsoid(new Vec(0, 0, 0), new Vec(0.05, 0.07, 0.05), bulb(5));
        round.cylinder(0.025, 0.06, 0.13, dark());
      }
      case PAPER -> round.ellipsoid(new Vec(0, 0, 0), new Vec(0.27, 0.21, 0.27), bulb(1.5));
    }
    mesh.casting(Mesh.SUN | Mesh.SKY);
    shine(new Vec(x, y - 0.1, z), 1.1, 0.55);
  }

  /// A standing lamp with a cloth shade.
  void standing(double x, double z) {
    mesh.at(Placement.of(x, 0, z, 0));
    round.cylinder(0.15, 0, 0.03, dark());
    new Round(mesh, 6).tube(new Vec(0, 0.03, 0), new Vec(0, 1.45, 0), 0.014, dark());
    mesh.casting(0);
    round.lathe(List.of(new Vec(0.22, 1.38, 0), new Vec(0.15, 1.68, 0)), bulb(1.7));
    mesh.casting(Mesh.SUN | Mesh.SKY);
    shine(new Vec(x, 1.45, z), 1.2, 0.6);
  }

  /// A small lamp on a table or shelf whose top is at height `y`.
  void table(double x, double y, double z) {
    mesh.at(Placement.of(x, y, z, 0)).casting(0);
    round.cylinder(0.05, 0, 0.02, dark());
    round.cylinder(0.012, 0, 0.2, dark());
    round.lathe(List.of(new Vec(0.11, 0.18, 0), new Vec(0.07, 0.32, 0)), bulb(1.8));
    mesh.casting(Mesh.SUN | Mesh.SKY);
    shine(new Vec(x, y + 0.22, z), 0.5, 0.35);
  }

  /// A sagging string of small bulbs; every third one lights its surroundings.
  void string(Vec from, Vec to, int bulbs) {
    mesh.casting(0);
    Vec last = from;
    for (int i = 1; i <= bulbs; i++) {
      double t = (double) i / bulbs;
      Vec p = from.mix(to, t).minus(Vec.UP.times(1.4 * t * (1 - t)));
      mesh.at(Placement.WORLD);
      new Round(mesh, 4).tube(last, p, 0.008, dark());
      mesh.at(Placement.of(p.x(), p.y() - 0.06, p.z(), 0));
      new Round(mesh, 8).ellipsoid(new Vec(0, 0, 0), new Vec(0.035, 0.05, 0.035), bulb(6));
      if (i % 3 == 1) {
        shine(p, 0.35, 0.6);
      }
      last = p;
    }
    mesh.casting(Mesh.SUN | Mesh.SKY);
  }

  private void shine(Vec at, double strength, double reach) {
    if (style.mood().power() > 0) {
      lit.add(
          new Lamp(
              at, Light.of(style.mood().lamp(), strength * 0.4 * style.mood().power()), reach));
    }
  }

  private Material bulb(double glow) {
    double power = Math.max(0.35, style.mood().power());
    return Material.glowing(Colour.mix(style.mood().lamp(), 0xffffff, 0.1), glow * power);
  }

  private static Material dark() {
    return Material.matt(0x26221f);
  }
}
