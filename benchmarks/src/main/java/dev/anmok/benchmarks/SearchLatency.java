package dev.anmok.benchmarks;

import dev.anmok.core.embed.Dot;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.evaluate.Latency;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.search.Hit;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.PhotoIndex;
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
import java.util.Random;

/// Builds a local index of seeded vectors, once without and once with clusters, and prints the time
/// of searches on one thread after a warm-up, with their recall against brute force.
///
/// Arguments: number of photos, dimension, and `random` (all directions alike) or `clustered`
/// (2,000 centres with noise, as embeddings of real photos lie).
public final class SearchLatency {
  private static final int K = 10;
  private static final int QUERIES = 500;
  private static final int WARM_UP = 300;
  private static final int CHECKED = 100;
  private static final int CENTRES = 2_000;
  private static final double SPREAD = 0.7;

  private final VectorSpace space;
  private final boolean clustered;
  private final Random random = new Random(42);
  private final List<float[]> centres = new ArrayList<>();

  private SearchLatency(int dimension, boolean clustered) {
    this.space = new VectorSpace("benchmark", "none", "none", "none", dimension);
    this.clustered = clustered;
    for (int i = 0; clustered && i < CENTRES; i++) {
      centres.add(gaussian().toArray());
    }
  }

  public static void main(String[] args) throws IOException {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 80_000;
    int dimension = args.length > 1 ? Integer.parseInt(args[1]) : 256;
    boolean clustered = args.length > 2 && args[2].equals("clustered");
    System.out.printf(
        Locale.ROOT,
        "%,d x %d %s, kernel %s%n",
        count,
        dimension,
        clustered ? "clustered" : "random",
        Dot.kernel());
    new SearchLatency(dimension, clustered).run(count);
  }

  private void run(int count) throws IOException {
    var vectors = new ArrayList<Embedding>();
    for (int i = 0; i < count; i++) {
      vectors.add(vector());
    }
    var queries = new ArrayList<Embedding>();
    for (int i = 0; i < QUERIES; i++) {
      queries.add(vector());
    }
    var truth = new ArrayList<float[]>();
    for (var query : queries.subList(0, CHECKED)) {
      truth.add(best(query, vectors));
    }
    measure(vectors, queries, truth, IndexLimits.DEFAULT, "flat", List.of(Mode.AUTO, Mode.EXACT));
    var clusters = new IndexLimits(0, 0);
    measure(vectors, queries, truth, clusters, "clusters", List.of(Mode.APPROXIMATE));
  }

  private void measure(
      List<Embedding> vectors,
      List<Embedding> queries,
      List<float[]> truth,
      IndexLimits limits,
      String name,
      List<Mode> modes)
      throws IOException {
    var folder = Files.createTempDirectory("anmok-search-latency");
    try (var index = LuceneIndex.open(folder, space, Schema.EMPTY, limits)) {
      long start = System.nanoTime();
      fill(index, vectors);
      System.out.printf(
          Locale.ROOT,
          "%s: built in %.1f s, %.1f MB, %,d clustered%n",
          name,
          (System.nanoTime() - start) / 1e9,
          bytes(folder) / 1e6,
          index.clustered());
      for (var mode : modes) {
        search(index, queries, truth, mode);
      }
    } finally {
      delete(folder);
    }
  }

  private static void fill(PhotoIndex index, List<Embedding> vectors) throws IOException {
    for (int i = 0; i < vectors.size(); i++) {
      var item = "item-" + i / 50;
      index.upsert(
          List.of(new IndexedPhoto("photo-" + i, "", item, item, i % 10 == 0, vectors.get(i))));
    }
    index.commit(1);
  }

  private static void search(
      PhotoIndex index, List<Embedding> queries, List<float[]> truth, Mode mode)
      throws IOException {
    for (int i = 0; i < WARM_UP; i++) {
      index.search(new VectorQuery(queries.get(i % queries.size()), K, Scope.ALL, mode));
    }
    var nanos = new long[queries.size()];
    long found = 0;
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      var hits = index.search(new VectorQuery(queries.get(i), K, Scope.ALL, mode));
      nanos[i] = System.nanoTime() - start;
      found += i < truth.size() ? found(hits, truth.get(i)) : 0;
    }
    var latency = Latency.of(nanos);
    System.out.printf(
        Locale.ROOT,
        "  %-5s p50 %.2f ms  p95 %.2f ms  p99 %.2f ms  recall@10 %.4f of %d hits%n",
        mode,
        latency.p50Millis(),
        latency.p95Millis(),
        latency.p99Millis(),
        (double) found / (K * truth.size()),
        K * truth.size());
  }

  private static long found(List<Hit> hits, float[] truth) {
    return hits.stream().filter(hit -> hit.score() >= truth[0] - 1e-6f).count();
  }

  /// The best scores, rising.
  private static float[] best(Embedding query, List<Embedding> vectors) {
    var scores = new float[vectors.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = query.cosine(vectors.get(i));
    }
    Arrays.sort(scores);
    return Arrays.copyOfRange(scores, scores.length - K, scores.length);
  }

  private Embedding vector() {
    if (!clustered) {
      return gaussian();
    }
    var values = centres.get(random.nextInt(CENTRES)).clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) (random.nextGaussian() * SPREAD / Math.sqrt(values.length));
    }
    return Embedding.normalize(space, values);
  }

  private Embedding gaussian() {
    var values = new float[space.dimension()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Embedding.normalize(space, values);
  }

  private static long bytes(Path folder) throws IOException {
    long sum = 0;
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        sum += Files.size(file);
      }
    }
    return sum;
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
