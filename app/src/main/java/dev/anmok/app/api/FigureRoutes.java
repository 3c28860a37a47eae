package dev.anmok.app.api;

import dev.anmok.app.http.Problem;
import dev.anmok.app.http.Reply;
import dev.anmok.app.http.Request;
import dev.anmok.app.http.Route;
import dev.anmok.app.http.Schema;
import dev.anmok.app.json.Tree;
import dev.anmok.app.workspace.SampledVectors;
import dev.anmok.core.evaluate.IndexRecall;
import dev.anmok.core.search.VectorQuery;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How the server is doing, for people: memory, caches, work, and what its index finds.
///
/// @param service what is looked at
record FigureRoutes(Service service) {
  private static final int MAX_QUERIES = 1_000;
  private static final int DEFAULT_QUERIES = 200;
  private static final int MAX_K = 100;
  private static final int DEFAULT_K = 10;
  private static final long SEED = 20261122;

  List<Route> routes() {
    return List.of(
        Route.get("/api/v1/figures", "Memory, caches and work", Schema.OBJECT, this::figures),
        Route.get(
                "/api/v1/index/recall",
                "Recall of the index against exact search, measured now with photos of the workspace",
                Schema.OBJECT,
                this::recall)
            .query("k", Schema.integer(1, MAX_K), "hits a query (default: 10)")
            .query("queries", Schema.integer(1, MAX_QUERIES), "photos to ask by (default: 200)"));
  }

  private Reply figures(Request request) throws IOException {
    var library = service.library();
    var started = ManagementFactory.getRuntimeMXBean().getStartTime();
    return Reply.json(
        Tree.of("started", Instant.ofEpochMilli(started).toString())
            .and("memory", memory())
            .and("index", index())
            .and("cache", cache())
            .and("texts", library.texts().size())
            .and(
                "work",
                Tree.of("running", service.gate().running())
                    .and("waiting", service.gate().waiting())
                    .and("jobs_queued", service.jobs().queued())
                    .map())
            .map());
  }

  private static Map<String, Object> memory() {
    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    return Tree.of("heap_used", heap.getUsed())
        .and("heap_max", heap.getMax())
        .and("processors", Runtime.getRuntime().availableProcessors())
        .map();
  }

  private Map<String, Object> index() throws IOException {
    var index = service.library().index();
    return Tree.of("photos", index.size())
        .and("behind", service.library().catalog().generation() - index.generation())
        .map();
  }

  private Map<String, Object> cache() {
    var near = service.caching().near();
    var json = Tree.of("hits", near.hits()).and("misses", near.misses());
    service
        .caching()
        .far()
        .ifPresent(far ->
            json.and("redis_hits", far.hits())
                .and("redis_misses", far.misses())
                .and("redis_failures", far.failures()));
    return json.map();
  }

  private Reply recall(Request request) throws IOException {
    var settings = request.settings();
    int k = Problem.reading(() -> settings.integer("k", DEFAULT_K, 1, MAX_K));
    int queries =
        Problem.reading(() -> settings.integer("queries", DEFAULT_QUERIES, 1, MAX_QUERIES));
    return Reply.json(service.gate().call(() -> recall(k, queries)));
  }

  private Map<String, Object> recall(int k, int queries) throws IOException {
    var library = service.library();
    var pool = SampledVectors.of(library.session(), queries);
    if (pool.isEmpty()) {
      throw Problem.of(409, "the workspace has no photos to ask by yet");
    }
    var figures =
        IndexRecall.measure(library.index(), pool, queries, k, VectorQuery.Scope.ALL, SEED);
    var modes = new LinkedHashMap<String, Object>();
    for (var mode : figures.modes()) {
      modes.put(
          mode.mode().name().toLowerCase(Locale.ROOT),
          Tree.of("recall", mode.recall().share())
              .and("low", mode.recall().low())
              .and("high", mode.recall().high())
              .and("p50_ms", mode.latency().p50Millis())
              .and("p99_ms", mode.latency().p99Millis())
              .map());
    }
    return Tree.of("photos", figures.size())
        .and("queries", figures.queries())
        .and("k", figures.k())
        .and("modes", modes)
        .map();
  }
}
