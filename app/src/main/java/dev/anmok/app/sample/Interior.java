package dev.anmok.app.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// One zone of a cafe, furnished. The same seed furnishes it the same way, so that it can be
/// photographed from several sides.
final class Interior {
  private final Mesh mesh = new Mesh();
  private final CafeStyle style;
  private final CafeStyle.Zone zone;
  private final SplittableRandom random;
  private final Shell shell;
  private final Furniture furniture;
  private final Decor decor;
  private final Lamps lamps;

  private Interior(CafeStyle style, CafeStyle.Zone zone, long seed) {
    this.style = style;
    this.zone = zone;
    this.random = new SplittableRandom(seed);
    this.shell = new Shell(mesh, style, random.split());
    this.furniture = new Furniture(mesh, style, random.nextInt(999));
    this.decor = new Decor(mesh, style, random.split());
    this.lamps = new Lamps(mesh, style);
  }

  /// The zone as seen by a camera.
  static Scene furnished(CafeStyle style, CafeStyle.Zone zone, long seed, Camera camera) {
    if (zone == CafeStyle.Zone.TERRACE) {
      return Terrace.furnished(style, seed, camera);
    }
    var interior = new Interior(style, zone, seed);
    interior.furnish();
    Mood mood = style.mood();
    return new Scene(
        interior.mesh, interior.lighting(), camera, new Grade(mood.key(), mood.tint(), 0.35, 0));
  }

  private void furnish() {
    switch (zone) {
      case HALL -> hall();
      case WINDOW -> window();
      case COUNTER -> counter();
      case SOFA -> sofa();
      case SHELVES -> shelves();
      case TERRACE -> throw new IllegalStateException("a terrace has no walls");
    }
    greenery();
  }

  private void hall() {
    var side =
        List.of(
            new Opening(0.7, 2.3, 0.75, 2.45),
            new Opening(2.8, 4.3, 0.75, 2.45),
            new Opening(4.7, 6.0, 0.75, 2.45));
    shell.build(List.of(), side, List.of());
    shell.walls().gallery(Shell.back(), 0.5, 3.2, style.palette().accent(), random);
    mesh.at(Placement.of(2.0, 0, Shell.DEPTH - 0.04, Math.PI));
    decor.shelf(1.4, 2.1, 0.28);
    for (int row = 0; row < 3; row++) {
      seating(-1.75, 2.2 + row * 1.55, row);
      seating(1.6, 1.9 + row * 1.5, row + 3);
      lamps.pendant(-1.75, 1.85, 2.2 + row * 1.55, Shell.HEIGHT);
      lamps.pendant(1.6, 1.85, 1.9 + row * 1.5, Shell.HEIGHT);
    }
  }

  private void window() {
    var wide = new Opening(0.5, 5.3, 0.62, 2.55);
    var side = new Opening(2.6, 4.6, 0.7, 2.5);
    shell.build(List.of(wide), List.of(side), List.of());
    if (!style.mood().night()) {
      shell.walls().curtains(Shell.back(), wide, Colour.mix(style.palette().seat(), 0xfaf3e6, 0.7));
    }
    if (random.nextInt(3) == 0) {
      mesh.at(Placement.of(0, 0, Shell.DEPTH - 0.45, 0));
      furniture.longTable(4.6, 0.5, 0.95);
      for (int i = 0; i < 5; i++) {
        mesh.at(Placement.of(-1.9 + i * 0.95, 0, Shell.DEPTH - 1.0, random.nextDouble()));
        furniture.stool(0.68);
        cup(-1.8 + i * 0.95, 0.95, Shell.DEPTH - 0.5);
      }
    } else {
      mesh.at(Placement.of(0, 0, Shell.DEPTH - 0.3, Math.PI));
      furniture.bench(4.8);
      for (int i = 0; i < 3; i++) {
        seating(-1.7 + i * 1.7, Shell.DEPTH - 1.15, 2 + i);
      }
    }
    seating(1.8, 3.1, 1);
    seating(-1.9, 3.4, 4);
    for (int i = 0; i < 3; i++) {
      lamps.pendant(-1.7 + i * 1.7, 1.95, Shell.DEPTH - 1.15, Shell.HEIGHT);
    }
    shell.walls().gallery(Shell.right(), 2.4, 5.4, style.palette().accent(), random);
  }

  private void counter() {
    shell.build(List.of(), List.of(new Opening(1.6, 3.8, 0.7, 2.4)), List.of());
    for (int i = 0; i < 3; i++) {
      mesh.at(Placement.of(0, 1.35 + i * 0.42, Shell.DEPTH - 0.04, Math.PI));
      mesh.block(0, -0.03, 0.14, new Vec(4.2, 0.03, 0.26), style.wood(5 + i));
      decor.books(-2.0, 2.0, 0, 0.24);
    }
    mesh.at(Placement.of(0, 0, Shell.DEPTH - 1.5, Math.PI));
    decor.counter(4.4);
    for (int i = 0; i < 4; i++) {
      mesh.at(Placement.of(-1.6 + i * 1.05, 0, Shell.DEPTH - 2.3, random.nextDouble()));
      furniture.stool(0.72);
      lamps.pendant(-1.7 + i * 1.13, 1.9, Shell.DEPTH - 1.6, Shell.HEIGHT);
    }
    seating(-1.8, 2.2, 2);
    seating(2.0, 2.4, 1);
  }

  private void sofa() {
    shell.build(List.of(), List.of(new Opening(2.4, 5.2, 0.6, 2.5)), List.of());
    shell.walls().gallery(Shell.back(), 1.4, 4.7, style.palette().accent(), random);
    mesh.at(Placement.of(0, 0, 4.1, 0));
    decor.rug(1.7, 1.2);
    mesh.at(Placement.of(0, 0, Shell.DEPTH - 0.5, Math.PI));
    furniture.sofa(2.4, style.palette().accent());
    mesh.at(Placement.of(2.0, 0, 4.0, Math.PI / 2 + 0.2));
    furniture.sofa(0.95, style.palette().accent());
    mesh.at(Placement.of(-1.9, 0, 3.9, -Math.PI / 2));
    furniture.sofa(0.95, style.palette().accent());
    mesh.at(Placement.of(0, 0, 4.3, 0));
    furniture.lowTable(0.5);
    cup(-0.15, 0.42, 4.2);
    cup(0.2, 0.42, 4.4);
    lamps.standing(1.75, Shell.DEPTH - 0.5);
    lamps.pendant(0, 2.1, 4.2, Shell.HEIGHT);
    lamps.pendant(-1.6, 2.0, 2.4, Shell.HEIGHT);
  }

  private void shelves() {
    shell.build(List.of(), List.of(new Opening(1.2, 2.8, 0.7, 2.4)), List.of());
    for (int i = 0; i < 3; i++) {
      mesh.at(Placement.of(-1.85 + i * 1.85, 0, Shell.DEPTH - 0.03, Math.PI));
      decor.shelf(1.8, 2.5, 0.3);
      mesh.at(Placement.of(Shell.WIDTH / 2 - 0.03, 0, 1.9 + i * 1.6, Math.PI / 2));
      decor.shelf(1.5, 2.2, 0.28);
    }
    seating(-1.4, 4.4, 0);
    seating(1.0, 4.7, 3);
    seating(-1.6, 2.5, 1);
    lamps.pendant(-1.4, 1.9, 4.4, Shell.HEIGHT);
    lamps.pendant(1.0, 1.9, 4.7, Shell.HEIGHT);
    lamps.standing(-2.4, 5.6);
    lamps.table(1.15, 0.74, 4.85);
  }

  /// A table with two seats and perhaps cups; `kind` varies it.
  private void seating(double x, double z, int kind) {
    mesh.at(Placement.of(x, 0, z, 0));
    if (kind % 2 == 0) {
      furniture.squareTable(0.72);
    } else {
      furniture.roundTable(0.38, style.wood(3));
    }
    double turn = random.nextDouble() * 0.4 - 0.2;
    for (int side = -1; side <= 1; side += 2) {
      double cx = x + side * 0.62;
      mesh.at(Placement.of(cx, 0, z + 0.05, side * Math.PI / 2 + turn));
      furniture.chair();
    }
    cup(x - 0.13, 0.735, z - 0.1);
    if (random.nextBoolean()) {
      cup(x + 0.16, 0.735, z + 0.12);
    }
  }

  private void cup(double x, double y, double z) {
    mesh.at(Placement.of(x, y, z, 0));
    furniture.cup(Colour.vary(0xf2eee6, random, 0.15));
  }

  private void greenery() {
    int count = style.plants() * 2 + 1;
    for (int i = 0; i < count; i++) {
      boolean left = random.nextBoolean();
      double x = (left ? -1 : 1) * (2.45 + random.nextDouble() * 0.2);
      double z = 1.6 + random.nextDouble() * 4.4;
      mesh.at(Placement.of(x, 0, z, 0));
      decor.plant(0.6 + random.nextDouble() * (0.5 + 0.35 * style.plants()));
    }
    for (int i = 0; i < (style.plants() - 1) * 2; i++) {
      mesh.at(Placement.of(random.nextDouble() * 5 - 2.5, 2.5, 2 + random.nextDouble() * 4.2, 0));
      decor.hanging(0.9);
    }
  }

  private Lighting lighting() {
    Mood mood = style.mood();
    boolean fromBack = zone == CafeStyle.Zone.WINDOW;
    var beams = new ArrayList<Beam>();
    if (mood.day() > 0.5) {
      Vec sun = fromBack ? new Vec(0.35, -0.62, -0.7).unit() : new Vec(0.75, -0.58, 0.25).unit();
      beams.add(new Beam(sun, Light.of(0xffe9c6, 1.5 * mood.day()), 0.04, Mesh.SUN));
    }
    double soft = 0.10 + 0.22 * mood.day();
    beams.add(
        new Beam(
            new Vec(0.1, -1, 0.16).unit(),
            Light.of(Colour.mix(0xffffff, mood.lamp(), 0.5), soft),
            0.22,
            Mesh.SKY));
    var lit = new ArrayList<>(lamps.lit());
    lit.addAll(shell.daylight());
    double ambient = 0.1 + 0.35 * mood.day();
    Light above = Light.of(Colour.mix(0xffffff, mood.lamp(), 0.45), ambient);
    Light below = Light.of(Colour.mix(style.palette().floor(), 0xffffff, 0.45), ambient * 0.85);
    return new Lighting(above, below, beams, lit);
  }
}
