package dev.anmok.benchmarks;

import dev.anmok.app.album.AlbumPhotos;
import dev.anmok.app.album.DuplicateCheck;
import dev.anmok.core.cluster.DuplicateLevel;
import dev.anmok.core.cluster.DuplicateMethod;
import dev.anmok.core.cluster.DuplicateRule;
import dev.anmok.core.cluster.NearRule;
import dev.anmok.core.curate.AlbumPhoto;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.evaluate.Latency;
import dev.anmok.core.image.ImageFacts;
import dev.anmok.core.pipeline.Ingested;
import dev.anmok.core.pipeline.Outcome;
import dev.anmok.core.pipeline.Photo;
import dev.anmok.core.pipeline.PlacedPhoto;
import dev.anmok.core.pipeline.SourcePhoto;
import dev.anmok.core.quality.Measures;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.lucene.LuceneIndex;
import dev.anmok.sqlite.SqliteCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Fills a catalog and an index with seeded photos and prints how long it takes to say which of
/// them a new photo is the same as; a third of the new ones are the same file, a third nearly the
/// same, a third new.
///
/// Arguments: a folder that may be filled, number of photos, dimension.
public final class DuplicateCheckLatency {
  private static final int CHECKS = 600;
  private static final int BATCH = 1_000;

  private final VectorSpace space;
  private final Random random = new Random(42);

  private DuplicateCheckLatency(int dimension) {
    this.space = new VectorSpace("benchmark", "none", "none", "none", dimension);
  }

  public static void main(String[] args) throws IOException {
    int dimension = args.length > 2 ? Integer.parseInt(args[2]) : 256;
    int count = args.length > 1 ? Integer.parseInt(args[1]) : 50_000;
    new DuplicateCheckLatency(dimension).run(Path.of(args[0]), count);
  }

  private void run(Path folder, int count) throws IOException {
    Files.createDirectories(folder.resolve("index"));
    try (var catalog = SqliteCatalog.open(folder.resolve("catalog.sqlite"));
        var index = LuceneIndex.open(folder.resolve("index"), space)) {
      var known = new ArrayList<AlbumPhoto>();
      for (int from = 0; from < count; from += BATCH) {
        var batch = new ArrayList<Ingested>();
        var entries = new ArrayList<IndexedPhoto>();
        for (int i = from; i < Math.min(count, from + BATCH); i++) {
          var placed = placed(i, vector(null));
          var outcome = new Outcome.Processed(placed.photo(), placed.embedding());
          batch.add(new Ingested(new SourcePhoto(placed.uri(), null), 1, 1, outcome));
          entries.add(
              new IndexedPhoto(
                  placed.uri(), placed.photo().sha256(), "", "", false, placed.embedding()));
          if (i % (count / CHECKS + 1) == 0) {
            known.add(AlbumPhotos.of(placed));
          }
        }
        catalog.record(batch);
        index.upsert(entries);
      }
      index.commit(catalog.generation());
      var near = new NearRule(10, 0.9);
      var rule =
          new DuplicateRule(DuplicateMethod.DEFAULT, DuplicateLevel.SIMILAR, near, 0.9, 0.1, 2);
      measure(new DuplicateCheck(rule, index, catalog), known, count);
    }
  }

  private void measure(DuplicateCheck check, List<AlbumPhoto> known, int count) throws IOException {
    var nanos = new long[CHECKS];
    long found = 0;
    for (int round = 0; round < 2; round++) { // the first warms up
      found = 0;
      for (int i = 0; i < CHECKS; i++) {
        var old = known.get(i % known.size());
        var fresh =
            switch (i % 3) {
              case 0 -> with(old, "new", old.sha256(), old.embedding());
              case 1 -> with(old, "new", digest(-1 - i), vector(old.embedding()));
              default -> with(old, "new", digest(-1 - i), vector(null));
            };
        long start = System.nanoTime();
        found += check.check(fresh).isEmpty() ? 0 : 1;
        nanos[i] = System.nanoTime() - start;
      }
    }
    var latency = Latency.of(nanos);
    System.out.printf(
        Locale.ROOT,
        "%,d photos x %d: %d of %d found; p50 %.2f ms  p95 %.2f ms  p99 %.2f ms%n",
        count,
        space.dimension(),
        found,
        CHECKS,
        latency.p50Millis(),
        latency.p95Millis(),
        latency.p99Millis());
  }

  private static AlbumPhoto with(AlbumPhoto old, String uri, String sha256, Embedding vector) {
    return new AlbumPhoto(
        uri, sha256, old.bytes(), old.facts(), old.measures(), old.detailOrNull(), vector);
  }

  private PlacedPhoto placed(int number, Embedding vector) {
    var facts = new ImageFacts("jpeg", 800, 600);
    var measures = new Measures(random.nextLong(), 128, 40, 30);
    return new PlacedPhoto(
        "photo-" + number, "", new Photo(digest(number), 1, facts, measures), vector);
  }

  private static String digest(int number) {
    var low = number * 0x9E3779B97F4A7C15L;
    return String.format(Locale.ROOT, "%016x%016x%016x%016x", low, ~low, low * 31, low * 37);
  }

  /// A direction near another, or anywhere.
  private Embedding vector(@org.jspecify.annotations.Nullable Embedding near) {
    var values = new float[space.dimension()];
    var centre = near == null ? values : near.toArray();
    double spread = near == null ? 1 : 0.2 / Math.sqrt(values.length);
    for (int i = 0; i < values.length; i++) {
      values[i] = centre[i] + (float) (random.nextGaussian() * spread);
    }
    return Embedding.normalize(space, values);
  }
}
