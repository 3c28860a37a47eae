package dev.anmok.app.api;

import dev.anmok.app.cache.Caching;
import dev.anmok.app.http.Metrics;
import dev.anmok.app.workspace.CachedTexts;
import java.util.function.Supplier;

/// The figures of queues and caches.
final class Figures {
  private Figures() {}

  /// @param service what is served now
  static void show(Metrics metrics, Shared shared, Supplier<Service> service) {
    var gate = shared.gate();
    metrics.gauge("anmok.work.running", "computations under way", gate::running);
    metrics.gauge("anmok.work.waiting", "requests that wait for one", gate::waiting);
    metrics.gauge("anmok.jobs.queued", "jobs that wait", shared.jobs()::queued);
    Supplier<CachedTexts> texts = () -> service.get().library().texts();
    metrics.gauge(
        "anmok.texts.cached", "texts whose vectors are remembered", () -> texts.get().size());
    metrics.counter(
        "anmok.texts.hits", "texts that were remembered", () -> texts.get().stats().hitCount());
    metrics.counter(
        "anmok.texts.misses",
        "texts that had to be encoded",
        () -> texts.get().stats().missCount());
    cache(metrics, shared.caching());
  }

  private static void cache(Metrics metrics, Caching.Open caching) {
    var near = caching.near();
    metrics.counter("anmok.cache.hits", "vectors and answers remembered here", near::hits);
    metrics.counter("anmok.cache.misses", "vectors and answers not remembered here", near::misses);
    caching
        .far()
        .ifPresent(far -> {
          metrics.counter("anmok.redis.hits", "vectors and answers that the Redis had", far::hits);
          metrics.counter("anmok.redis.misses", "those that it had not", far::misses);
          metrics.counter("anmok.redis.failures", "times it could not be asked", far::failures);
        });
  }
}
