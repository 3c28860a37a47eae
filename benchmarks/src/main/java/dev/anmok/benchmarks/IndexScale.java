package dev.anmok.benchmarks;

import dev.anmok.benchmarks.DrawnItems.Films;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.PhotoIndex;
import dev.anmok.lucene.IndexLimits;
import dev.anmok.lucene.LuceneIndex;
import dev.anmok.opensearch.Cluster;
import dev.anmok.opensearch.ClusterSettings;
import dev.anmok.opensearch.IndexChoice;
import dev.anmok.opensearch.OpenSearchIndex;
import dev.anmok.opensearch.VectorMethod;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Fills an index with [DrawnItems] and times each kind of question to it.
///
/// Arguments: the place, number of photos, dimension (default 256), questions of each kind (default
/// 500), and then `quantized` for 7 bits a value in a cluster's graph, and `together` for films
/// whose photos lie around one centre instead of scattered ones. The place is a folder, for the
/// index within this process, or the address of an OpenSearch node, as `http://127.0.0.1:9200`;
/// what is there is only filled up.
public final class IndexScale {
  private static final int BATCH = 500;
  private static final int TELL = 100_000;

  private IndexScale() {}

  public static void main(String[] args) throws IOException {
    var options = List.of(args).subList(Math.min(4, args.length), args.length);
    var films = options.contains("together") ? Films.TOGETHER : Films.SCATTERED;
    var items = new DrawnItems(args.length > 2 ? Integer.parseInt(args[2]) : 256, films);
    int count = Integer.parseInt(args[1]);
    int questions = args.length > 3 ? Integer.parseInt(args[3]) : 500;
    var name =
        "scale"
            + (options.contains("quantized") ? "7" : "")
            + (films == Films.TOGETHER ? "-together" : "");
    try (var index = open(args[0], items, name, options.contains("quantized"))) {
      fill(index, items, count);
      System.out.printf(Locale.ROOT, "%,d photos, %s%n", index.size(), args[0]);
      new QuestionKinds(items, index, questions).measure();
    }
  }

  private static PhotoIndex open(String place, DrawnItems items, String name, boolean quantized)
      throws IOException {
    if (!place.startsWith("http")) {
      var folder = Path.of(place);
      return LuceneIndex.open(folder, items.space(), DrawnItems.SCHEMA, IndexLimits.DEFAULT);
    }
    var cluster = Cluster.open(ClusterSettings.of(List.of(URI.create(place))));
    var method = VectorMethod.DEFAULT.quantized(quantized);
    var choice =
        IndexChoice.of(IndexChoice.alias(name, items.space().id())).spread(1, 0).with(method);
    return OpenSearchIndex.open(cluster, choice, items.space(), DrawnItems.SCHEMA)
        .closingWith(cluster);
  }

  private static void fill(PhotoIndex index, DrawnItems items, int count) throws IOException {
    long start = System.nanoTime();
    int from = (int) index.size();
    for (int i = from; i < count; i += BATCH) {
      var batch = new ArrayList<IndexedPhoto>(BATCH);
      for (int j = i; j < Math.min(count, i + BATCH); j++) {
        batch.add(items.photo(j));
      }
      index.upsert(batch);
      if (i / TELL != (i + BATCH) / TELL) {
        told("sent", i + BATCH - from, start);
      }
    }
    if (count > from) {
      index.commit(1);
      told("committed", count - from, start);
    }
  }

  private static void told(String what, int photos, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT, "%s %,d in %.1f s, %.0f/s%n", what, photos, seconds, photos / seconds);
  }
}
