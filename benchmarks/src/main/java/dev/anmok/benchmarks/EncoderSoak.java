package dev.anmok.benchmarks;

import dev.anmok.core.image.Pixels;
import dev.anmok.onnx.ModelPack;
import dev.anmok.onnx.Threads;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Whether encoders keep memory that they should give back. Two parts of the given length: one
/// opens both towers, encodes and closes them, again and again; the other keeps them open and
/// encodes batches of all sizes and texts of all lengths. The memory of the process is sampled all
/// the while, as Linux counts it; each part ends with the medians of its second and its last
/// quarter, and the command fails if the last is larger by more than [#GROWTH] and [#SLACK_MIB].
///
/// Arguments: seconds for each part (120), a pack's folder (the embedded pack), its variant.
public final class EncoderSoak {
  private static final double GROWTH = 1.05;
  private static final double SLACK_MIB = 8;
  private static final int SAMPLES = 40;

  private final ModelPack pack;
  private final double seconds;
  private final Random random = new Random(1);
  private long photos;
  private long texts;

  private EncoderSoak(ModelPack pack, double seconds) {
    this.pack = pack;
    this.seconds = seconds;
  }

  private interface Round {
    void run() throws IOException;
  }

  public static void main(String[] args) throws IOException {
    double seconds = args.length > 0 ? Double.parseDouble(args[0]) : 120;
    var variant = args.length > 2 ? args[2] : "";
    var pack =
        args.length > 1
            ? ModelPack.open(Path.of(args[1]), Threads.SINGLE, variant)
            : ModelPack.embedded(Threads.SINGLE);
    var soak = new EncoderSoak(pack, seconds);
    boolean flat = soak.openedAndClosed();
    flat &= soak.keptOpen();
    System.exit(flat ? 0 : 1);
  }

  private boolean openedAndClosed() throws IOException {
    return watch(
        "opened and closed",
        () -> {
          try (var images = pack.images();
              var words = pack.texts()) {
            images.encode(photos(3));
            words.encode(texts(3));
          }
        });
  }

  private boolean keptOpen() throws IOException {
    try (var images = pack.images();
        var words = pack.texts()) {
      return watch(
          "kept open",
          () -> {
            images.encode(photos(1 + random.nextInt(16)));
            words.encode(texts(1 + random.nextInt(16)));
          });
    }
  }

  private boolean watch(String part, Round round) throws IOException {
    var resident = new ArrayList<Double>();
    photos = 0;
    texts = 0;
    long rounds = 0;
    long start = System.nanoTime();
    for (double passed = 0; passed < seconds; passed = (System.nanoTime() - start) / 1e9) {
      round.run();
      rounds++;
      if (passed >= seconds * resident.size() / SAMPLES) {
        resident.add(Resident.mib());
      }
    }
    double before = median(resident, 1);
    double after = median(resident, 3);
    boolean flat = after <= before * GROWTH + SLACK_MIB;
    System.out.printf(
        Locale.ROOT,
        "%s: %d rounds, %d photos, %d texts; resident %.1f MiB in the second quarter, %.1f in the last, heap %d, direct buffers %d: %s%n",
        part,
        rounds,
        photos,
        texts,
        before,
        after,
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20,
        direct() >> 20,
        flat ? "flat" : "GROWN");
    System.out.println("  samples " + resident.stream().map(mib -> "" + Math.round(mib)).toList());
    return flat;
  }

  /// The median of a quarter of the samples, from 0.
  private static double median(List<Double> samples, int quarter) {
    int size = samples.size();
    var part = samples.subList(quarter * size / 4, (quarter + 1) * size / 4).stream().sorted();
    var sorted = part.toList();
    return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
  }

  private static long direct() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }

  private List<Pixels> photos(int count) {
    var all = new ArrayList<Pixels>();
    for (int i = 0; i < count; i++) {
      int width = 100 + random.nextInt(400);
      int height = 100 + random.nextInt(400);
      var rgb = new byte[3 * width * height];
      random.nextBytes(rgb);
      all.add(Pixels.wrap(width, height, rgb));
    }
    photos += count;
    return all;
  }

  private List<String> texts(int count) {
    var all = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      all.add("a photo of number " + random.nextLong() + " by the sea".repeat(random.nextInt(8)));
    }
    texts += count;
    return all;
  }
}
