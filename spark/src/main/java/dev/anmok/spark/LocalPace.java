package dev.anmok.spark;

import dev.anmok.app.source.Columns;
import dev.anmok.app.source.Sources;
import dev.anmok.app.workspace.IngestJob;
import dev.anmok.app.workspace.Session;
import dev.anmok.core.pipeline.IngestOptions;
import dev.anmok.core.pipeline.Progress;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Measures the job on `local[2]` beside an ingest with two workers, in turns in one JVM:
/// `LocalPace SOURCE ROUNDS`. Both open their own encoder within the time that is taken; the ingest
/// makes a catalog, the job a table, and the job starts and ends its Spark within its time. The
/// first round warms up and does not count.
public final class LocalPace {
  private LocalPace() {}

  /// What one run took.
  private record Lap(double seconds, double processorSeconds) {}

  /// Prints each lap and the ratio of the medians to standard output.
  public static void main(String[] args) throws IOException {
    var source = Path.of(args[0]);
    int rounds = Integer.parseInt(args[1]);
    var folder = Files.createTempDirectory("anmok-pace-");
    long photos = Sources.open(source, Columns.DEFAULT).count().orElseThrow();
    var out = new Console(System.out);
    var local = new ArrayList<Lap>();
    var spark = new ArrayList<Lap>();
    for (int round = 0; round <= rounds; round++) {
      int number = round;
      var here = lap(() -> ingest(source, folder.resolve("local-" + number)));
      var there = lap(() -> job(source, folder.resolve("spark-" + number)));
      if (round > 0) {
        local.add(here);
        spark.add(there);
      }
      out.say(
          "round %d: local %.2f s (%.2f s of processor), spark %.2f s (%.2f s)%s",
          round,
          here.seconds,
          here.processorSeconds,
          there.seconds,
          there.processorSeconds,
          round == 0 ? " [warm-up]" : "");
    }
    double a = median(local);
    double b = median(spark);
    out.say(
        "%d photos: local %.1f photos/s, spark local[2] %.1f photos/s, ratio %.3f (medians of %d)",
        photos, photos / a, photos / b, a / b, rounds);
  }

  /// One run.
  private interface Run {
    void run() throws IOException;
  }

  private static Lap lap(Run run) throws IOException {
    long processor = processorNanos();
    long start = System.nanoTime();
    run.run();
    return new Lap((System.nanoTime() - start) / 1e9, (processorNanos() - processor) / 1e9);
  }

  private static long processorNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  private static void ingest(Path source, Path workspace) throws IOException {
    var options = new IngestOptions(2, 8, IngestOptions.NO_LIMIT, false);
    try (var session = Session.fill(workspace, "cafe", Optional.empty())) {
      new IngestJob(session, options).run(Sources.open(source, Columns.DEFAULT), Progress.NONE);
    }
  }

  private static void job(Path source, Path out) {
    int exit =
        IngestOnSpark.run(
            new String[] {
              "--manifest",
              source.toString(),
              "--profile",
              "cafe",
              "--out",
              out.toString(),
              "--master",
              "local[2]",
              "--part",
              "128"
            },
            new PrintStream(java.io.OutputStream.nullOutputStream()));
    if (exit != 0) {
      throw new IllegalStateException("the job ended with " + exit);
    }
  }

  private static double median(List<Lap> laps) {
    var sorted = laps.stream().sorted(Comparator.comparingDouble(Lap::seconds)).toList();
    return (sorted.get((sorted.size() - 1) / 2).seconds + sorted.get(sorted.size() / 2).seconds)
        / 2;
  }
}
