package dev.anmok.app.sample;

import java.util.List;
import java.util.SplittableRandom;

/// A selfie: a face close by, shoulders, and the street behind.
final class Portrait {
  private final Mesh mesh = new Mesh();
  private final Round round = new Round(mesh, 28);
  private final SplittableRandom random;
  private final Material skin;

  private Portrait(SplittableRandom random) {
    this.random = random;
    int[] tones = {0xf0c7a8, 0xdfae8a, 0xc68d66, 0xe9bb9c};
    this.skin =
        Material.shiny(
            Textures.plaster(Colour.vary(tones[random.nextInt(4)], random, 0.08), 5), 0.12);
  }

  static Scene draw(SplittableRandom random) {
    var portrait = new Portrait(random);
    portrait.background();
    portrait.mesh.at(Placement.of(0, 0, 0, random.nextDouble() * 0.5 - 0.25));
    portrait.body();
    portrait.face();
    portrait.hair();
    Vec eye = new Vec(0.03 + random.nextDouble() * 0.06, 0.03, -0.34);
    var key = new Beam(new Vec(-0.45, -0.5, 0.75).unit(), Light.of(0xfff2e2, 0.85), 0.05, Mesh.SUN);
    var lighting =
        new Lighting(Light.of(0xeaf0ff, 0.5), Light.of(0xd8c0a8, 0.4), List.of(key), List.of());
    return new Scene(
        portrait.mesh,
        lighting,
        Camera.look(eye, new Vec(0, -0.04, 0), 1.2),
        new Grade(0.4, 0xfff8f0, 0.4, 0.28));
  }

  private void background() {
    mesh.casting(0);
    Material street = Material.glowing(Textures.picture(Outdoors.draw(false, random)), 0.6);
    mesh.sheet(
        new Vec(-8, 4, 2.6), new Vec(8, 4, 2.6), new Vec(8, -4, 2.6), new Vec(-8, -4, 2.6), street);
    mesh.casting(Mesh.SUN);
  }

  private void body() {
    Material shirt = Material.matt(Textures.fabric(Colour.vary(0x6f7f96, random, 1.2), 3));
    round.tube(new Vec(0, -0.25, 0.03), new Vec(0, -0.08, 0.02), 0.052, skin);
    round.ellipsoid(new Vec(0, -0.36, 0.04), new Vec(0.23, 0.16, 0.11), shirt);
    round.ellipsoid(new Vec(0.2, -0.42, 0.03), new Vec(0.08, 0.2, 0.08), shirt);
    round.ellipsoid(new Vec(-0.2, -0.42, 0.03), new Vec(0.08, 0.2, 0.08), shirt);
    round.tube(new Vec(0.24, -0.35, -0.02), new Vec(0.34, -0.22, -0.42), 0.042, shirt);
  }

  private void face() {
    round.ellipsoid(new Vec(0, 0, 0), new Vec(0.075, 0.105, 0.088), skin);
    round.ellipsoid(new Vec(0, -0.05, -0.01), new Vec(0.058, 0.06, 0.07), skin);
    round.ellipsoid(new Vec(0, -0.018, -0.088), new Vec(0.011, 0.022, 0.014), skin);
    Material white = Material.shiny(0xf4f2ee);
    Material dark = Material.shiny(0x2a1c16);
    for (double side : new double[] {-1, 1}) {
      round.ellipsoid(new Vec(side * 0.075, -0.005, 0.01), new Vec(0.012, 0.024, 0.016), skin);
      round.ellipsoid(new Vec(side * 0.03, 0.014, -0.074), new Vec(0.014, 0.0075, 0.01), white);
      round.ellipsoid(new Vec(side * 0.03, 0.014, -0.081), new Vec(0.0068, 0.0068, 0.005), dark);
      round.ellipsoid(
          new Vec(side * 0.03, 0.036, -0.08),
          new Vec(0.018, 0.0035, 0.006),
          Material.matt(0x3a2820));
    }
    round.ellipsoid(
        new Vec(0, -0.058, -0.077), new Vec(0.023, 0.007, 0.008), Material.shiny(0xc25f5c));
    round.ellipsoid(new Vec(0, -0.056, -0.0835), new Vec(0.016, 0.0022, 0.003), white);
  }

  private void hair() {
    int[] tones = {0x1d1613, 0x3a261b, 0x5b3a24, 0x241c1a};
    int tone = tones[random.nextInt(4)];
    Material strands =
        Material.shiny(
            (u, v) -> Colour.scale(tone, 0.7 + 0.7 * Noise.smooth(u * 90, v * 4, 3)), 0.25);
    round.ellipsoid(new Vec(0, 0.04, 0.03), new Vec(0.09, 0.1, 0.095), strands);
    round.ellipsoid(new Vec(0.022, 0.078, -0.028), new Vec(0.062, 0.042, 0.062), strands);
    round.ellipsoid(new Vec(-0.03, 0.08, -0.02), new Vec(0.055, 0.045, 0.062), strands);
    if (random.nextInt(3) > 0) {
      for (double side : new double[] {-1, 1}) {
        round.ellipsoid(new Vec(side * 0.078, -0.06, 0.03), new Vec(0.026, 0.14, 0.045), strands);
      }
      round.ellipsoid(new Vec(0, -0.06, 0.06), new Vec(0.085, 0.14, 0.04), strands);
    }
  }
}
