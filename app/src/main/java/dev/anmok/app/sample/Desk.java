package dev.anmok.app.sample;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/// A flat thing photographed from above, a little askew on a table.
final class Desk {
  private Desk() {}

  static BufferedImage lay(BufferedImage thing, SplittableRandom random) {
    int w = thing.getWidth() + 60 + random.nextInt(140);
    int h = thing.getHeight() + 50 + random.nextInt(60);
    int wood = Colour.vary(random.nextBoolean() ? 0x8a6040 : 0xb9b2a6, random, 0.3);
    var paper = new Paper(w, h, wood);
    Texture grain = Textures.boards(wood, 0.2, random.nextInt(99));
    var ground = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        ground.setRGB(x, y, grain.at(y / 500.0, x / 500.0));
      }
    }
    paper.g.drawImage(ground, 0, 0, null);
    double turn = (random.nextDouble() - 0.5) * 0.24;
    var place = AffineTransform.getTranslateInstance(w / 2.0, h / 2.0);
    place.rotate(turn);
    place.translate(-thing.getWidth() / 2.0, -thing.getHeight() / 2.0);
    for (int i = 6; i > 0; i--) {
      paper.g.setTransform(new AffineTransform());
      paper.g.translate(i * 0.8, i);
      paper.g.transform(place);
      paper.g.setColor(new Color(0, 0, 0, 22));
      paper.g.fill(new Rectangle2D.Double(0, 0, thing.getWidth(), thing.getHeight()));
    }
    paper.g.setTransform(new AffineTransform());
    paper.g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    paper.g.drawImage(thing, place, null);
    return Snapshot.of(paper.finished(), random);
  }
}
