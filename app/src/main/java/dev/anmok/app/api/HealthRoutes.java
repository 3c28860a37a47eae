package dev.anmok.app.api;

import dev.anmok.app.http.Metrics;
import dev.anmok.app.http.Reply;
import dev.anmok.app.http.Request;
import dev.anmok.app.http.Route;
import dev.anmok.app.http.Schema;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// Whether the server lives, whether it can answer, and its figures. None of these waits for
/// computing.
///
/// @param service what must be ready
/// @param metrics the figures
/// @param ending whether the server is being stopped
record HealthRoutes(Service service, Metrics metrics, BooleanSupplier ending) {
  List<Route> routes() {
    return List.of(
        Route.get("/health/live", "Whether the process answers", Schema.OBJECT, this::live).open(),
        Route.get("/health/ready", "Whether it can do its work", Schema.OBJECT, this::ready).open(),
        Route.get("/metrics", "Figures for Prometheus", Schema.TEXT, this::metrics)
            .answering(200, "text/plain"));
  }

  private Reply live(Request request) {
    return Reply.json(Map.of("status", "up"));
  }

  private Reply ready(Request request) {
    var library = service.library();
    var json = new LinkedHashMap<String, Object>();
    json.put("status", "ready");
    json.put("model", library.session().pack().id()); // loaded, or the server had not started
    check(json, "catalog", () -> library.catalog().generation());
    check(json, "index", () -> library.index().generation());
    if (ending.getAsBoolean()) {
      json.put("status", "ending");
    }
    return Reply.json("ready".equals(json.get("status")) ? 200 : 503, json);
  }

  /// A look at something that must work.
  private interface Look {
    long generation() throws IOException;
  }

  private static void check(Map<String, Object> json, String name, Look look) {
    try {
      json.put(name, look.generation());
    } catch (IOException | RuntimeException e) {
      json.put(name, "cannot be read");
      json.put("status", "not ready");
    }
  }

  private Reply metrics(Request request) {
    return Reply.bytes(
        Metrics.MEDIA_TYPE, metrics.text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
