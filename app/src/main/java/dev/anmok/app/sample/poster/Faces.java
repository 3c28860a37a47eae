package dev.anmok.app.sample.poster;

import dev.anmok.app.sample.Colour;
import java.util.SplittableRandom;

/// One face that fills the poster, or two.
record Faces(Design design, SplittableRandom random) implements Motif {
  @Override
  public void paint(Canvas canvas) {
    if (design.composition() == Composition.FACE) {
      single(canvas);
    } else if (random.nextBoolean()) {
      besides(canvas);
    } else {
      stacked(canvas);
    }
  }

  private void single(Canvas canvas) {
    double size = 92 + random.nextDouble() * 62;
    double x = 200 + (random.nextDouble() - 0.5) * 70;
    double y = 210 + random.nextDouble() * 60;
    backlight(canvas, x, y);
    double side = side();
    Relief.draw(canvas, head(x, y, size, side * (0.2 + 0.5 * random.nextDouble())), lit(side));
  }

  private void besides(Canvas canvas) {
    backlight(canvas, 200, 230);
    double size = 70 + random.nextDouble() * 14;
    double y = 215 + random.nextDouble() * 40;
    double apart = 84 + random.nextDouble() * 14;
    double gaze = random.nextBoolean() ? 0.7 : -0.5;
    Relief.draw(canvas, head(200 - apart, y - 14, size * 1.06, gaze), lit(-0.6));
    Relief.draw(canvas, head(200 + apart, y + 22, size, -gaze), lit(0.6));
  }

  private void stacked(Canvas canvas) {
    double side = side();
    backlight(canvas, 200, 190);
    Relief.draw(canvas, head(200 + 50 * side, 165, 104, -side * 0.5), lit(side));
    Relief.draw(canvas, head(200 - 78 * side, 345, 66, side * 0.6), lit(-side));
  }

  private void backlight(Canvas canvas, double x, double y) {
    int rgb = design.tone().bright ? design.tone().at(0.95) : design.tone().at(0.55);
    double power = design.tone().bright ? 0.8 : 0.3 + 0.4 * random.nextDouble();
    canvas.veil(
        rgb,
        (u, v) -> {
          double dx = (u * 400 - x) / 260;
          double dy = (v * 600 - y) / 300;
          double d = 1 - dx * dx - dy * dy;
          return d <= 0 ? 0 : power * d;
        });
  }

  private double side() {
    return (random.nextBoolean() ? 1 : -1) * (0.25 + 0.7 * random.nextDouble());
  }

  private Head head(double x, double y, double size, double turn) {
    var tone = design.tone();
    int cloth =
        tone.bright
            ? Colour.vary(tone.accent, random, 0.5)
            : Colour.mix(tone.at(0.25), tone.accent, 0.25 * random.nextDouble());
    return new Head(x, y, size, turn, Head.Look.drawn(random, cloth));
  }

  private Lit lit(double side) {
    var tone = design.tone();
    double height = random.nextInt(5) == 0 ? -0.9 : 0.3 + 0.6 * random.nextDouble();
    if (tone.bright) {
      return new Lit(0xfff4e6, side * 0.5, 0.7, 0xffffff, 0.5);
    }
    int rim = design.neon() ? tone.tubes()[1] : tone.accent;
    int key =
        design.neon()
            ? Colour.mix(tone.tubes()[0], 0xffffff, 0.2)
            : Colour.mix(0xffe8d0, tone.accent, tone.grade * 0.5);
    return new Lit(key, side, height, rim, 0.07);
  }
}
