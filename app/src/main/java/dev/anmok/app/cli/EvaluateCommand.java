package dev.anmok.app.cli;

import dev.anmok.app.workspace.Indexes;
import dev.anmok.app.workspace.SampledVectors;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.evaluate.IndexRecall;
import dev.anmok.core.search.VectorQuery;
import dev.anmok.lucene.IndexLimits;
import dev.anmok.lucene.LuceneIndex;
import dev.anmok.lucene.VectorFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `anmok evaluate`: figures about the engine's own answers.
@Command(
    name = "evaluate",
    description = "Measures how good and how fast the answers are.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      EvaluateCommand.Index.class,
      EvaluateBlur.class,
      EvaluateCategories.class,
      EvaluateClassifier.class,
      EvaluateCutout.class,
      EvaluateDuplicates.class,
      EvaluateFeedback.class,
      EvaluateLowQuality.class,
      EvaluateProducts.class,
      EvaluateRetrieval.class,
    })
final class EvaluateCommand implements Callable<Integer> {
  @ParentCommand private AnmokCommand root = new AnmokCommand();

  AnmokCommand root() {
    return root;
  }

  @Override
  public Integer call() {
    throw new UsageException(
        "say what to evaluate: index, blur, categories, classifier, cutout, duplicates, feedback,"
            + " low-quality, products or retrieval");
  }

  Path workspace() {
    return root.workspace();
  }

  /// `anmok evaluate index`.
  @Command(
      name = "index",
      description =
          "Recall of the index against exact search, and times, with the photos' vectors.")
  static final class Index implements Callable<Integer> {
    private static final long SEED = 20261121;

    private final Console console;
    @ParentCommand private EvaluateCommand evaluate = new EvaluateCommand();

    @Option(names = "-k", paramLabel = "N", description = "hits a query (default: 10)")
    private int k = 10;

    @Option(names = "--queries", paramLabel = "N", description = "queries (default: 500)")
    private int queries = 500;

    @Option(
        names = "--formats",
        description = "also clusters the photos once in each vector format, and compares these")
    private boolean formats;

    @Option(names = "--format", description = "table or json (default: table)")
    private Format format = Format.TABLE;

    Index(Console console) {
      this.console = console;
    }

    @Override
    public Integer call() throws IOException {
      if (k < 1 || k > VectorQuery.MAX_K || queries < 1) {
        throw new UsageException("-k must be 1.." + VectorQuery.MAX_K + ", --queries at least 1");
      }
      try (var session = Session.read(evaluate.root.workspace(), Optional.empty());
          var index = Indexes.open(session)) {
        var pool = SampledVectors.of(session, queries);
        if (pool.isEmpty()) {
          throw new IOException(session.workspace().folder() + ": no photos to query with");
        }
        var figures = IndexRecall.measure(index, pool, queries, k, VectorQuery.Scope.ALL, SEED);
        var inFolder = index instanceof LuceneIndex lucene ? lucene : null;
        print(figures, inFolder == null ? Map.of() : inFolder.formats());
        if (inFolder != null && figures.size() <= IndexLimits.DEFAULT.exactLimit()) {
          console.say(
              "note: up to %d photos every search is exact", IndexLimits.DEFAULT.exactLimit());
        }
        if (formats) {
          new EvaluateFormats(console, session, pool, k).run(format);
        }
      }
      return 0;
    }

    private void print(IndexRecall figures, Map<VectorFormat, Long> clusters) {
      if (format == Format.JSON) {
        JsonResult.print(console.out(), json(figures, clusters));
        return;
      }
      console.print(
          "%d photos, %d queries by their own vectors, k = %d",
          figures.size(), figures.queries(), figures.k());
      var table = new Table("mode", "recall@" + k, "95 %", "p50 ms", "p95 ms", "p99 ms");
      figures
          .modes()
          .forEach(m ->
              table.row(
                  m.mode().name().toLowerCase(Locale.ROOT),
                  number(m.recall().share()),
                  number(m.recall().low()) + ".." + number(m.recall().high()),
                  number(m.latency().p50Millis()),
                  number(m.latency().p95Millis()),
                  number(m.latency().p99Millis())));
      table.print(console.out());
      clusters.forEach((vectors, photos) ->
          console.print("%d photos in clusters of %s", photos, EvaluateFormats.code(vectors)));
    }

    private static Map<String, Object> json(IndexRecall figures, Map<VectorFormat, Long> clusters) {
      var json = new LinkedHashMap<String, Object>();
      json.put("photos", figures.size());
      json.put("queries", figures.queries());
      json.put("k", figures.k());
      var clustered = new LinkedHashMap<String, Object>();
      clusters.forEach((vectors, photos) -> clustered.put(EvaluateFormats.code(vectors), photos));
      json.put("clusters", clustered);
      figures
          .modes()
          .forEach(m ->
              json.put(
                  m.mode().name().toLowerCase(Locale.ROOT),
                  Map.of(
                      "recall", m.recall().share(),
                      "p50_ms", m.latency().p50Millis(),
                      "p95_ms", m.latency().p95Millis(),
                      "p99_ms", m.latency().p99Millis())));
      return json;
    }

    static String number(double value) {
      return String.format(Locale.ROOT, "%.4f", value);
    }
  }
}
