package dev.anmok.benchmarks;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.anmok.core.embed.Dot;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.evaluate.Latency;
import dev.anmok.core.filter.Field;
import dev.anmok.core.filter.FieldType;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.filter.FilterParser;
import dev.anmok.core.filter.Metadata;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.filter.Value;
import dev.anmok.core.search.FacetQuery;
import dev.anmok.core.search.Hit;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.VectorQuery;
import dev.anmok.core.search.VectorQuery.Mode;
import dev.anmok.core.search.VectorQuery.Scope;
import dev.anmok.lucene.IndexLimits;
import dev.anmok.lucene.LuceneIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// Searches and counts by filters that let 0.01 % to 90 % of an index through, once by a number
/// that has nothing to do with the vectors and once by one that lets whole clusters through, and
/// prints recall@10 against brute force and times on one thread after a warm-up.
///
/// Arguments: number of photos (an item each), dimension, and `clusters` or `flat` (default: as the
/// size demands). Vectors lie about 2,000 centres, as embeddings of real photos do.
public final class FilteredRecall {
  private static final int K = 10;
  private static final int QUERIES = 200;
  private static final int CHECKED = 50;
  private static final int CENTRES = 2_000;
  private static final double SPREAD = 0.7;
  private static final List<Double> SHARES = List.of(1e-4, 1e-3, 0.01, 0.1, 0.5, 0.9);
  private static final Field LOT = new Field("lot", FieldType.INTEGER);
  private static final Field CLUSTER = new Field("cluster", FieldType.INTEGER);
  private static final Schema SCHEMA =
      new Schema(
          List.of(
              LOT,
              CLUSTER,
              new Field("genre", FieldType.LIST),
              new Field("year", FieldType.INTEGER),
              new Field("rating", FieldType.DECIMAL)));

  private final int count;
  private final VectorSpace space;
  private final float[][] centres = new float[CENTRES][];
  private final int[] lots;
  private final List<Embedding> queries = new ArrayList<>();
  private final float[][] truth;

  private FilteredRecall(int count, int dimension) {
    this.count = count;
    this.space = new VectorSpace("benchmark", "none", "none", "none", dimension);
    this.truth = new float[CHECKED][count];
    var random = new Random(42);
    for (int i = 0; i < CENTRES; i++) {
      centres[i] = Embedding.normalize(space, gaussian(random)).toArray();
    }
    this.lots = shuffled(random);
    for (int i = 0; i < QUERIES; i++) {
      queries.add(near(centres[random.nextInt(CENTRES)], random));
    }
  }

  public static void main(String[] args) throws IOException {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 80_000;
    int dimension = args.length > 1 ? Integer.parseInt(args[1]) : 256;
    var limits = IndexLimits.DEFAULT;
    if (args.length > 2) {
      limits = new IndexLimits(args[2].equals("clusters") ? 20_000 : count, limits.scanBytes());
    }
    print("%,d x %d, kernel %s%n", count, dimension, Dot.kernel());
    new FilteredRecall(count, dimension).run(limits);
  }

  private void run(IndexLimits limits) throws IOException {
    var folder = Files.createTempDirectory("anmok-filtered-recall");
    try (var index = LuceneIndex.open(folder, space, SCHEMA, limits)) {
      long start = System.nanoTime();
      for (int i = 0; i < count; i++) {
        var vector = vector(i);
        for (int q = 0; q < CHECKED; q++) {
          truth[q][i] = queries.get(q).cosine(vector);
        }
        index.upsert(List.of(photo(i, vector)));
      }
      index.commit(1);
      index.settle();
      print(
          "built and compared in %.0f s, %,d clustered%n",
          (System.nanoTime() - start) / 1e9, index.clustered());
      for (var field : List.of(LOT, CLUSTER)) {
        for (double share : SHARES) {
          for (var mode : Mode.values()) {
            search(index, field, share, mode);
          }
        }
      }
      for (var filter : List.of("", "year>=2010", "genre:genre-3", "rating>7.5 -genre:genre-1")) {
        facets(index, filter);
      }
    } finally {
      delete(folder);
    }
  }

  private void search(LuceneIndex index, Field field, double share, Mode mode) throws IOException {
    long end = Math.round(share * count);
    var filter = new Filter.Range(field, null, new Filter.Bound(new Value.Whole(end), false));
    long start = System.nanoTime();
    index.search(new VectorQuery(queries.getFirst(), K, Scope.ALL, filter, mode));
    double first = (System.nanoTime() - start) / 1e6;
    var nanos = new long[QUERIES];
    int found = 0;
    int all = 0;
    for (int round = 0; round < 2; round++) { // the first is the warm-up
      for (int q = 0; q < QUERIES; q++) {
        start = System.nanoTime();
        var hits = index.search(new VectorQuery(queries.get(q), K, Scope.ALL, filter, mode));
        nanos[q] = System.nanoTime() - start;
        if (round == 1 && q < CHECKED) {
          float kth = kth(truth[q], field, end);
          all += (int) Math.min(K, end);
          found += (int) hits.stream().map(Hit::score).filter(s -> s >= kth - 1e-6f).count();
        }
      }
    }
    var latency = Latency.of(nanos);
    print(
        "%-8s %7.2f %%  %-5s  recall@10 %.4f  p50 %6.2f  p95 %6.2f  p99 %6.2f ms  first %6.2f ms%n",
        field.name(),
        100 * share,
        mode,
        all == 0 ? 1 : (double) found / all,
        latency.p50Millis(),
        latency.p95Millis(),
        latency.p99Millis(),
        first);
  }

  private void facets(LuceneIndex index, String text) throws IOException {
    var fields = List.of(SCHEMA.fields().get(2), SCHEMA.fields().get(3));
    var query = new FacetQuery(fields, FilterParser.parse(SCHEMA, text), Scope.ALL, 20);
    long start = System.nanoTime();
    index.facets(query);
    double first = (System.nanoTime() - start) / 1e6;
    var nanos = new long[QUERIES];
    for (int i = 0; i < 2 * QUERIES; i++) {
      start = System.nanoTime();
      index.facets(query);
      nanos[i % QUERIES] = System.nanoTime() - start;
    }
    var latency = Latency.of(nanos);
    print(
        "facets genre, year of '%s': p50 %.2f  p95 %.2f  p99 %.2f ms  first %.2f ms%n",
        text, latency.p50Millis(), latency.p95Millis(), latency.p99Millis(), first);
  }

  /// The K-th best score among those that pass.
  private float kth(float[] scores, Field field, long end) {
    var passing = new float[(int) end];
    int n = 0;
    for (int i = 0; i < count; i++) {
      if ((field.equals(LOT) ? lots[i] : rank(i)) < end) {
        passing[n++] = scores[i];
      }
    }
    Arrays.sort(passing);
    return passing[Math.max(0, passing.length - K)];
  }

  /// Photos in order of their clusters.
  private long rank(int i) {
    int cluster = i % CENTRES;
    long larger = count % CENTRES; // clusters that have one more
    return (long) cluster * (count / CENTRES) + Math.min(cluster, larger) + i / CENTRES;
  }

  private IndexedPhoto photo(int i, Embedding vector) {
    var random = new Random(i);
    var genres = new ArrayList<Value>();
    for (int g = 1 + random.nextInt(3); g > 0; g--) {
      genres.add(new Value.Word("genre-" + (int) (20 * random.nextDouble() * random.nextDouble())));
    }
    var metadata =
        new Metadata(
            Map.of(
                "lot", List.of(new Value.Whole(lots[i])),
                "cluster", List.of(new Value.Whole(rank(i))),
                "genre", genres,
                "year", List.of(new Value.Whole(1950 + random.nextInt(75))),
                "rating", List.of(new Value.Decimal(random.nextInt(101) / 10.0))));
    var item = "item-" + i;
    return new IndexedPhoto("photo-" + i, "", item, item, false, vector, Map.of(), metadata);
  }

  private Embedding vector(int i) {
    return near(centres[i % CENTRES], new Random(7L * count + i));
  }

  private Embedding near(float[] centre, Random random) {
    var values = centre.clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) (random.nextGaussian() * SPREAD / Math.sqrt(values.length));
    }
    return Embedding.normalize(space, values);
  }

  private float[] gaussian(Random random) {
    var values = new float[space.dimension()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private int[] shuffled(Random random) {
    var numbers = new int[count];
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i + 1);
      numbers[i] = numbers[j];
      numbers[j] = i;
    }
    return numbers;
  }

  @FormatMethod
  private static void print(@FormatString String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
