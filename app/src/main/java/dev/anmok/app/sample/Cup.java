package dev.anmok.app.sample;

import java.util.List;
import java.util.SplittableRandom;

/// A drink standing on a table top whose surface is y = 0, or held in a hand above it.
final class Cup {
  private final Mesh mesh;
  private final Round round;
  private final SplittableRandom random;

  Cup(Mesh mesh, SplittableRandom random) {
    this.mesh = mesh;
    this.round = new Round(mesh, 32);
    this.random = random;
  }

  void pour(Drink drink) {
    mesh.at(Placement.of(0, 0, 0, random.nextDouble() * 6));
    switch (drink) {
      case LATTE -> latte();
      case ICED -> iced();
      case IN_HAND -> {
        paper();
        mesh.at(Placement.of(0, 0.045, 0, random.nextDouble() - 0.5));
        hand();
      }
    }
  }

  private void latte() {
    int[] glazes = {0xf4f0ea, 0x3d5a66, 0xb86b4b, 0xe3c9a8};
    Material glaze = Material.shiny(glazes[random.nextInt(4)]);
    round.lathe(
        List.of(
            new Vec(0.001, 0.006, 0),
            new Vec(0.045, 0.006, 0),
            new Vec(0.08, 0.018, 0),
            new Vec(0.08, 0.014, 0),
            new Vec(0.04, 0, 0)),
        glaze);
    round.lathe(
        List.of(
            new Vec(0.027, 0.006, 0),
            new Vec(0.045, 0.03, 0),
            new Vec(0.052, 0.062, 0),
            new Vec(0.049, 0.062, 0),
            new Vec(0.045, 0.04, 0)),
        glaze);
    round.disc(0.048, 0.055, Material.shiny(art(random.nextDouble() * 2), 0.15));
    for (int i = 0; i < 8; i++) {
      double a = i * 0.25;
      Vec p =
          new Vec(
              0.056 + 0.022 * StrictMath.sin(a * 1.57),
              0.034 + 0.014 * StrictMath.cos(a * 1.57),
              0);
      new Round(mesh, 8).ellipsoid(p, new Vec(0.006, 0.006, 0.005), glaze);
    }
    new Round(mesh, 8)
        .tube(
            new Vec(-0.09, 0.006, 0.06),
            new Vec(-0.06, 0.012, -0.06),
            0.003,
            Material.shiny(0xc9ccd0));
  }

  /// A heart of milk foam with rings, on a brown drink.
  private static Texture art(double rings) {
    return (u, v) -> {
      double x = (u - 0.5) * 2.6;
      double y = (0.55 - v) * 2.6;
      double h = x * x + y * y - 0.55;
      double heart = h * h * h - x * x * y * y * y * 1.4;
      double r = Math.sqrt((u - 0.5) * (u - 0.5) + (v - 0.5) * (v - 0.5));
      int crema = Colour.mix(0x8a4f25, 0x5b2f15, Math.clamp(r * 2.4, 0, 1));
      if (heart < 0) {
        boolean vein =
            Math.floorMod((int) Math.floor((y + Math.abs(x) * 0.6) * (7 + rings)), 3) == 0;
        return vein ? 0xd9ab7c : 0xf6e8d2;
      }
      return crema;
    };
  }

  private void iced() {
    int[] drinks = {0x4a2814, 0xb98552, 0xd8e0b0, 0xd9818a, 0xe8b04a};
    int drink = drinks[random.nextInt(drinks.length)];
    Texture body =
        (u, v) -> {
          int ice = Noise.cell((int) (u * 9), (int) (v * 6), 3) > 0.62 ? 0xffffff : drink;
          int mixed = Colour.mix(drink, ice, v > 0.35 ? 0.35 : 0);
          double sheen = Math.abs(u - 0.62) < 0.03 ? 0.5 : 0;
          return Colour.mix(v > 0.86 ? 0xe9eeee : mixed, 0xffffff, sheen);
        };
    round.lathe(List.of(new Vec(0.03, 0, 0), new Vec(0.045, 0.125, 0)), Material.shiny(body, 0.5));
    round.lathe(
        List.of(
            new Vec(0.047, 0.125, 0),
            new Vec(0.047, 0.131, 0),
            new Vec(0.043, 0.133, 0),
            new Vec(0.03, 0.155, 0),
            new Vec(0.01, 0.162, 0)),
        Material.shiny(0xdfe8ea));
    int straw = random.nextBoolean() ? 0x2c2c2c : Colour.vary(0x3f9a78, random, 0.8);
    new Round(mesh, 10)
        .tube(new Vec(0.004, 0.12, 0), new Vec(0.022, 0.235, 0.01), 0.0045, Material.shiny(straw));
    Material label = Material.matt(Colour.vary(0x2f5d50, random, 0.9));
    round.lathe(List.of(new Vec(0.0365, 0.045, 0), new Vec(0.0405, 0.08, 0)), label);
  }

  private void paper() {
    int sleeve = Colour.vary(random.nextBoolean() ? 0xb98a5c : 0x3b4a47, random, 0.4);
    round.lathe(List.of(new Vec(0.029, 0, 0), new Vec(0.042, 0.12, 0)), Material.matt(0xf6f2ea));
    round.lathe(
        List.of(new Vec(0.034, 0.03, 0), new Vec(0.041, 0.09, 0)),
        Material.matt(Textures.fabric(sleeve, 3)));
    round.lathe(
        List.of(
            new Vec(0.044, 0.118, 0),
            new Vec(0.045, 0.127, 0),
            new Vec(0.038, 0.133, 0),
            new Vec(0.036, 0.138, 0),
            new Vec(0.001, 0.138, 0)),
        Material.shiny(random.nextBoolean() ? 0xf2f2f0 : 0x2b2826));
  }

  /// Four fingers in front, a thumb, the back of the hand and a forearm.
  private void hand() {
    int skin = Colour.vary(random.nextBoolean() ? 0xe8b899 : 0xc98f6b, random, 0.15);
    Material m = Material.shiny(Textures.plaster(skin, 8), 0.12);
    Round finger = new Round(mesh, 12);
    for (int i = 0; i < 4; i++) {
      double y = 0.058 - i * 0.018;
      Vec last = new Vec(0.055, y - 0.004, -0.02);
      for (int k = 1; k <= 6; k++) {
        double a = -0.4 - k * 0.36;
        double r = 0.047 - 0.002 * i;
        Vec p = new Vec(r * StrictMath.cos(a), y, r * StrictMath.sin(a));
        finger.tube(last, p, 0.0092, m);
        finger.ellipsoid(p, new Vec(0.0092, 0.0092, 0.0092), m);
        last = p;
      }
    }
    finger.ellipsoid(new Vec(0.066, 0.028, 0.004), new Vec(0.024, 0.042, 0.034), m);
    finger.tube(new Vec(0.06, 0.05, 0.02), new Vec(0.02, 0.075, 0.048), 0.011, m);
    finger.ellipsoid(new Vec(0.02, 0.075, 0.048), new Vec(0.012, 0.011, 0.011), m);
    finger.tube(new Vec(0.07, 0.02, 0.005), new Vec(0.26, -0.12, -0.06), 0.03, m);
    finger.tube(
        new Vec(0.13, -0.03, -0.02),
        new Vec(0.34, -0.18, -0.09),
        0.042,
        Material.matt(Textures.fabric(Colour.vary(0x4a5a78, random, 1), 4)));
  }
}
