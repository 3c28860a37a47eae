package dev.anmok.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// Keeps a running server busy for a while with a mix of searches by words, searches by photo,
/// pictures and item pages, and prints once a minute, and at the end, what came back since the line
/// before, how fast, and how much memory the server's process has resident. An answer counts as
/// wrong if it differs from the first one to the same request: the workspace must not be written to
/// meanwhile.
///
/// Arguments: address such as `http://127.0.0.1:8080`, seconds, clients, requests a second over all
/// clients (0: as many as go through), the server's process id, and a folder of JPEG photos to
/// search by.
public final class ApiSoak {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final ApiRequests requests;
  private final SoakTally tally = new SoakTally();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private ApiSoak(ApiRequests requests) {
    this.requests = requests;
  }

  public static void main(String[] args) throws Exception {
    if (args.length != 6) {
      System.err.println("usage: ApiSoak ADDRESS SECONDS CLIENTS RATE PID PHOTOS");
      System.exit(2);
    }
    List<Path> photos;
    try (var found = Files.walk(Path.of(args[5]))) {
      Stream<Path> jpegs = found.filter(file -> file.toString().endsWith(".jpg"));
      photos = jpegs.sorted().limit(200).toList();
    }
    var soak = new ApiSoak(new ApiRequests(URI.create(args[0]), photos, TIMEOUT));
    soak.run(
        Long.parseLong(args[1]),
        Integer.parseInt(args[2]),
        Double.parseDouble(args[3]),
        Path.of("/proc", args[4], "status"));
  }

  private void run(long seconds, int clients, double rate, Path status) throws Exception {
    long start = System.nanoTime();
    long end = start + seconds * 1_000_000_000L;
    System.out.println(
        "second  requests  ok  busy  wrong  failed  p50 ms  p95 ms  p99 ms  RSS MiB");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < clients; i++) {
        var random = new Random(i);
        threads.execute(() -> loop(random, end, clients, rate));
      }
      for (long second = 60; second < seconds; second += 60) {
        long next = start + second * 1_000_000_000L;
        Thread.sleep(Math.max(0, (next - System.nanoTime()) / 1_000_000));
        print(second, status);
      }
    }
    print((System.nanoTime() - start) / 1_000_000_000L, status);
    System.out.println("statuses " + tally.statuses());
  }

  private void print(long second, Path status) throws IOException {
    System.out.printf(
        Locale.ROOT, "%6d  %s  %7.1f%n", second, tally.lineAndReset(), resident(status));
  }

  /// One client: a request, its answer, and with a rate a pause until its next turn.
  private void loop(Random random, long end, int clients, double rate) {
    long turn = rate > 0 ? (long) (1e9 * clients / rate) : 0;
    long due = System.nanoTime() + (long) (random.nextDouble() * turn);
    try {
      while (System.nanoTime() < end) {
        if (turn > 0) {
          Thread.sleep(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
          due += turn;
        }
        once(random);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the run is over
    }
  }

  private void once(Random random) throws InterruptedException {
    var asked = requests.next(random);
    long begun = System.nanoTime();
    try {
      var response = client.send(asked.request(), HttpResponse.BodyHandlers.ofByteArray());
      tally.answer(asked.name(), response.statusCode(), response.body(), System.nanoTime() - begun);
    } catch (IOException e) {
      tally.failed(e);
    }
  }

  /// Resident memory of a process in MiB, as Linux states it; not a number elsewhere.
  private static double resident(Path status) throws IOException {
    if (!Files.isReadable(status)) {
      return Double.NaN;
    }
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(Double.NaN);
    }
  }
}
