package dev.anmok.benchmarks;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.evaluate.Latency;
import dev.anmok.core.filter.Field;
import dev.anmok.core.filter.FieldType;
import dev.anmok.core.filter.FilterParser;
import dev.anmok.core.filter.Metadata;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.filter.Value;
import dev.anmok.core.search.FacetQuery;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.VectorQuery.Scope;
import dev.anmok.lucene.IndexLimits;
import dev.anmok.lucene.LuceneIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// Prints how long facets of drawn films take, with and without filters: one to three of 20 genres,
/// a year, a rating and one of 5,000 directors each. A filter that was just asked for is
/// remembered; "new filter" asks with another one each time.
///
/// Arguments: number of items (default 80,000); photos an item (default 1).
public final class FacetLatency {
  private static final VectorSpace SPACE = new VectorSpace("facets", "none", "none", "none", 2);
  private static final Schema SCHEMA =
      new Schema(
          List.of(
              new Field("genre", FieldType.LIST),
              new Field("year", FieldType.INTEGER),
              new Field("rating", FieldType.DECIMAL),
              new Field("director", FieldType.KEYWORD)));
  private static final int ROUNDS = 300;
  private static final int WARM_UP = 100;
  private static final int LIMIT = 20;

  private final LuceneIndex index;
  private final Random random = new Random(42);

  private FacetLatency(LuceneIndex index) {
    this.index = index;
  }

  public static void main(String[] args) throws IOException {
    int items = args.length > 0 ? Integer.parseInt(args[0]) : 80_000;
    int photos = args.length > 1 ? Integer.parseInt(args[1]) : 1;
    var folder = Files.createTempDirectory("anmok-facet-latency");
    try (var index = LuceneIndex.open(folder, SPACE, SCHEMA, IndexLimits.DEFAULT)) {
      var latency = new FacetLatency(index);
      latency.fill(items, photos);
      System.out.printf(Locale.ROOT, "%,d items of %d photos%n", items, photos);
      for (var filter :
          List.of("", "year>=2000", "genre:g3", "genre:g3 rating>7.5 -genre:g4", "year:1963")) {
        latency.measure("'" + filter + "'", _ -> filter);
      }
      latency.measure("new filter", round -> "rating>" + (1 + 8.0 * round / (ROUNDS + WARM_UP)));
    } finally {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private interface Filters {
    String of(int round);
  }

  private void fill(int items, int photos) throws IOException {
    for (int item = 0; item < items; item++) {
      var metadata = metadata();
      var batch = new ArrayList<IndexedPhoto>();
      for (int photo = 0; photo < photos; photo++) {
        var angle = random.nextDouble() * Math.PI;
        var vector =
            Embedding.normalize(
                SPACE, new float[] {(float) Math.cos(angle), (float) Math.sin(angle)});
        batch.add(
            new IndexedPhoto(
                item + "/" + photo, "", "item-" + item, "", false, vector, Map.of(), metadata));
      }
      index.upsert(batch);
    }
    index.commit(1);
  }

  private Metadata metadata() {
    var genres = new ArrayList<Value>();
    for (int n = 1 + random.nextInt(3); n > 0; n--) {
      genres.add(new Value.Word("g" + random.nextInt(20)));
    }
    return new Metadata(
        Map.of(
            "genre",
            genres,
            "year",
            List.of(new Value.Whole(1960 + random.nextInt(67))),
            "rating",
            List.of(new Value.Decimal(1 + random.nextInt(90) / 10.0)),
            "director",
            List.of(new Value.Word("director " + random.nextInt(5_000)))));
  }

  private void measure(String name, Filters filters) throws IOException {
    for (var fields : List.of(List.of("genre", "year"), SCHEMA.names())) {
      var wanted = fields.stream().map(field -> SCHEMA.find(field).orElseThrow()).toList();
      var nanos = new long[ROUNDS];
      for (int round = -WARM_UP; round < ROUNDS; round++) {
        var filter = FilterParser.parse(SCHEMA, filters.of(round + WARM_UP));
        long start = System.nanoTime();
        index.facets(new FacetQuery(wanted, filter, Scope.ALL, LIMIT));
        if (round >= 0) {
          nanos[round] = System.nanoTime() - start;
        }
      }
      var latency = Latency.of(nanos);
      System.out.printf(
          Locale.ROOT,
          "  %-32s %-28s p50 %.2f ms  p99 %.2f ms%n",
          name,
          String.join(",", fields),
          latency.p50Millis(),
          latency.p99Millis());
    }
  }
}
