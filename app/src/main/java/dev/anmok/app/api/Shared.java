package dev.anmok.app.api;

import dev.anmok.app.blur.Networks;
import dev.anmok.app.blur.OpenNet;
import dev.anmok.app.cache.Caching;
import dev.anmok.app.http.Gate;
import dev.anmok.app.http.ServerLimits;
import dev.anmok.app.job.Jobs;
import java.io.IOException;
import java.util.function.Consumer;

/// What a server has whatever model it serves by.
///
/// @param gate admission to computing
/// @param jobs long work
/// @param outside what lies behind URLs
/// @param pictures renders photos
/// @param openNet the network for blur, for questions that ask for it
/// @param caching what was computed before
/// @param log hears one line for each failure
record Shared(
    Gate gate,
    Jobs jobs,
    Outside outside,
    Pictures pictures,
    OpenNet openNet,
    Caching.Open caching,
    Consumer<String> log)
    implements AutoCloseable {
  private static final int MAX_JOBS = 8;

  static Shared open(ServeOptions options, ServerLimits limits, Consumer<String> log)
      throws IOException {
    var net = Networks.shipped();
    try {
      return open(options, limits, net, options.caching().open(), log);
    } catch (RuntimeException e) {
      net.close();
      throw e;
    }
  }

  private static Shared open(
      ServeOptions options,
      ServerLimits limits,
      OpenNet net,
      Caching.Open caching,
      Consumer<String> log) {
    var gate = new Gate(limits.work());
    var rules = options.urlsOrNull();
    var outside = rules == null ? Outside.closed() : Outside.open(rules);
    return new Shared(
        gate, new Jobs(MAX_JOBS), outside, new Pictures(gate, outside.places()), net, caching, log);
  }

  /// Ends the work under way: jobs come to a place from where they can go on.
  void endWork() {
    jobs.close();
    gate.close();
  }

  /// Closes everything, after the work under way has ended.
  @Override
  public void close() {
    try (outside;
        openNet;
        caching) {
      endWork();
      pictures.close();
    }
  }
}
