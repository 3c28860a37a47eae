package dev.anmok.app.sample.poster;

import dev.anmok.app.sample.Colour;
import dev.anmok.app.sample.Noise;
import java.awt.image.BufferedImage;
import java.util.SplittableRandom;

/// Draws a film's poster, 400 by 600 pixels.
final class Painter {
  private final Canvas canvas = new Canvas();
  private final Movie movie;
  private final SplittableRandom random;

  private Painter(Movie movie, long seed) {
    this.movie = movie;
    this.random = new SplittableRandom(seed * 31 + movie.id().hashCode());
  }

  /// The same film and seed give the same pixels.
  static BufferedImage draw(Movie movie, long seed) {
    return new Painter(movie, seed).draw();
  }

  private BufferedImage draw() {
    var design = movie.design();
    var air = new Air(design, random);
    var motif = motif();
    canvas.ground(design.tone());
    air.behind(canvas);
    motif.paint(canvas);
    air.before(canvas);
    grade(design.tone());
    motif.shine(canvas);
    vignette(design.tone());
    var print = new Print(canvas, movie, random);
    print.write();
    print.frame();
    grain();
    canvas.g.dispose();
    return canvas.image;
  }

  private Motif motif() {
    var design = movie.design();
    return switch (design.composition()) {
      case FACE, TWO_FACES -> new Faces(design, random);
      case CITY -> new City(design, random);
      case MOUNTAIN, SEA, FOREST, MOON, PLANET, FIGURE -> new Landscape(design, random);
      case TYPE -> new Blocks(design, random);
      case CAR, HOUSE, ANIMAL, HAND, CASTLE, FLOWER, GUITAR -> new Things(design, random);
    };
  }

  /// Draws every colour to the poster's.
  private void grade(Tone tone) {
    if (tone.grade > 0) {
      canvas.each(rgb -> Colour.mix(rgb, tone.at(Canvas.luma(rgb)), tone.grade));
    }
  }

  private void vignette(Tone tone) {
    double power = tone.bright ? 0.25 : 0.8;
    canvas.veil(
        tone.at(0),
        (u, v) -> power * Math.max(0, (u - 0.5) * (u - 0.5) + (v - 0.48) * (v - 0.48) - 0.14) * 2);
  }

  private void grain() {
    int seed = random.nextInt(1 << 20);
    for (int i = 0; i < canvas.pixels.length; i++) {
      double dust = (Noise.hash(i % Canvas.WIDTH, i / Canvas.WIDTH, seed) & 15) - 7.5;
      int rgb = canvas.pixels[i];
      canvas.pixels[i] =
          Colour.of(Colour.red(rgb) + dust, Colour.green(rgb) + dust, Colour.blue(rgb) + dust);
    }
  }
}
