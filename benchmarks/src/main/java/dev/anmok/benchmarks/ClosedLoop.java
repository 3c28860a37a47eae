package dev.anmok.benchmarks;

import dev.anmok.core.evaluate.Latency;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// People who look for a product by a photo: each uploads one, reads the answer for a while, and
/// uploads the next. Prints how long answers took, how many there were, their statuses, and the
/// stages' times as the server states them.
///
/// Arguments: address such as `http://127.0.0.1:8080`, seconds, people, seconds of thinking, a
/// folder of JPEG photos, and perhaps further query parameters such as `category=off`.
public final class ClosedLoop {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final URI route;
  private final List<byte[]> uploads = new ArrayList<>();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();

  /// One answer: its status, how long it took, and what the server says of its stages.
  private record Answer(int status, long nanos, String stages, String cache) {}

  private ClosedLoop(URI route) {
    this.route = route;
  }

  public static void main(String[] args) throws Exception {
    if (args.length < 5) {
      System.err.println("usage: ClosedLoop ADDRESS SECONDS PEOPLE THINKING PHOTOS [QUERY]");
      System.exit(2);
    }
    var query = args.length > 5 ? "?" + args[5] : "";
    var loop = new ClosedLoop(URI.create(args[0] + "/api/v1/search" + query));
    try (var found = Files.walk(Path.of(args[4]))) {
      for (var file : found.filter(f -> f.toString().endsWith(".jpg")).sorted().toList()) {
        loop.uploads.add(ApiRequests.multipart(Files.readAllBytes(file)));
      }
    }
    loop.run(Integer.parseInt(args[1]), Integer.parseInt(args[2]), Double.parseDouble(args[3]));
  }

  private void run(int seconds, int people, double thinking) throws InterruptedException {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < people; i++) {
        var random = new Random(i);
        threads.execute(() -> person(random, end, thinking));
      }
      threads.shutdown();
      threads.awaitTermination(seconds + 60L, TimeUnit.SECONDS);
    }
    print(seconds);
  }

  /// Thinks for half to one and a half times as long as said, so that people do not march in step.
  private void person(Random random, long end, double thinking) {
    try {
      Thread.sleep((long) (1_000 * thinking * random.nextDouble()));
      while (System.nanoTime() < end) {
        ask(uploads.get(random.nextInt(uploads.size())));
        Thread.sleep((long) (1_000 * thinking * (0.5 + random.nextDouble())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask(byte[] upload) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(route)
            .timeout(TIMEOUT)
            .header("Content-Type", "multipart/form-data; boundary=" + ApiRequests.BOUNDARY)
            .POST(BodyPublishers.ofByteArray(upload))
            .build();
    long start = System.nanoTime();
    try {
      var reply = client.send(request, BodyHandlers.ofByteArray());
      answers.add(
          new Answer(
              reply.statusCode(),
              System.nanoTime() - start,
              reply.headers().firstValue("Server-Timing").orElse(""),
              reply.headers().firstValue("Anmok-Cache").orElse("")));
    } catch (IOException e) {
      answers.add(new Answer(0, System.nanoTime() - start, "", ""));
    }
  }

  private void print(int seconds) {
    Map<Integer, Integer> statuses = new TreeMap<>();
    answers.forEach(answer -> statuses.merge(answer.status(), 1, Integer::sum));
    var times = answers.stream().filter(a -> a.status() == 200).mapToLong(Answer::nanos).toArray();
    long hits = answers.stream().filter(a -> a.cache().equals("hit")).count();
    System.out.printf(
        Locale.ROOT,
        "%d answers in %d s (%.1f a second), %d from the cache; statuses %s%n",
        answers.size(),
        seconds,
        answers.size() / (double) seconds,
        hits,
        statuses);
    if (times.length == 0) {
      return;
    }
    print("whole", times);
    for (var stage : List.of("decode", "cut-out", "embed", "category", "search")) {
      var some =
          answers.stream()
              .filter(answer -> answer.cache().equals("miss"))
              .mapToLong(answer -> nanos(answer.stages(), stage))
              .filter(nanos -> nanos >= 0)
              .toArray();
      if (some.length > 0) {
        print(stage, some);
      }
    }
  }

  private static void print(String what, long[] nanos) {
    var latency = Latency.of(nanos);
    System.out.printf(
        Locale.ROOT,
        "%-9s p50 %8.2f ms  p95 %8.2f ms  p99 %8.2f ms%n",
        what,
        latency.p50Millis(),
        latency.p95Millis(),
        latency.p99Millis());
  }

  private static long nanos(String stages, String stage) {
    for (var each : stages.split(", ", -1)) {
      if (each.startsWith(stage + ";dur=")) {
        return (long) (Double.parseDouble(each.substring(stage.length() + 5)) * 1e6);
      }
    }
    return -1;
  }
}
