package dev.anmok.app.sample;

import java.util.List;
import java.util.SplittableRandom;

/// A dish on its plate, at the origin of a table top whose surface is y = 0.
final class Plate {
  private final Mesh mesh;
  private final Round round;
  private final SplittableRandom random;

  Plate(Mesh mesh, SplittableRandom random) {
    this.mesh = mesh;
    this.round = new Round(mesh, 28);
    this.random = random;
  }

  void serve(Dish dish) {
    mesh.at(Placement.of(0, 0, 0, random.nextDouble() * 6));
    int glaze = Colour.vary(random.nextInt(4) == 0 ? 0x56646b : 0xf3efe8, random, 0.1);
    if (dish == Dish.BOWL) {
      bowl(glaze);
      return;
    }
    round.lathe(
        List.of(
            new Vec(0.001, 0.008, 0),
            new Vec(0.085, 0.008, 0),
            new Vec(0.1, 0.014, 0),
            new Vec(0.14, 0.022, 0),
            new Vec(0.141, 0.018, 0),
            new Vec(0.09, 0, 0)),
        Material.shiny(glaze));
    switch (dish) {
      case SLICE -> slice();
      case CAKE -> cake();
      case CROISSANTS -> croissants();
      case PASTA -> pasta();
      case SALAD -> salad(0.09, 0.02, 60);
      case DOUGHNUTS -> doughnuts();
      case BOWL -> throw new IllegalStateException("a bowl needs no plate");
    }
  }

  private void slice() {
    int sponge = random.nextBoolean() ? 0xd9a15c : 0x5a3520;
    int cream = random.nextBoolean() ? 0xf8efdf : 0xf0bcc0;
    double y = 0.01;
    for (int layer = 0; layer < 5; layer++) {
      double h = layer % 2 == 0 ? 0.018 : 0.007;
      wedge(y, y + h, layer % 2 == 0 ? crumb(sponge) : Material.shiny(cream));
      y += h;
    }
    wedge(y, y + 0.008, Material.shiny(Textures.plain(cream), 0.3));
    for (int i = 0; i < 3; i++) {
      double z = -0.02 + i * 0.03;
      round.ellipsoid(
          new Vec(0, y + 0.014, z), new Vec(0.011, 0.012, 0.011), Material.shiny(cream));
    }
    berry(0, y + 0.03, 0.035, 0.013);
  }

  private void wedge(double y0, double y1, Material m) {
    Vec[] low = {new Vec(0, y0, -0.09), new Vec(0.042, y0, 0.055), new Vec(-0.042, y0, 0.055)};
    Vec up = new Vec(0, y1 - y0, 0);
    for (int i = 0; i < 3; i++) {
      Vec a = low[i];
      Vec b = low[(i + 1) % 3];
      mesh.quad(a, b, b.plus(up), a.plus(up), m);
    }
    Vec a = low[0].plus(up);
    mesh.quad(a, low[1].plus(up), low[1].plus(up).mix(low[2].plus(up), 0.5), low[2].plus(up), m);
  }

  private void cake() {
    int cream = random.nextBoolean() ? 0xf7ece0 : Colour.vary(0x6b4028, random, 0.3);
    round.cylinder(0.095, 0.01, 0.075, Material.shiny(Textures.plaster(cream, 3), 0.2));
    for (int i = 0; i < 10; i++) {
      double a = i * Math.PI / 5;
      double x = 0.075 * StrictMath.cos(a);
      double z = 0.075 * StrictMath.sin(a);
      round8()
          .ellipsoid(
              new Vec(x, 0.082, z),
              new Vec(0.014, 0.013, 0.014),
              Material.shiny(Colour.mix(cream, 0xffffff, 0.5)));
      berry(x * 0.55, 0.084, z * 0.55, 0.012);
    }
  }

  private void croissants() {
    for (int k = 0; k < 2; k++) {
      double turn = random.nextDouble() * 6;
      Vec middle = new Vec(k * 0.07 - 0.035, 0, k * 0.05 - 0.02);
      for (int i = -5; i <= 5; i++) {
        double a = turn + i * 0.24;
        double r = 0.03 * (1 - Math.abs(i) / 7.5);
        Vec p =
            new Vec(
                middle.x() + 0.055 * StrictMath.cos(a),
                0.012 + r * 0.8,
                middle.z() + 0.055 * StrictMath.sin(a) - 0.02);
        int crust = Colour.mix(0xc9853b, 0x7d4319, i % 2 == 0 ? 0.1 : 0.55);
        round8()
            .ellipsoid(
                p,
                new Vec(r * 0.8, r * 0.85, r * 0.8),
                Material.shiny(Textures.plaster(crust, i + 9), 0.3));
      }
    }
  }

  private void pasta() {
    int sauce = random.nextBoolean() ? 0xd9702e : 0xe9cf8e;
    for (int i = 0; i < 130; i++) {
      double a = random.nextDouble() * 6.3;
      double r = 0.07 * Math.sqrt(random.nextDouble());
      double heap = 0.02 + 0.035 * (1 - r / 0.07) + 0.012 * random.nextDouble();
      Vec p = new Vec(r * StrictMath.cos(a), heap, r * StrictMath.sin(a));
      double turn = random.nextDouble() * 6.3;
      Material m =
          Material.shiny(
              Colour.vary(Colour.mix(0xe8c06a, sauce, random.nextDouble()), random, 0.15));
      for (int k = 0; k < 4; k++) {
        turn += 0.5;
        Vec q =
            p.plus(
                new Vec(
                    0.017 * StrictMath.cos(turn),
                    k < 2 ? 0.003 : -0.004,
                    0.017 * StrictMath.sin(turn)));
        round6().tube(p, q, 0.0028, m);
        p = q;
      }
    }
    for (int i = 0; i < 5; i++) {
      berry(random.nextDouble() * 0.09 - 0.045, 0.062, random.nextDouble() * 0.09 - 0.045, 0.013);
    }
    leaves(7, 0.045, 0.07);
  }

  private void salad(double radius, double y, int count) {
    leaves(count, radius, y);
    for (int i = 0; i < 9; i++) {
      double a = random.nextDouble() * 6.3;
      double r = radius * 0.85 * Math.sqrt(random.nextDouble());
      berry(r * StrictMath.cos(a), y + 0.03, r * StrictMath.sin(a), 0.014);
    }
    for (int i = 0; i < 8; i++) {
      double a = random.nextDouble() * 6.3;
      mesh.block(
          0.06 * StrictMath.cos(a),
          y + 0.028,
          0.06 * StrictMath.sin(a),
          new Vec(0.02, 0.016, 0.018),
          Material.matt(0xf6f1e0));
    }
  }

  private void doughnuts() {
    int[] icing = {0xf2a3b3, 0x5a331f, 0xf6efe2, 0xd9a15c};
    for (int k = 0; k < 3; k++) {
      double cx = 0.055 * StrictMath.cos(k * 2.1);
      double cz = 0.055 * StrictMath.sin(k * 2.1);
      for (int layer = 0; layer < 2; layer++) {
        Material m = layer == 0 ? crumb(0xc98a45) : Material.shiny(icing[random.nextInt(4)]);
        for (int i = 0; i < 16; i++) {
          double a = i * Math.PI / 8;
          Vec p =
              new Vec(
                  cx + 0.03 * StrictMath.cos(a),
                  0.03 + layer * 0.006,
                  cz + 0.03 * StrictMath.sin(a));
          round8().ellipsoid(p, new Vec(0.02, 0.018, 0.02), m);
        }
      }
    }
  }

  private void bowl(int glaze) {
    round.lathe(
        List.of(
            new Vec(0.05, 0, 0),
            new Vec(0.1, 0.03, 0),
            new Vec(0.125, 0.085, 0),
            new Vec(0.118, 0.085, 0),
            new Vec(0.1, 0.05, 0)),
        Material.shiny(glaze));
    round.disc(0.115, 0.062, Material.matt(Textures.plaster(0xf4efe6, 2)));
    int[] tones = {0x6f9a3e, 0xd9772e, 0xc9b27a, 0x6b3a22, 0xe9d9a0, 0x3f6b35};
    for (int i = 0; i < 220; i++) {
      double a = random.nextDouble() * 6.28;
      double r = 0.035 + 0.07 * random.nextDouble();
      int tone = tones[(int) (a / 6.28 * 6)];
      Vec p =
          new Vec(
              r * StrictMath.cos(a), 0.068 + 0.012 * random.nextDouble(), r * StrictMath.sin(a));
      Vec q =
          p.plus(
              new Vec(random.nextDouble() * 0.04 - 0.02, 0.004, random.nextDouble() * 0.04 - 0.02));
      round6().tube(p, q, 0.0035, Material.shiny(Colour.vary(tone, random, 0.3)));
    }
    round.ellipsoid(new Vec(0, 0.076, 0), new Vec(0.045, 0.01, 0.042), Material.shiny(0xfbf7ee));
    round.ellipsoid(new Vec(0, 0.084, 0), new Vec(0.019, 0.012, 0.019), Material.shiny(0xf3a21c));
  }

  private void leaves(int count, double radius, double y) {
    Placement base = mesh.placement();
    for (int i = 0; i < count; i++) {
      double a = random.nextDouble() * 6.3;
      double r = radius * Math.sqrt(random.nextDouble());
      Placement leaf =
          Placement.of(
                  r * StrictMath.cos(a),
                  y + 0.02 * random.nextDouble(),
                  r * StrictMath.sin(a),
                  random.nextDouble() * 6.3)
              .pitched(random.nextDouble() - 0.2);
      mesh.at(base.then(leaf));
      Material m = Material.shiny(Textures.plain(Colour.vary(0x5f9a3a, random, 0.5)), 0.3);
      round8().ellipsoid(new Vec(0, 0, 0), new Vec(0.017, 0.003, 0.03), m);
    }
    mesh.at(base);
  }

  private void berry(double x, double y, double z, double r) {
    round8()
        .ellipsoid(
            new Vec(x, y, z),
            new Vec(r, r * 1.1, r),
            Material.shiny(Colour.vary(0xc92a2f, random, 0.3)));
  }

  private Material crumb(int rgb) {
    return Material.matt(
        (u, v) -> Colour.scale(rgb, 0.75 + 0.4 * Noise.clouds(u * 180, v * 180, 4)));
  }

  private Round round8() {
    return new Round(mesh, 10);
  }

  private Round round6() {
    return new Round(mesh, 5);
  }
}
