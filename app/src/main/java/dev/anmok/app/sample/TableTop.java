package dev.anmok.app.sample;

import java.util.List;
import java.util.SplittableRandom;

/// Close-up photos taken across a table: a dish or a drink, the cafe behind it out of focus.
final class TableTop {
  private final Mesh mesh = new Mesh();
  private final CafeStyle style;
  private final SplittableRandom random;

  private TableTop(CafeStyle style, SplittableRandom random) {
    this.style = style;
    this.random = random;
  }

  static Scene of(Dish dish, CafeStyle style, SplittableRandom random) {
    var top = new TableTop(style, random);
    top.table();
    new Plate(top.mesh, random).serve(dish);
    if (random.nextBoolean()) {
      top.mesh.at(Placement.of(0.17, 0, 0.13, 0));
      new Furniture(top.mesh, style, 3).cup(0xf4f0ea);
    }
    return top.scene(0.22 + random.nextDouble() * 0.05, 0.75 + random.nextDouble() * 0.4, 0.025);
  }

  static Scene of(Drink drink, CafeStyle style, SplittableRandom random) {
    var top = new TableTop(style, random);
    top.table();
    new Cup(top.mesh, random).pour(drink);
    boolean flat = drink == Drink.LATTE;
    double tilt = flat ? 0.8 + random.nextDouble() * 0.65 : 0.12 + random.nextDouble() * 0.25;
    return top.scene(flat ? 0.135 : 0.22, tilt, flat ? 0.03 : 0.085);
  }

  private void table() {
    mesh.at(Placement.of(0, 0, 0, random.nextDouble() - 0.5)).casting(0);
    Material top =
        switch (random.nextInt(3)) {
          case 0 ->
              Material.shiny(
                  Textures.boards(style.palette().wood(), 0.12, random.nextInt(99)), 0.3);
          case 1 -> Material.shiny(Textures.plaster(0xeeeae4, random.nextInt(99)), 0.4);
          default -> style.wood(random.nextInt(99));
        };
    mesh.quad(
        new Vec(-0.9, 0, -0.7),
        new Vec(0.9, 0, -0.7),
        new Vec(0.9, 0, 0.55),
        new Vec(-0.9, 0, 0.55),
        top);
    Material behind =
        Material.glowing(
            Textures.picture(Outdoors.draw(style.mood().night(), random)),
            style.mood().night() ? 0.4 : 0.55);
    mesh.at(Placement.WORLD);
    mesh.sheet(
        new Vec(-3, 1.6, 2.4),
        new Vec(3, 1.6, 2.4),
        new Vec(3, -1.4, 2.4),
        new Vec(-3, -1.4, 2.4),
        behind);
    mesh.casting(Mesh.SUN | Mesh.SKY);
  }

  /// @param tilt height of the camera above the table in radians
  private Scene scene(double distance, double tilt, double height) {
    Vec target = new Vec(0, height, 0);
    Vec eye =
        target.plus(new Vec(0.04, StrictMath.sin(tilt), -StrictMath.cos(tilt)).times(distance));
    Mood mood = style.mood();
    Vec side = new Vec(random.nextBoolean() ? 0.7 : -0.7, -0.75, -0.35).unit();
    var key =
        new Beam(side, Light.of(Colour.mix(0xfff6e8, mood.lamp(), 0.3), 0.9), 0.015, Mesh.SUN);
    var soft = new Beam(new Vec(0.1, -1, 0.1).unit(), Light.grey(0.3), 0.05, Mesh.SKY);
    var lighting =
        new Lighting(
            Light.of(0xf4f4ff, 0.4),
            Light.of(style.palette().wood(), 0.3),
            List.of(key, soft),
            List.of());
    return new Scene(
        mesh,
        lighting,
        Camera.look(eye, target, 1.15),
        new Grade(0.46, mood.tint(), 0.35, distance));
  }
}
