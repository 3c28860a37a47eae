package dev.anmok.spark.global;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.pipeline.Ingested;
import dev.anmok.core.pipeline.Outcome;
import dev.anmok.core.pipeline.Photo;
import dev.anmok.core.pipeline.SourcePhoto;
import dev.anmok.core.quality.Measures;
import dev.anmok.parquet.PhotoGlance;
import java.util.SplittableRandom;

/// Photos that never were, made anew from their numbers whenever they are asked for: to measure how
/// the cost of a question grows. Of ten photos eight are unlike all others, with random hashes and
/// vectors; one is a copy of an earlier one with up to ten bits of its hash flipped and its vector
/// turned a little or too far; every hundredth has the bytes of an earlier one. Where there are
/// themes, vectors of photos that are unlike others lie around that of a theme, at a cosine of 0.82
/// to it and of 0.67 to each other.
///
/// @param photos how many
/// @param perSplit how many of a split
/// @param space of the vectors
/// @param seed of all random numbers
/// @param themes how many, 0 for none
record DrawnSource(int photos, int perSplit, VectorSpace space, long seed, int themes)
    implements PhotoSource {
  private static final long serialVersionUID = 1;
  private static final double FROM_THEME = 0.7;

  /// Without themes.
  DrawnSource(int photos, int perSplit, VectorSpace space, long seed) {
    this(photos, perSplit, space, seed, 0);
  }

  @Override
  public int splits() {
    return Math.max(1, Math.ceilDiv(photos, perSplit));
  }

  @Override
  public void glances(int split, GlanceSink sink) {
    for (int n = split * perSplit; n < end(split); n++) {
      int drawn = drawn(n);
      sink.take(id(n), new PhotoGlance(uri(n), sha256(drawn), null, hash(drawn)));
    }
  }

  @Override
  public void rows(int split, Wanted wanted, RowSink sink) throws java.io.IOException {
    for (int n = split * perSplit; n < end(split); n++) {
      if (wanted.wants(id(n))) {
        sink.take(id(n), row(n));
      }
    }
  }

  private int end(int split) {
    return Math.min(photos, (split + 1) * perSplit);
  }

  private long id(int n) {
    return PhotoSource.id(n / perSplit, n % perSplit);
  }

  private Ingested row(int n) {
    int drawn = drawn(n);
    var random = random(drawn, 1);
    var measures =
        new Measures(
            hash(drawn), random.nextDouble(255), random.nextDouble(100), random.nextDouble(60));
    var facts = new ImageFacts("jpeg", 600 + random.nextInt(900), 600 + random.nextInt(900));
    var photo = new Photo(sha256(drawn), 100_000, facts, measures);
    return new Ingested(
        new SourcePhoto(uri(n), null), 100_000, 0, new Outcome.Processed(photo, vector(drawn)));
  }

  private String uri(int n) {
    return "/drawn/%08x/%d.jpg".formatted((int) random(n, 2).nextLong(), n);
  }

  private String sha256(int drawn) {
    var random = random(drawn, 3);
    return "%016x%016x%032x".formatted(random.nextLong(), random.nextLong(), drawn);
  }

  /// The photo whose bytes it has: its own, or an earlier one's.
  private int drawn(int n) {
    return n % 100 == 99 ? earlier(n, 4) : n;
  }

  /// The photo that it is a copy of; itself if it is none.
  private int original(int drawn) {
    return drawn % 10 == 8 ? earlier(drawn, 5) : drawn;
  }

  /// An earlier photo that is unlike all others.
  private int earlier(int n, int what) {
    return random(n, what).nextInt(n / 10 + 1) * 10;
  }

  private long hash(int drawn) {
    int original = original(drawn);
    long hash = random(original, 6).nextLong();
    if (original != drawn) {
      var random = random(drawn, 7);
      for (int left = random.nextInt(11); left > 0; left--) {
        hash ^= 1L << random.nextInt(64);
      }
    }
    return hash;
  }

  private Embedding vector(int drawn) {
    int original = original(drawn);
    var values = unlike(original);
    if (original != drawn) {
      var random = random(drawn, 9);
      double strength = random.nextDouble(0.1, 0.6); // cosines of 0.995 down to 0.86
      var noise = gaussian(random);
      for (int i = 0; i < values.length; i++) {
        values[i] += (float) (strength * noise[i]);
      }
    }
    return Embedding.normalize(space, values);
  }

  private float[] unlike(int n) {
    var values = gaussian(random(n, 8));
    if (themes > 0) {
      var theme = gaussian(random(random(n, 10).nextInt(themes), 11));
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (theme[i] + FROM_THEME * values[i]);
      }
    }
    return values;
  }

  private float[] gaussian(SplittableRandom random) {
    var values = new float[space.dimension()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private SplittableRandom random(int n, int what) {
    return new SplittableRandom(seed + 0x9E3779B97F4A7C15L * (16L * n + what));
  }
}
