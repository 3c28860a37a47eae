package dev.anmok.benchmarks;

import dev.anmok.core.image.Channels;
import dev.anmok.core.image.Filter;
import dev.anmok.core.image.Fit;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Preprocess;
import dev.anmok.onnx.Device;
import dev.anmok.onnx.ModelPack;
import dev.anmok.onnx.Threads;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Photos and texts a second of a pack in a folder, asked for line by line, so that
/// `training/reference/encoders/compare.py` can take turns with the same files in Python.
///
/// Arguments: folder, variant (or nothing in quotes), threads a call. Each line of standard input
/// is `photos SIDE BATCH SECONDS`, `large SIDE BATCH SECONDS` (1000 x 750 pixels, to be resized),
/// `prepare SIDE BATCH SECONDS` (the same without the model) or `texts WORDS BATCH SECONDS`; each
/// answer is the best round's rate a second and the milliseconds of processor time that the calling
/// thread took for one, which are all of them where a call has one thread. Before the first answer
/// come the seconds until each tower was ready.
public final class PackSpeed {
  /// Each one token of CLIP's tokenizer.
  private static final List<String> WORDS =
      List.of(
          "photo", "cat", "dog", "house", "window", "water", "green", "black", "white", "street",
          "coffee", "table", "chair", "night", "garden", "music");

  /// With one thread a call the caller's thread does all the work.
  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

  private PackSpeed() {}

  private interface Work {
    void round();
  }

  public static void main(String[] args) throws IOException {
    long start = System.nanoTime();
    var threads = new Threads(Integer.parseInt(args[2]), Device.CPU);
    var pack = ModelPack.open(Path.of(args[0]), threads, args[1]);
    try (var images = pack.images()) {
      double imagesReady = seconds(start);
      long between = System.nanoTime();
      try (var texts = pack.texts()) {
        answer("%.2f %.2f", imagesReady, seconds(between));
        var random = new Random(2);
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
          var words = line.split(" ", -1);
          int size = Integer.parseInt(words[1]);
          int batch = Integer.parseInt(words[2]);
          double seconds = Double.parseDouble(words[3]);
          var squares = noise(batch, size, size);
          var large = noise(batch, 1000, 750);
          switch (words[0]) {
            case "photos" -> measure(batch, seconds, () -> images.encode(squares));
            case "large" -> measure(batch, seconds, () -> images.encode(large));
            case "prepare" -> measure(batch, seconds, prepare(size, large));
            case "texts" -> measure(batch, seconds, () -> texts.encode(texts(batch, size, random)));
            case "memory" -> answer("%.0f %.0f", Resident.mib(), Resident.peakMib());
            default -> throw new IllegalArgumentException(line);
          }
        }
      }
    }
  }

  private static Work prepare(int side, List<Pixels> photos) {
    var half = new Channels(127.5, 127.5, 127.5);
    var preprocess = new Preprocess(side, new Fit.CentreCrop(), Filter.BICUBIC, half, half);
    var buffer = FloatBuffer.allocate(photos.size() * preprocess.length());
    return () -> {
      for (int i = 0; i < photos.size(); i++) {
        preprocess.into(photos.get(i), buffer, i * preprocess.length());
      }
    };
  }

  private static void measure(int batch, double seconds, Work work) {
    work.round(); // warms up
    long start = System.nanoTime();
    long used = THREAD.getCurrentThreadCpuTime();
    long best = Long.MAX_VALUE;
    int rounds = 0;
    while (seconds(start) < seconds) {
      long begun = System.nanoTime();
      work.round();
      best = Math.min(best, System.nanoTime() - begun);
      rounds++;
    }
    used = THREAD.getCurrentThreadCpuTime() - used;
    answer("%.3f %.3f", batch * 1e9 / best, used / 1e6 / rounds / batch);
  }

  private static List<Pixels> noise(int count, int width, int height) {
    var random = new Random(1);
    var photos = new ArrayList<Pixels>();
    for (int i = 0; i < count; i++) {
      var rgb = new byte[3 * width * height];
      random.nextBytes(rgb);
      photos.add(Pixels.wrap(width, height, rgb));
    }
    return photos;
  }

  /// Texts that no cache knows.
  private static List<String> texts(int count, int words, Random random) {
    var texts = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      var text = new ArrayList<String>();
      for (int k = 0; k < words; k++) {
        text.add(WORDS.get(random.nextInt(WORDS.size())));
      }
      texts.add(String.join(" ", text));
    }
    return texts;
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void answer(String format, double one, double other) {
    System.out.println(String.format(Locale.ROOT, format, one, other));
  }
}
