package dev.anmok.app.sample.poster;

import dev.anmok.app.sample.Noise;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.SplittableRandom;

/// What lies before and behind the picture: weather, and the patterns of a designer.
record Air(Design design, SplittableRandom random) {
  /// What lies behind the picture.
  void behind(Canvas canvas) {
    switch (design.overlay()) {
      case NONE, DOTS -> {}
      case RAYS -> rays(canvas);
      case STRIPES -> stripes(canvas);
    }
  }

  /// What lies before it.
  void before(Canvas canvas) {
    switch (design.weather()) {
      case CLEAR -> {}
      case FOG -> fog(canvas);
      case RAIN -> rain(canvas);
      case SNOW -> flakes(canvas, 0xffffff, 220, 1);
      case PETALS -> flakes(canvas, 0xffb0c8, 46, 2.6);
    }
    if (design.overlay() == Overlay.DOTS) {
      dots(canvas);
    }
  }

  private void fog(Canvas canvas) {
    int seed = random.nextInt(9999);
    canvas.veil(
        design.tone().at(design.tone().bright ? 0.95 : 0.68),
        (u, v) -> {
          double low = Math.max(0, 1 - Math.abs(v - 0.72) * 2.4);
          return low * (1.5 * Noise.clouds(u * 3, v * 7, seed) - 0.1);
        });
  }

  private void rain(Canvas canvas) {
    canvas.g.setStroke(new BasicStroke(1));
    for (int i = 0; i < 320; i++) {
      double x = random.nextInt(460) - 30;
      double y = random.nextInt(600);
      double length = 10 + random.nextInt(26);
      canvas.g.setColor(new Color(255, 255, 255, 40 + random.nextInt(70)));
      canvas.g.draw(new Line2D.Double(x, y, x - length * 0.22, y + length));
    }
  }

  private void flakes(Canvas canvas, int rgb, int count, double size) {
    for (int i = 0; i < count; i++) {
      double s = size * (1 + random.nextDouble() * random.nextDouble() * 5);
      canvas.fill(
          new Ellipse2D.Double(random.nextInt(400), random.nextInt(600), s * 1.3, s),
          rgb,
          0.4 + 0.5 * random.nextDouble());
    }
  }

  private void rays(Canvas canvas) {
    double cx = 120 + random.nextInt(160);
    double cy = 200 + random.nextInt(60);
    int count = 14 + random.nextInt(10);
    for (int i = 0; i < count; i++) {
      double a = 2 * Math.PI * i / count;
      double b = a + Math.PI / count;
      var ray = new Path2D.Double();
      ray.moveTo(cx, cy);
      ray.lineTo(cx + 800 * StrictMath.cos(a), cy + 800 * StrictMath.sin(a));
      ray.lineTo(cx + 800 * StrictMath.cos(b), cy + 800 * StrictMath.sin(b));
      ray.closePath();
      canvas.fill(ray, design.tone().at(0.95), design.tone().bright ? 0.3 : 0.12);
    }
  }

  private void stripes(Canvas canvas) {
    double step = 14 + random.nextInt(24);
    for (double x = -600; x < 400; x += step * 2) {
      var band = new Path2D.Double();
      band.moveTo(x, 600);
      band.lineTo(x + step, 600);
      band.lineTo(x + step + 600, 0);
      band.lineTo(x + 600, 0);
      band.closePath();
      canvas.fill(band, design.tone().accent, 0.16);
    }
  }

  private void dots(Canvas canvas) {
    for (int y = 0; y < 600; y += 10) {
      for (int x = y / 10 % 2 * 5; x < 400; x += 10) {
        double s = 1 + 5.0 * y / 600;
        canvas.fill(new Ellipse2D.Double(x, y, s, s), design.tone().at(0.05), 0.22);
      }
    }
  }
}
