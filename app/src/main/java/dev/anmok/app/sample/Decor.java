package dev.anmok.app.sample;

import java.util.List;
import java.util.SplittableRandom;

/// Plants, books, shelves, rugs and the counter, at the mesh's placement.
final class Decor {
  private final Mesh mesh;
  private final Round round;
  private final CafeStyle style;
  private final SplittableRandom random;

  Decor(Mesh mesh, CafeStyle style, SplittableRandom random) {
    this.mesh = mesh;
    this.round = new Round(mesh, 14);
    this.style = style;
    this.random = random;
  }

  /// A potted plant of some height.
  void plant(double height) {
    double pot = height * 0.22;
    Material clay =
        Material.matt(Colour.vary(random.nextBoolean() ? 0xb46f4c : 0xd8d2c6, random, 0.2));
    round.lathe(
        List.of(new Vec(pot * 0.45, 0, 0), new Vec(pot * 0.62, pot, 0), new Vec(pot * 0.5, pot, 0)),
        clay);
    round.disc(pot * 0.55, pot * 0.92, Material.matt(0x3d2c20));
    Placement base = mesh.placement();
    int leaves = 26 + random.nextInt(20);
    for (int i = 0; i < leaves; i++) {
      double yaw = random.nextDouble() * 2 * Math.PI;
      double lift = 0.25 + random.nextDouble() * 1.15;
      double from = pot * 0.9 + random.nextDouble() * (height - pot) * 0.6;
      Placement leaf = Placement.of(0, from, 0, yaw).pitched(lift);
      mesh.at(base.then(leaf.scaled(height * (0.28 + random.nextDouble() * 0.24))));
      leaf(Material.matt(Colour.vary(0x4f8a45, random, 0.45)));
    }
    mesh.at(base);
  }

  /// A plant hanging from the ceiling.
  void hanging(double length) {
    round.lathe(List.of(new Vec(0.06, -0.14, 0), new Vec(0.13, 0, 0)), Material.matt(0xd9cdb8));
    new Round(mesh, 4).tube(new Vec(0, 0, 0), new Vec(0, 1.2, 0), 0.005, Material.matt(0x4a4038));
    Placement base = mesh.placement();
    for (int i = 0; i < 60; i++) {
      double yaw = random.nextDouble() * 2 * Math.PI;
      double down = random.nextDouble() * random.nextDouble() * length;
      Placement leaf =
          Placement.of(StrictMath.sin(yaw) * -0.1, 0.05 - down, StrictMath.cos(yaw) * 0.1, yaw)
              .pitched(-0.9 + random.nextDouble());
      mesh.at(base.then(leaf.scaled(0.12 + random.nextDouble() * 0.1)));
      leaf(Material.matt(Colour.vary(0x5c9650, random, 0.45)));
    }
    mesh.at(base);
  }

  /// Open shelves full of books, jars and small plants.
  void shelf(double width, double height, double depth) {
    Material wood = style.wood(random.nextInt(1000));
    int rows = (int) Math.round(height / 0.36);
    mesh.box(new Vec(-width / 2, 0, -0.02), new Vec(width / 2, height, 0), wood);
    for (int r = 0; r <= rows; r++) {
      mesh.block(0, r * height / rows, depth / 2, new Vec(width, 0.03, depth), wood);
    }
    for (double x : new double[] {-width / 2, width / 2}) {
      mesh.block(x, 0, depth / 2, new Vec(0.03, height, depth), wood);
    }
    for (int r = 0; r < rows; r++) {
      books(-width / 2 + 0.03, width / 2 - 0.05, r * height / rows + 0.03, depth);
    }
  }

  /// A row of books with gaps, jars between them.
  void books(double from, double to, double y, double depth) {
    int[] tones = {
      0x7d2f2a,
      0x2f4858,
      0xc9a24b,
      0x3f5d45,
      0xd8cbb4,
      0x5b4a6b,
      0xa65a35,
      0x394150,
      0xe3dccb,
      style.palette().accent()
    };
    for (double x = from; x < to; ) {
      if (random.nextInt(5) >= 1 + style.books()) {
        x += 0.06 + random.nextDouble() * 0.12;
        jar(x, y, depth / 2);
        x += 0.12;
        continue;
      }
      double w = 0.022 + random.nextDouble() * 0.03;
      double h = 0.19 + random.nextDouble() * 0.09;
      Material cover = Material.matt(Colour.vary(tones[random.nextInt(tones.length)], random, 0.2));
      mesh.box(new Vec(x, y, 0.02), new Vec(Math.min(x + w, to), y + h, depth * 0.85), cover);
      x += w + 0.003;
    }
  }

  /// A counter with a coffee machine, cups and a case of cakes.
  void counter(double length) {
    Material front = Material.matt(Textures.boards(style.palette().accent(), 0.11, 3));
    mesh.block(0, 0, 0, new Vec(length, 1.0, 0.6), front);
    mesh.block(0, 1.0, 0.02, new Vec(length + 0.1, 0.05, 0.72), style.wood(9));
    mesh.block(-length * 0.22, 1.05, 0, new Vec(0.75, 0.42, 0.45), Material.shiny(0xb9bcc0));
    mesh.block(-length * 0.22, 1.2, 0.23, new Vec(0.6, 0.1, 0.1), Material.shiny(0x37393c));
    for (int i = 0; i < 9; i++) {
      jar(-length * 0.22 - 0.3 + i * 0.075, 1.47, -0.05 + 0.1 * (i % 2));
    }
    Material glass = Material.glowing(0xfff1d8, 0.7);
    mesh.block(length * 0.24, 1.05, 0, new Vec(0.9, 0.36, 0.42), Material.shiny(0x8d9aa0));
    mesh.block(length * 0.24, 1.09, 0.03, new Vec(0.84, 0.28, 0.38), glass);
    for (int i = 0; i < 6; i++) {
      int cake = Colour.vary(i % 2 == 0 ? 0xb97b45 : 0xf2d9c4, random, 0.3);
      mesh.block(
          length * 0.24 - 0.35 + i * 0.14,
          1.1,
          0.22,
          new Vec(0.09, 0.08, 0.05),
          Material.matt(cake));
    }
  }

  void jar(double x, double y, double z) {
    Placement base = mesh.placement();
    mesh.at(base.then(Placement.of(x, y, z, 0)));
    int tone =
        random.nextBoolean() ? 0xf0ebe2 : Colour.mix(style.palette().accent(), 0xe8dcc8, 0.5);
    new Round(mesh, 8)
        .cylinder(
            0.033,
            0,
            0.07 + random.nextDouble() * 0.1,
            Material.shiny(Colour.vary(tone, random, 0.2)));
    mesh.at(base);
  }

  void rug(double halfWidth, double halfDepth) {
    Texture weave =
        Textures.stripes(
            style.palette().accent(), Colour.mix(style.palette().accent(), 0xf3e9d6, 0.65), 0.16);
    mesh.casting(0);
    mesh.quad(
        new Vec(-halfWidth, 0.012, -halfDepth),
        new Vec(halfWidth, 0.012, -halfDepth),
        new Vec(halfWidth, 0.012, halfDepth),
        new Vec(-halfWidth, 0.012, halfDepth),
        Material.matt(weave));
    mesh.casting(Mesh.SUN | Mesh.SKY);
  }

  /// A pointed leaf of length 1 along +z, bent in the middle.
  private void leaf(Material m) {
    Vertex stem = new Vertex(new Vec(0, 0, 0), Vec.UP, 0, 0);
    Vertex left = new Vertex(new Vec(-0.2, 0.1, 0.5), new Vec(-0.5, 1, 0), 0, 0.5);
    Vertex right = new Vertex(new Vec(0.2, 0.1, 0.5), new Vec(0.5, 1, 0), 1, 0.5);
    Vertex tip = new Vertex(new Vec(0, -0.05, 1), Vec.UP, 0, 1);
    mesh.smooth(stem, left, tip, right, m);
  }
}
