package dev.anmok.app.sample;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;

/// Walls with windows. A wall's own axes: x along it, y up, z out of the room.
final class WallBuilder {
  private final Mesh mesh;
  private final Material surface;
  private final Material trim;
  private final double height;

  WallBuilder(Mesh mesh, Material surface, Material trim, double height) {
    this.mesh = mesh;
    this.surface = surface;
    this.trim = trim;
    this.height = height;
  }

  /// Builds a wall of some length with openings ordered along it.
  void build(Placement place, double length, List<Opening> openings) {
    mesh.at(place).casting(Mesh.SUN);
    double x = 0;
    for (Opening o : openings) {
      panel(x, 0, o.from(), height);
      panel(o.from(), 0, o.to(), o.sill());
      panel(o.from(), o.head(), o.to(), height);
      frame(o);
      x = o.to();
    }
    panel(x, 0, length, height);
    mesh.casting(0);
    mesh.box(new Vec(0, 0, -0.02), new Vec(length, 0.1, 0), trim);
    mesh.casting(Mesh.SUN | Mesh.SKY);
  }

  /// Hangs the view out of the windows behind a wall.
  void view(Placement place, double length, BufferedImage picture, double glow) {
    mesh.at(place).casting(0);
    Material outside = Material.glowing(Textures.picture(picture), glow);
    mesh.sheet(
        new Vec(-9, height + 1.6, 2.2),
        new Vec(length + 9, height + 1.6, 2.2),
        new Vec(length + 9, -1.1, 2.2),
        new Vec(-9, -1.1, 2.2),
        outside);
    mesh.casting(Mesh.SUN | Mesh.SKY);
  }

  /// Curtains at both sides of an opening.
  void curtains(Placement place, Opening o, int rgb) {
    mesh.at(place).casting(Mesh.SUN);
    Material cloth = Material.matt(Textures.fabric(rgb, 5));
    for (double x : new double[] {o.from() - 0.18, o.to() - 0.22}) {
      for (int fold = 0; fold < 6; fold++) {
        double x0 = x + fold * 0.07;
        double z = fold % 2 == 0 ? -0.06 : -0.13;
        mesh.quad(
            new Vec(x0, Math.max(0.05, o.sill() - 0.3), z),
            new Vec(x0 + 0.07, Math.max(0.05, o.sill() - 0.3), -0.19 - z),
            new Vec(x0 + 0.07, o.head() + 0.12, -0.19 - z),
            new Vec(x0, o.head() + 0.12, z),
            cloth);
      }
    }
    mesh.casting(Mesh.SUN | Mesh.SKY);
  }

  /// Hangs a framed picture with its lower left corner at a place of the wall.
  void hang(Placement place, double x, double y, Vec size, Texture picture) {
    mesh.at(place).casting(0);
    mesh.box(
        new Vec(x - 0.03, y - 0.03, -0.035),
        new Vec(x + size.x() + 0.03, y + size.y() + 0.03, 0),
        trim);
    mesh.sheet(
        new Vec(x, y + size.y(), -0.04),
        new Vec(x + size.x(), y + size.y(), -0.04),
        new Vec(x + size.x(), y, -0.04),
        new Vec(x, y, -0.04),
        Material.shiny(picture, 0.2));
    mesh.casting(Mesh.SUN | Mesh.SKY);
  }

  /// Pictures at random places between two ends of a wall.
  void gallery(Placement place, double from, double to, int accent, SplittableRandom random) {
    for (double x = from; x < to - 0.6; x += 0.75 + random.nextDouble() * 0.5) {
      Vec size = new Vec(0.4 + random.nextDouble() * 0.3, 0.4 + random.nextDouble() * 0.35, 0);
      double y = 1.35 + random.nextDouble() * 0.25;
      hang(place, x, y, size, Textures.picture(Painting.draw(accent, random)));
    }
  }

  private void frame(Opening o) {
    double bar = 0.05;
    int panes = Math.max(1, (int) Math.round((o.to() - o.from()) / 0.9));
    for (int i = 0; i <= panes; i++) {
      double x = o.from() + (o.to() - o.from()) * i / panes;
      mesh.box(new Vec(x - bar / 2, o.sill(), -0.04), new Vec(x + bar / 2, o.head(), 0.06), trim);
    }
    double middle = o.sill() + (o.head() - o.sill()) * 0.68;
    for (double y : new double[] {o.sill(), middle, o.head()}) {
      mesh.box(new Vec(o.from(), y - bar / 2, -0.04), new Vec(o.to(), y + bar / 2, 0.06), trim);
    }
    mesh.box(
        new Vec(o.from() - 0.05, o.sill() - 0.04, -0.18),
        new Vec(o.to() + 0.05, o.sill(), 0.05),
        trim);
  }

  private void panel(double x0, double y0, double x1, double y1) {
    if (x1 <= x0 || y1 <= y0) {
      return;
    }
    Vec in = new Vec(0, 0, -1);
    mesh.smooth(
        new Vertex(new Vec(x0, y0, 0), in, x0, y0),
        new Vertex(new Vec(x1, y0, 0), in, x1, y0),
        new Vertex(new Vec(x1, y1, 0), in, x1, y1),
        new Vertex(new Vec(x0, y1, 0), in, x0, y1),
        surface);
  }
}
