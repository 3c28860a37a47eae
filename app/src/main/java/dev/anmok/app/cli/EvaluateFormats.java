package dev.anmok.app.cli;

import dev.anmok.app.workspace.Session;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.evaluate.IndexRecall;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.VectorQuery.Mode;
import dev.anmok.core.search.VectorQuery.Scope;
import dev.anmok.lucene.IndexLimits;
import dev.anmok.lucene.LuceneIndex;
import dev.anmok.lucene.VectorFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What each vector format would be worth on a workspace's photos: an index of each is built in a
/// temporary folder, which needs five times the room of the vectors there, and is deleted again.
final class EvaluateFormats {
  private static final int BATCH = 1_000;
  private static final long SEED = 20261121;

  private final Console console;
  private final Session session;
  private final List<Embedding> pool;
  private final int k;

  EvaluateFormats(Console console, Session session, List<Embedding> pool, int k) {
    this.console = console;
    this.session = session;
    this.pool = pool;
    this.k = k;
  }

  /// How a format is called in output.
  static String code(VectorFormat format) {
    return switch (format) {
      case FLOAT32 -> "float32";
      case INT8 -> "int8";
      case ONE_BIT -> "1-bit";
    };
  }

  void run(Format output) throws IOException {
    var table = new Table("vectors", "recall@" + k, "p50 ms", "p95 ms", "p99 ms", "built in s");
    var json = new LinkedHashMap<String, Object>();
    for (var vectors : VectorFormat.values()) {
      long start = System.nanoTime();
      var folder = Files.createTempDirectory("anmok-formats");
      var limits = new IndexLimits(0, 0).with(vectors);
      try (var index = LuceneIndex.open(folder, session.pack().space(), Schema.EMPTY, limits)) {
        fill(index);
        double seconds = (System.nanoTime() - start) / 1e9;
        var figures =
            IndexRecall.measure(index, pool, pool.size(), k, Scope.ALL, SEED).of(Mode.APPROXIMATE);
        json.put(code(vectors), values(figures, seconds));
        table.row(
            code(vectors),
            number(figures.recall().share()),
            number(figures.latency().p50Millis()),
            number(figures.latency().p95Millis()),
            number(figures.latency().p99Millis()),
            String.format(Locale.ROOT, "%.1f", seconds));
      } finally {
        LuceneIndex.erase(folder);
        delete(folder);
      }
    }
    switch (output) {
      case JSON -> JsonResult.print(console.out(), Map.of("formats", json));
      case TABLE -> table.print(console.out());
    }
  }

  private void fill(LuceneIndex index) throws IOException {
    var batch = new ArrayList<IndexedPhoto>(BATCH);
    int number = 0;
    try (var photos = session.workspace().catalog().photos(session.pack().space())) {
      for (var each = photos.iterator(); each.hasNext(); ) {
        var embedding = each.next().embedding();
        batch.add(new IndexedPhoto(Integer.toString(number++), "", "", "", false, embedding));
        if (batch.size() == BATCH || !each.hasNext()) {
          index.upsert(batch);
          batch.clear();
        }
      }
    }
    index.commit(1);
    index.settle();
  }

  private static Map<String, Object> values(IndexRecall.ModeFigures figures, double seconds) {
    var values = new LinkedHashMap<String, Object>();
    values.put("recall", figures.recall().share());
    values.put("p50_ms", figures.latency().p50Millis());
    values.put("p95_ms", figures.latency().p95Millis());
    values.put("p99_ms", figures.latency().p99Millis());
    values.put("seconds", seconds);
    return values;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static void delete(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve("write.lock"));
    Files.delete(folder);
  }
}
