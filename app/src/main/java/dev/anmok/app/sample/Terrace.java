package dev.anmok.app.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Seats outdoors: a deck, the cafe's front, parasols or strings of bulbs, plants all around.
final class Terrace {
  private final Mesh mesh = new Mesh();
  private final CafeStyle style;
  private final SplittableRandom random;
  private final Furniture furniture;
  private final Decor decor;
  private final Lamps lamps;

  private Terrace(CafeStyle style, long seed) {
    this.style = style;
    this.random = new SplittableRandom(seed);
    this.furniture = new Furniture(mesh, style, random.nextInt(999));
    this.decor = new Decor(mesh, style, random.split());
    this.lamps = new Lamps(mesh, style);
  }

  static Scene furnished(CafeStyle style, long seed, Camera camera) {
    var terrace = new Terrace(style, seed);
    terrace.surroundings();
    terrace.seats();
    terrace.lights();
    Mood mood = style.mood();
    return new Scene(
        terrace.mesh, terrace.lighting(), camera, new Grade(mood.key(), mood.tint(), 0.35, 0));
  }

  private void surroundings() {
    boolean night = style.mood().night();
    mesh.at(Placement.WORLD).casting(0);
    int deck = Colour.mix(style.palette().floor(), 0xa98d6d, 0.4);
    mesh.quad(
        new Vec(-7, 0, -1),
        new Vec(-7, 0, 10),
        new Vec(7, 0, 10),
        new Vec(7, 0, -1),
        Material.matt(Textures.boards(deck, 0.14, random.nextInt(99))));
    Material sky =
        Material.glowing(Textures.picture(Outdoors.draw(night, random)), night ? 0.5 : 1.6);
    mesh.sheet(
        new Vec(-22, 15, 14),
        new Vec(22, 15, 14),
        new Vec(22, -1.5, 14),
        new Vec(-22, -1.5, 14),
        sky);
    mesh.casting(Mesh.SUN | Mesh.SKY);
    front();
    pergola();
    for (double x = -6; x < 6.5; x += 1.1) {
      mesh.at(Placement.of(x, 0, 8.6 + random.nextDouble() * 0.3, 0));
      mesh.block(0, 0, 0, new Vec(0.5, 0.4, 0.4), style.wood(3));
      mesh.at(Placement.of(x, 0.2, 8.6, 0));
      decor.plant(0.9 + random.nextDouble() * 0.5);
    }
  }

  /// Posts and beams overhead.
  private void pergola() {
    mesh.at(Placement.WORLD);
    Material wood = style.wood(8);
    for (double z = 0.6; z < 8.6; z += 1.0) {
      mesh.box(new Vec(-3.4, 2.95, z), new Vec(3.7, 3.12, z + 0.1), wood);
    }
    for (double x : new double[] {-0.2, 3.5}) {
      mesh.box(new Vec(x, 2.8, 0), new Vec(x + 0.14, 2.96, 8.6), wood);
    }
    for (double z : new double[] {2.2, 5.4, 8.4}) {
      mesh.block(3.57, 0, z, new Vec(0.14, 2.95, 0.14), wood);
    }
    mesh.box(new Vec(-3.4, 0.95, 8.2), new Vec(3.7, 1.03, 8.28), wood);
    mesh.box(new Vec(3.53, 0.95, 1), new Vec(3.6, 1.03, 8.2), wood);
  }

  /// The cafe's own wall with its windows, on the left.
  private void front() {
    Placement wall =
        new Placement(new Vec(-3.4, 0, 0), new Vec(0, 0, 1), Vec.UP, new Vec(-1, 0, 0));
    var walls = new WallBuilder(mesh, style.wall(5), Material.shiny(0x3b332d), 4.2);
    walls.build(
        wall,
        8.4,
        List.of(
            new Opening(1.2, 3.4, 0.4, 2.5),
            new Opening(4.0, 5.2, 0.05, 2.5),
            new Opening(5.8, 7.6, 0.4, 2.5)));
    mesh.at(wall).casting(0);
    Material inside =
        Material.glowing(Textures.plaster(Colour.mix(style.mood().lamp(), 0x5a4632, 0.35), 4), 0.8);
    mesh.quad(
        new Vec(0, 0, 0.5), new Vec(8.4, 0, 0.5), new Vec(8.4, 3, 0.5), new Vec(0, 3, 0.5), inside);
    mesh.casting(Mesh.SUN | Mesh.SKY);
    Material awning = Material.matt(Textures.stripes(style.palette().accent(), 0xf4efe4, 0.3));
    mesh.quad(
        new Vec(0.8, 2.75, 0),
        new Vec(8, 2.75, 0),
        new Vec(8, 2.35, -1.3),
        new Vec(0.8, 2.35, -1.3),
        awning);
  }

  private void seats() {
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 2; column++) {
        double x = -1.3 + column * 2.7 + random.nextDouble() * 0.3;
        double z = 2.5 + row * 1.95 + random.nextDouble() * 0.3;
        mesh.at(Placement.of(x, 0, z, 0));
        furniture.roundTable(0.42, style.wood(6));
        if (!style.mood().night() && (row + column) % 2 == 0) {
          furniture.parasol(
              Material.matt(Textures.plain(column == 0 ? 0xf1e8d6 : style.palette().accent())));
        }
        for (int k = 0; k < 3; k++) {
          double a = k * 2.1 + random.nextDouble() * 0.5;
          double cx = x + 0.75 * StrictMath.sin(a);
          double cz = z - 0.75 * StrictMath.cos(a);
          mesh.at(Placement.of(cx, 0, cz, a));
          furniture.chair();
        }
        mesh.at(Placement.of(x + 0.1, 0.735, z, 0));
        furniture.cup(0xf2eee6);
        if (style.mood().night()) {
          lamps.table(x - 0.12, 0.735, z + 0.1);
        }
      }
    }
    for (int i = 0; i < 3 + style.plants(); i++) {
      double side = random.nextBoolean() ? -3.0 : 3.4;
      mesh.at(Placement.of(side, 0, 1.5 + random.nextDouble() * 6, 0));
      decor.plant(0.7 + random.nextDouble() * 0.9);
    }
  }

  private void lights() {
    for (int i = 0; i < 4; i++) {
      lamps.string(new Vec(-3.4, 2.9, 1.5 + i * 1.9), new Vec(3.5, 2.9, 2.2 + i * 1.9), 16);
    }
  }

  private Lighting lighting() {
    Mood mood = style.mood();
    var beams = new ArrayList<Beam>();
    if (mood.day() > 0.3) {
      beams.add(
          new Beam(
              new Vec(-0.5, -0.75, 0.35).unit(),
              Light.of(0xfff0d8, 1.3 * mood.day()),
              0.05,
              Mesh.SUN));
    }
    beams.add(
        new Beam(
            new Vec(0.1, -1, 0.1).unit(),
            Light.of(0xdfe8ff, 0.05 + 0.25 * mood.day()),
            0.3,
            Mesh.SKY));
    double ambient = 0.05 + 0.5 * mood.day();
    Light above = Light.of(mood.night() ? 0x6f7fc0 : 0xdce8ff, ambient);
    Light below = Light.of(style.palette().floor(), ambient * 0.7);
    return new Lighting(above, below, beams, List.copyOf(lamps.lit()));
  }
}
