package dev.anmok.app.sample;

import java.util.List;

/// Tables and seats, each standing on the floor at the mesh's placement and facing its +z.
final class Furniture {
  private final Mesh mesh;
  private final Round round;
  private final Material wood;
  private final Material seat;
  private final Material metal = Material.shiny(0x2b2927);

  Furniture(Mesh mesh, CafeStyle style, int seed) {
    this.mesh = mesh;
    this.round = new Round(mesh, 20);
    this.wood = style.wood(seed);
    this.seat = style.seat(seed);
  }

  void squareTable(double side) {
    mesh.block(0, 0.7, 0, new Vec(side, 0.04, side), wood);
    for (int i = 0; i < 4; i++) {
      double x = ((i & 1) - 0.5) * (side - 0.1);
      double z = ((i >> 1) - 0.5) * (side - 0.1);
      mesh.block(x, 0, z, new Vec(0.05, 0.7, 0.05), wood);
    }
  }

  void roundTable(double radius, Material top) {
    round.cylinder(radius, 0.7, 0.735, top);
    round.cylinder(0.035, 0.02, 0.7, metal);
    round.cylinder(radius * 0.6, 0, 0.025, metal);
  }

  void longTable(double length, double depth, double height) {
    mesh.block(0, height - 0.05, 0, new Vec(length, 0.05, depth), wood);
    for (double x : new double[] {-length / 2 + 0.1, length / 2 - 0.1}) {
      mesh.block(x, 0, 0, new Vec(0.06, height - 0.05, depth * 0.85), metal);
    }
  }

  /// A wooden chair; its back is towards -z.
  void chair() {
    mesh.block(0, 0.43, 0, new Vec(0.42, 0.04, 0.42), wood);
    mesh.block(0, 0.47, 0.01, new Vec(0.38, 0.035, 0.36), seat);
    for (int i = 0; i < 4; i++) {
      double x = ((i & 1) - 0.5) * 0.36;
      boolean back = i < 2;
      double z = back ? -0.18 : 0.18;
      mesh.block(x, 0, z, new Vec(0.035, back ? 0.86 : 0.43, 0.035), wood);
    }
    mesh.block(0, 0.74, -0.18, new Vec(0.4, 0.12, 0.025), wood);
    mesh.block(0, 0.58, -0.18, new Vec(0.36, 0.05, 0.02), wood);
  }

  void stool(double height) {
    round.cylinder(0.17, height - 0.05, height, seat);
    for (int i = 0; i < 4; i++) {
      double x = ((i & 1) - 0.5) * 0.3;
      double z = ((i >> 1) - 0.5) * 0.3;
      round6().tube(new Vec(x, 0, z), new Vec(x * 0.6, height - 0.05, z * 0.6), 0.014, metal);
    }
    mesh.block(0, height * 0.35, 0, new Vec(0.26, 0.015, 0.26), metal);
  }

  /// A sofa of some width with cushions; its back is towards -z.
  void sofa(double width, int cushion) {
    mesh.block(0, 0.12, 0, new Vec(width, 0.26, 0.8), seat);
    mesh.block(0, 0.38, -0.32, new Vec(width, 0.42, 0.2), seat);
    int places = Math.max(1, (int) Math.round((width - 0.3) / 0.7));
    double each = (width - 0.36) / places;
    for (int i = 0; i < places; i++) {
      double x = -width / 2 + 0.18 + each * (i + 0.5);
      mesh.block(x, 0.38, 0.07, new Vec(each - 0.015, 0.11, 0.6), seat);
      round.ellipsoid(
          new Vec(x, 0.63, -0.12),
          new Vec(0.2, 0.17, 0.09),
          Material.matt(
              Textures.fabric(i % 2 == 0 ? cushion : Colour.mix(cushion, 0xf0e6d2, 0.6), 7 + i)));
    }
    for (double x : new double[] {-width / 2 + 0.09, width / 2 - 0.09}) {
      mesh.block(x, 0.12, 0, new Vec(0.18, 0.48, 0.8), seat);
    }
    for (int i = 0; i < 4; i++) {
      mesh.block(
          ((i & 1) - 0.5) * (width - 0.2),
          0,
          ((i >> 1) - 0.5) * 0.6,
          new Vec(0.05, 0.12, 0.05),
          wood);
    }
  }

  /// A long bench with a cushion along a wall.
  void bench(double width) {
    mesh.block(0, 0, 0, new Vec(width, 0.4, 0.48), wood);
    mesh.block(0, 0.4, 0, new Vec(width - 0.04, 0.08, 0.46), seat);
    mesh.block(0, 0.5, -0.2, new Vec(width - 0.04, 0.4, 0.1), seat);
  }

  void lowTable(double radius) {
    round.cylinder(radius, 0.38, 0.42, wood);
    for (int i = 0; i < 3; i++) {
      double a = i * 2.1 + 0.4;
      Vec foot = new Vec(StrictMath.cos(a) * radius * 0.8, 0, StrictMath.sin(a) * radius * 0.8);
      round6().tube(foot, new Vec(foot.x() * 0.6, 0.39, foot.z() * 0.6), 0.02, wood);
    }
  }

  void parasol(Material cloth) {
    round.tube(new Vec(0, 0, 0), new Vec(0, 2.4, 0), 0.025, wood);
    round.lathe(
        List.of(new Vec(0.02, 2.5, 0), new Vec(1.25, 2.05, 0), new Vec(1.25, 1.95, 0)), cloth);
  }

  /// A cup on its saucer, standing at the placement's origin.
  void cup(int rgb) {
    Material glaze = Material.shiny(rgb);
    round.lathe(List.of(new Vec(0.01, 0.004, 0), new Vec(0.075, 0.014, 0)), glaze);
    round.lathe(
        List.of(new Vec(0.025, 0.01, 0), new Vec(0.038, 0.03, 0), new Vec(0.043, 0.075, 0)), glaze);
    round.disc(0.04, 0.066, Material.shiny(0x5b3a22));
  }

  private Round round6() {
    return new Round(mesh, 6);
  }
}
