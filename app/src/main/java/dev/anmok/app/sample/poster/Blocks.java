package dev.anmok.app.sample.poster;

import dev.anmok.app.sample.Colour;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.SplittableRandom;

/// Plain forms behind a poster that is nothing but its title.
record Blocks(Design design, SplittableRandom random) implements Motif {
  @Override
  public void paint(Canvas canvas) {
    var tone = design.tone();
    switch (random.nextInt(4)) {
      case 0 -> {
        double r = 130 + random.nextInt(60);
        canvas.fill(new Ellipse2D.Double(200 - r, 270 - r, 2 * r, 2 * r), tone.accent);
      }
      case 1 -> {
        int y = 120 + random.nextInt(120);
        canvas.fill(new Rectangle2D.Double(0, y, Canvas.WIDTH, 220), tone.accent);
      }
      case 2 -> {
        var half = new Path2D.Double();
        half.moveTo(0, 600);
        half.lineTo(400, 120 + random.nextInt(200));
        half.lineTo(400, 600);
        half.closePath();
        canvas.fill(half, tone.accent);
      }
      default -> {
        for (int i = 0; i < 6; i++) {
          canvas.fill(
              new Rectangle2D.Double(0, i * 100, Canvas.WIDTH, 100),
              Colour.mix(tone.accent, tone.ground(i / 6.0), 0.15 + 0.14 * i));
        }
      }
    }
  }
}
