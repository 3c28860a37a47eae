package dev.anmok.app.sample.poster;

import dev.anmok.app.sample.Colour;
import dev.anmok.app.sample.StrokeFont;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.SplittableRandom;

/// How a title is written.
///
/// @param weight width of the strokes as a share of the letters' height
/// @param squeeze width of the letters, 1 as they are
/// @param slant how far they lean to the right
/// @param tilt angle of the line in radians
record Lettering(Fill fill, double weight, double squeeze, double slant, double tilt) {
  /// What the strokes look like.
  enum Fill {
    SOLID,
    OUTLINE,
    SHADOW,
    GRADIENT,
    NEON
  }

  /// Draws one by lot.
  ///
  /// @param dense whether the letters have many strokes, which must be thinner
  static Lettering drawn(Design design, boolean dense, SplittableRandom random) {
    var fills = Fill.values();
    var fill = design.neon() ? Fill.NEON : fills[random.nextInt(fills.length - 1)];
    double weight = fill == Fill.NEON ? 0.07 : 0.08 + (dense ? 0.035 : 0.1) * random.nextDouble();
    double squeeze = (dense ? 0.82 : 0.72) + 0.3 * random.nextDouble();
    double slant = random.nextInt(4) == 0 ? 0.22 : 0;
    double tilt = random.nextInt(6) == 0 ? -0.07 + 0.14 * random.nextDouble() : 0;
    return new Lettering(fill, weight, squeeze, slant, tilt);
  }

  /// Small print of thin, narrow letters.
  static Lettering small(double squeeze) {
    return new Lettering(Fill.SOLID, 0.1, squeeze, 0, 0);
  }

  double width(String line, double size) {
    return StrokeFont.width(line, size) * squeeze - 0.1 * size * squeeze + slant * size;
  }

  /// Writes a line.
  ///
  /// @param x column of its middle
  /// @param y row of its top
  /// @param ink colour of the letters
  /// @param other colour of what belongs to them: shadow, inside, the gradient's end
  void write(Canvas canvas, String line, double x, double y, double size, int ink, int other) {
    var strokes = strokes(line, x, y, size);
    var body = body(strokes, size * weight);
    switch (fill) {
      case SOLID -> canvas.fill(body, ink);
      case OUTLINE -> {
        canvas.fill(body(strokes, size * (weight + 0.035)), ink);
        canvas.fill(body(strokes, size * Math.max(0.04, weight - 0.04)), other);
      }
      case SHADOW -> {
        var moved = AffineTransform.getTranslateInstance(size * 0.06, size * 0.06);
        canvas.fill(moved.createTransformedShape(body), other);
        canvas.fill(body, ink);
      }
      case GRADIENT -> {
        float top = (float) y;
        int end = Colour.mix(ink, other, 0.3); // all of it has to differ from the ground
        canvas.g.setPaint(
            new GradientPaint(0, top, new Color(ink), 0, (float) (y + size), new Color(end)));
        canvas.g.fill(body);
      }
      case NEON ->
          canvas.glow(
              g -> {
                g.setColor(new Color(other));
                g.fill(body(strokes, size * (weight + 0.03)));
                g.setColor(new Color(Colour.mix(other, 0xffffff, 0.75)));
                g.fill(body);
              },
              10,
              1.5);
    }
  }

  private Path2D strokes(String line, double x, double y, double size) {
    var path = StrokeFont.path(line);
    var place = AffineTransform.getRotateInstance(tilt, x, y + size / 2);
    place.translate(x - width(line, size) / 2 + slant * size, y);
    place.concatenate(new AffineTransform(size * squeeze, 0, -slant * size, size, 0, 0));
    path.transform(place);
    return path;
  }

  private static Shape body(Path2D strokes, double width) {
    return new BasicStroke(
            (float) Math.max(0.8, width), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
        .createStrokedShape(strokes);
  }
}
