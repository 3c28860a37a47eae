package dev.anmok.app.http;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/// Figures of a running server, in the form that Prometheus reads. The number of series is bounded:
/// routes are named by their templates.
public final class Metrics {
  /// The media type of [#text].
  public static final String MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private static final Duration[] BUCKETS = {
    Duration.ofMillis(1),
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(20),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofMillis(2500),
    Duration.ofSeconds(10),
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  /// Counters are held weakly by the registry: what is not kept here would be forgotten.
  private final List<Supplier<Number>> counted = new CopyOnWriteArrayList<>();

  /// Figures of the process itself, to begin with.
  public Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
  }

  /// Shows a number as it is whenever somebody looks.
  public void gauge(String name, String description, Supplier<Number> number) {
    io.micrometer.core.instrument.Gauge.builder(name, number)
        .description(description)
        .strongReference(true)
        .register(registry);
  }

  /// Shows a number that only grows.
  public void counter(String name, String description, Supplier<Number> number) {
    counted.add(number);
    io.micrometer.core.instrument.FunctionCounter.builder(
            name, number, supplier -> supplier.get().doubleValue())
        .description(description)
        .register(registry);
  }

  /// Counts a request.
  void answered(String method, String route, int status, long nanos) {
    Timer.builder("anmok.http.requests")
        .description("requests by route and status, with the time to the end of the answer")
        .tags("method", method, "route", route, "status", Integer.toString(status))
        .serviceLevelObjectives(BUCKETS)
        .register(registry)
        .record(Duration.ofNanos(nanos));
  }

  /// All figures.
  public String text() {
    return registry.scrape();
  }
}
