package dev.anmok.app.sample.poster;

import dev.anmok.app.sample.Colour;
import dev.anmok.app.sample.Noise;
import dev.anmok.app.sample.StrokeFont;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A skyline over a wet street, at night with neon signs.
final class City implements Motif {
  private static final List<String> SIGNS =
      List.of(
          "호텔", "라면", "노래방", "약국", "극장", "전당포", "당구장", "BAR", "HOTEL", "24H", "OPEN", "CLUB",
          "CYBER", "만화방", "NOODLE", "ARCADE");
  private static final int STREET = 505;

  private final Design design;
  private final SplittableRandom random;
  private final List<Sign> signs = new ArrayList<>();

  City(Design design, SplittableRandom random) {
    this.design = design;
    this.random = random;
  }

  private record Sign(double x, double y, double size, String text, boolean upright, int rgb) {}

  @Override
  public void paint(Canvas canvas) {
    row(canvas, 190, 130, 0.35, 20);
    row(canvas, 260, 140, 0.62, 34);
    if (design.neon()) {
      haze(canvas);
    }
    if (design.neon() || random.nextInt(3) > 0) {
      canyon(canvas);
    } else {
      row(canvas, 330, 110, 0.95, 60);
    }
    canvas.fill(
        new Rectangle2D.Double(0, STREET, Canvas.WIDTH, 100), design.tone().silhouette(0.9));
    if (design.weather() == Weather.RAIN || random.nextInt(3) > 0) {
      var prop = design.weather() == Weather.RAIN ? Person.Prop.UMBRELLA : Person.Prop.NONE;
      double tall = 80 + random.nextInt(50);
      canvas.fill(
          Person.of(150 + random.nextInt(100), STREET + 22, tall, prop, random),
          design.tone().silhouette(1));
    }
  }

  /// The light of all the signs between the houses.
  private void haze(Canvas canvas) {
    int[] tubes = design.tone().tubes();
    canvas.veil(tubes[0], (u, v) -> 0.5 * Math.max(0, 1 - Math.abs(v - 0.72) * 3.2));
    canvas.veil(tubes[1], (u, v) -> 0.35 * Math.max(0, 1 - Math.abs(v - 0.5) * 5));
  }

  /// A row of houses from edge to edge.
  private void row(Canvas canvas, int top, int spread, double near, int width) {
    for (int x = -10; x < Canvas.WIDTH; ) {
      int w = width + random.nextInt(width);
      int y = top + random.nextInt(spread);
      house(canvas, x, y, w, near);
      x += w + random.nextInt(4);
    }
  }

  private void house(Canvas canvas, int x, int y, int w, double near) {
    canvas.fill(new Rectangle2D.Double(x, y, w, STREET - y), design.tone().silhouette(near));
    if (random.nextInt(4) == 0) {
      canvas.fill(
          new Rectangle2D.Double(x + w / 2.0, y - 24, 2, 24), design.tone().silhouette(near));
    }
    double step = 5 + near * 7;
    double lit = design.tone().bright ? 0.7 : 0.34;
    int lamp = design.tone().bright ? design.tone().at(0.95) : 0xffd58a;
    for (double wy = y + step; wy < STREET - step; wy += step * 1.3) {
      for (double wx = x + step * 0.6; wx < x + w - step * 0.7; wx += step) {
        if (random.nextDouble() < lit) {
          canvas.fill(
              new Rectangle2D.Double(wx, wy, step * 0.45, step * 0.6),
              lamp,
              0.25 + 0.6 * random.nextDouble());
        }
      }
    }
    if (design.neon() && near > 0.5 && random.nextInt(3) > 0) {
      sign(x + w * 0.2, Math.max(y, 150) + 20 + random.nextInt(120), 14 + near * 12);
    }
  }

  /// Two rows of houses that come closer on both sides.
  private void canyon(Canvas canvas) {
    for (int i = 0; i < 4; i++) {
      double near = 0.7 + 0.1 * i;
      double reach = 150 - 44 * (3 - i) * 0.9;
      int top = 250 - 70 * i + random.nextInt(50);
      double inner = Math.max(20, 165 - reach);
      wall(canvas, 165 - inner, top, near, i);
      wall(canvas, 235 + inner - Canvas.WIDTH, top + random.nextInt(60) - 30, near, i);
    }
  }

  /// @param edge where it ends: from the left edge, or minus what it is from the right one
  private void wall(Canvas canvas, double edge, int top, double near, int depth) {
    boolean left = edge > 0;
    double width = Math.abs(edge) - 28 * depth;
    double x = left ? 0 : Canvas.WIDTH - width;
    canvas.fill(
        new Rectangle2D.Double(x, top, width, STREET - top + 6), design.tone().silhouette(near));
    if (design.neon()) {
      double size = 15 + 5 * depth;
      double at = left ? width - size * 1.4 : x + size * 0.2;
      for (int y = Math.max(160, top + 30); y < 420; y += 100 + random.nextInt(60)) {
        sign(at + (left ? -1 : 1) * random.nextInt(20), y, size);
      }
    }
  }

  private void sign(double x, double y, double size) {
    var text = SIGNS.get(random.nextInt(SIGNS.size()));
    int[] tubes = design.tone().tubes();
    int rgb = tubes[random.nextInt(random.nextInt(3) == 0 ? tubes.length : 2)];
    signs.add(new Sign(x, y, size, text, random.nextInt(4) > 0, rgb));
  }

  @Override
  public void shine(Canvas canvas) {
    if (!signs.isEmpty()) {
      canvas.glow(g -> signs.forEach(sign -> draw(g, sign)), 12, 1.5);
    }
    reflect(canvas);
  }

  private static void draw(Graphics2D g, Sign sign) {
    double s = sign.size();
    int n = sign.text().length();
    double wide = sign.upright() ? s * 1.3 : StrokeFont.width(sign.text(), s) + s * 0.3;
    double tall = sign.upright() ? n * s * 1.15 + s * 0.3 : s * 1.35;
    g.setColor(new Color(Colour.scale(sign.rgb(), 0.28)));
    var box = new RoundRectangle2D.Double(sign.x(), sign.y(), wide, tall, s * 0.4, s * 0.4);
    g.fill(box);
    g.setColor(new Color(sign.rgb()));
    g.setStroke(new BasicStroke((float) Math.max(1.5, s * 0.07)));
    g.draw(box);
    g.setColor(new Color(Colour.mix(sign.rgb(), 0xffffff, 0.55)));
    for (int i = 0; i < n; i++) {
      var letter = sign.text().substring(i, i + 1);
      double dx =
          sign.upright()
              ? (wide - StrokeFont.width(letter, s)) / 2
              : s * 0.2 + StrokeFont.width(sign.text().substring(0, i), s);
      double dy = sign.upright() ? s * 0.2 + i * s * 1.15 : s * 0.18;
      StrokeFont.draw(g, letter, sign.x() + dx, sign.y() + dy, s, 0.1);
    }
  }

  /// The wet street gives back what stands above it.
  private void reflect(Canvas canvas) {
    for (int y = STREET + 4; y < Canvas.HEIGHT; y++) {
      int from = STREET - (int) ((y - STREET) * 2.4);
      for (int x = 0; x < Canvas.WIDTH; x++) {
        double wave = (Noise.smooth(x / 30.0, y / 3.0, 5) - 0.5) * 16;
        int sx = Math.clamp((int) (x + wave), 0, Canvas.WIDTH - 1);
        int at = y * Canvas.WIDTH + x;
        canvas.pixels[at] =
            Colour.mix(canvas.pixels[at], canvas.pixels[from * Canvas.WIDTH + sx], 0.5);
      }
    }
  }
}
