package dev.anmok.benchmarks;

import dev.anmok.core.embed.ImageEncoder;
import dev.anmok.core.image.Pixels;
import dev.anmok.onnx.ModelPack;
import dev.anmok.onnx.Threads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// How many photos a second the embedded image tower takes from memory: preparation and inference,
/// without decoding. Run `java -cp … dev.anmok.benchmarks.EncoderThroughput [SECONDS]`; every line
/// is the median of five runs of SECONDS each, 2 by default.
public final class EncoderThroughput {
  private static final int RUNS = 5;

  private EncoderThroughput() {}

  public static void main(String[] args) throws Exception {
    double seconds = args.length > 0 ? Double.parseDouble(args[0]) : 2;
    var pack = ModelPack.embedded(Threads.SINGLE);
    try (var encoder = pack.images()) {
      int side = encoder.inputSide();
      measure(encoder, photos(32, side, side), 8, 1, seconds / 2); // warms up
      for (int batch : new int[] {1, 8, 32}) {
        print(
            "ready-made squares",
            batch,
            1,
            measure(encoder, photos(32, side, side), batch, 1, seconds));
      }
      print("ready-made squares", 8, 2, measure(encoder, photos(32, side, side), 8, 2, seconds));
      print("500 x 375 photos", 8, 1, measure(encoder, photos(32, 500, 375), 8, 1, seconds));
      print("500 x 375 photos", 8, 2, measure(encoder, photos(32, 500, 375), 8, 2, seconds));
    }
    System.out.printf(Locale.ROOT, "resident memory %d MiB%n", residentMib());
  }

  private static void print(String input, int batch, int threads, double rate) {
    System.out.printf(
        Locale.ROOT, "%-18s batch %2d, %d threads: %6.0f photos/s%n", input, batch, threads, rate);
  }

  private static double measure(
      ImageEncoder encoder, List<Pixels> photos, int batch, int threads, double seconds)
      throws ExecutionException, InterruptedException {
    var rates = new ArrayList<Double>();
    try (var pool = Executors.newFixedThreadPool(threads)) {
      for (int run = 0; run < RUNS; run++) {
        Callable<Double> caller = () -> rate(encoder, photos, batch, seconds);
        var results = new ArrayList<Callable<Double>>();
        for (int i = 0; i < threads; i++) {
          results.add(caller);
        }
        double sum = 0;
        for (var result : pool.invokeAll(results)) {
          sum += result.get();
        }
        rates.add(sum);
      }
    }
    return rates.stream().sorted().toList().get(RUNS / 2);
  }

  private static double rate(ImageEncoder encoder, List<Pixels> photos, int batch, double seconds) {
    long start = System.nanoTime();
    long done = 0;
    for (double passed = 0; passed < seconds; passed = (System.nanoTime() - start) / 1e9) {
      int from = (int) (done % photos.size());
      done += encoder.encode(photos.subList(from, from + batch)).size();
    }
    return done / ((System.nanoTime() - start) / 1e9);
  }

  private static List<Pixels> photos(int count, int width, int height) {
    var random = new Random(1);
    var photos = new ArrayList<Pixels>();
    for (int i = 0; i < count; i++) {
      var rgb = new byte[3 * width * height];
      random.nextBytes(rgb);
      photos.add(Pixels.wrap(width, height, rgb));
    }
    return photos;
  }

  private static long residentMib() throws IOException {
    var status = java.nio.file.Files.readAllLines(java.nio.file.Path.of("/proc/self/status"));
    return status.stream()
        .filter(line -> line.startsWith("VmRSS"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElse(0);
  }
}
