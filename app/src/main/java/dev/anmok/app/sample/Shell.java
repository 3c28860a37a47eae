package dev.anmok.app.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Floor, ceiling, three walls and their windows, and the daylight that comes in. The viewer stands
/// at z = 0 and looks along z; x = 0 is the middle.
final class Shell {
  static final double WIDTH = 5.8;
  static final double DEPTH = 6.4;
  static final double HEIGHT = 3.0;

  private static final Vec ACROSS = new Vec(1, 0, 0);
  private static final Vec ALONG = new Vec(0, 0, 1);

  private final Mesh mesh;
  private final CafeStyle style;
  private final SplittableRandom random;
  private final WallBuilder walls;
  private final List<Lamp> daylight = new ArrayList<>();

  Shell(Mesh mesh, CafeStyle style, SplittableRandom random) {
    this.mesh = mesh;
    this.style = style;
    this.random = random;
    Material trim =
        Material.shiny(
            style.mood().night() ? 0x2e2622 : Colour.mix(style.palette().wood(), 0xffffff, 0.15));
    this.walls = new WallBuilder(mesh, style.wall(random.nextInt(999)), trim, HEIGHT);
  }

  static Placement back() {
    return new Placement(new Vec(-WIDTH / 2, 0, DEPTH), ACROSS, Vec.UP, ALONG);
  }

  static Placement left() {
    return new Placement(new Vec(-WIDTH / 2, 0, 0), ALONG, Vec.UP, ACROSS.times(-1));
  }

  static Placement right() {
    return new Placement(new Vec(WIDTH / 2, 0, 0), ALONG, Vec.UP, ACROSS);
  }

  WallBuilder walls() {
    return walls;
  }

  List<Lamp> daylight() {
    return daylight;
  }

  /// Builds floor, ceiling and the three walls with their windows.
  void build(List<Opening> atBack, List<Opening> atLeft, List<Opening> atRight) {
    mesh.at(Placement.WORLD);
    double w = WIDTH / 2;
    mesh.quad(
        new Vec(-w, 0, -1),
        new Vec(-w, 0, DEPTH),
        new Vec(w, 0, DEPTH),
        new Vec(w, 0, -1),
        style.floor(random.nextInt(999)));
    mesh.casting(Mesh.SUN);
    int above =
        Colour.mix(style.palette().wall(), style.mood().night() ? 0x1c1a1a : 0xffffff, 0.55);
    mesh.quad(
        new Vec(-w, HEIGHT, -1),
        new Vec(w, HEIGHT, -1),
        new Vec(w, HEIGHT, DEPTH),
        new Vec(-w, HEIGHT, DEPTH),
        Material.matt(above));
    if (style.finish() == CafeStyle.Finish.CONCRETE
        || style.finish() == CafeStyle.Finish.BRICK_ON_BOARDS) {
      for (double z = 0.8; z < DEPTH; z += 1.4) {
        mesh.box(new Vec(-w, HEIGHT - 0.18, z), new Vec(w, HEIGHT, z + 0.14), style.wood(4));
      }
    }
    side(back(), WIDTH, atBack);
    side(left(), DEPTH, atLeft);
    side(right(), DEPTH, atRight);
  }

  private void side(Placement place, double length, List<Opening> openings) {
    walls.build(place, length, openings);
    if (openings.isEmpty()) {
      return;
    }
    double day = style.mood().day();
    double glow = style.mood().night() ? 0.35 : 0.6 + 1.5 * day;
    walls.view(place, length, Outdoors.draw(style.mood().night(), random), glow);
    for (Opening o : openings) {
      double area = (o.to() - o.from()) * (o.head() - o.sill());
      Vec middle = new Vec((o.from() + o.to()) / 2, (o.sill() + o.head()) / 2, -0.35);
      int sky = style.mood().night() ? 0x5060a0 : 0xf2f6ff;
      daylight.add(new Lamp(place.point(middle), Light.of(sky, 0.1 * area * (day + 0.04)), 2.2));
    }
  }
}
