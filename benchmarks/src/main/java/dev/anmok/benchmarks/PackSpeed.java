package dev.anmok.benchmarks;

import dev.anmok.core.embed.ImageEncoder;
import dev.anmok.core.image.Pixels;
import dev.anmok.onnx.Device;
import dev.anmok.onnx.ModelPack;
import dev.anmok.onnx.Threads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Photos and texts a second of a pack in a folder, by batch, with start-up time, the share of
/// preprocessing and memory. Run `java -cp … dev.anmok.benchmarks.PackSpeed FOLDER [VARIANT]
/// [THREADS] [SECONDS]`; `training/reference/encoders/speed.py` measures the same files in Python.
public final class PackSpeed {
  private static final int[] BATCHES = {1, 8, 32};

  private PackSpeed() {}

  public static void main(String[] args) throws Exception {
    var variant = args.length > 1 ? args[1] : "";
    int threads = args.length > 2 ? Integer.parseInt(args[2]) : 2;
    double seconds = args.length > 3 ? Double.parseDouble(args[3]) : 5;
    long start = System.nanoTime();
    var pack = ModelPack.open(Path.of(args[0]), new Threads(threads, Device.CPU), variant);
    try (var images = pack.images()) {
      print("image tower ready after", (System.nanoTime() - start) / 1e9, "s");
      int side = images.inputSide();
      for (int batch : BATCHES) {
        print("squares, batch " + batch, photos(images, batch, side, side, seconds), "photos/s");
      }
      print("1000 x 750, batch 8", photos(images, 8, 1000, 750, seconds), "photos/s");
    }
    start = System.nanoTime();
    try (var texts = pack.texts()) {
      print("text tower ready after", (System.nanoTime() - start) / 1e9, "s");
      var names = new Random(2);
      for (int batch : BATCHES) {
        var rate = rate(batch, seconds, count -> texts.encode(texts(count, names)));
        print("texts, batch " + batch, rate, "texts/s");
      }
    }
    print("peak resident memory", peakMib(), "MiB");
  }

  private interface Work {
    void run(int count);
  }

  private static double photos(
      ImageEncoder encoder, int batch, int width, int height, double seconds) {
    var random = new Random(1);
    var photos = new ArrayList<Pixels>();
    for (int i = 0; i < batch; i++) {
      var rgb = new byte[3 * width * height];
      random.nextBytes(rgb);
      photos.add(Pixels.wrap(width, height, rgb));
    }
    return rate(batch, seconds, _ -> encoder.encode(photos));
  }

  /// Texts that no cache knows: eight words each, drawn from names that nobody has.
  private static List<String> texts(int count, Random random) {
    var texts = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      texts.add(
          "a photo of %d cats by the window %d".formatted(random.nextInt(90), random.nextInt()));
    }
    return texts;
  }

  private static double rate(int batch, double seconds, Work work) {
    work.run(batch); // warms up
    long start = System.nanoTime();
    int done = 0;
    double passed = 0;
    while (passed < seconds) {
      work.run(batch);
      done += batch;
      passed = (System.nanoTime() - start) / 1e9;
    }
    return done / passed;
  }

  private static void print(String what, double value, String unit) {
    System.out.printf(Locale.ROOT, "%-24s %8.2f %s%n", what, value, unit);
  }

  private static double peakMib() throws IOException {
    for (var line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
      }
    }
    return Double.NaN;
  }
}
