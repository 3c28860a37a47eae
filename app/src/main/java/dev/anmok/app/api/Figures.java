package dev.anmok.app.api;

import dev.anmok.app.http.Metrics;

/// The figures of queues and caches.
final class Figures {
  private Figures() {}

  static void show(Metrics metrics, Service service) {
    var gate = service.gate();
    metrics.gauge("anmok.work.running", "computations under way", gate::running);
    metrics.gauge("anmok.work.waiting", "requests that wait for one", gate::waiting);
    metrics.gauge("anmok.jobs.queued", "jobs that wait", service.jobs()::queued);
    var texts = service.library().texts();
    metrics.gauge("anmok.texts.cached", "texts whose vectors are remembered", texts::size);
    metrics.counter(
        "anmok.texts.hits", "texts that were remembered", () -> texts.stats().hitCount());
    metrics.counter(
        "anmok.texts.misses", "texts that had to be encoded", () -> texts.stats().missCount());
  }
}
