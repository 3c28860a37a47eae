package dev.anmok.benchmarks;

import dev.anmok.core.cluster.Dbscan;
import dev.anmok.core.cluster.KeeperGroups;
import dev.anmok.core.cluster.VectorFile;
import dev.anmok.core.embed.Dot;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/// Finds duplicates among seeded clustered vectors; `training/reference/dbscan_speed.py` does the
/// same with scikit-learn on the same file, and compares the labels.
///
/// Arguments: `write FILE ROWS DIMENSION`, then `dbscan FILE DIMENSION LABELS` (writes a label a
/// line) or `keepers FILE DIMENSION`. Run it with `--add-modules jdk.incubator.vector`.
///
/// The vectors lie in clusters of 1 to 40 around random centres, half of them round 200 themes; the
/// cosine of two of a cluster is 0.80 to 0.99, so that many pairs lie around 0.9.
public final class DuplicateSpeed {
  private static final int THEMES = 200;

  private DuplicateSpeed() {}

  public static void main(String[] args) throws IOException {
    switch (args.length > 0 ? args[0] : "") {
      case "write" -> write(Path.of(args[1]), Integer.parseInt(args[2]), Integer.parseInt(args[3]));
      case "dbscan" -> dbscan(Path.of(args[1]), Integer.parseInt(args[2]), Path.of(args[3]));
      case "keepers" -> keepers(Path.of(args[1]), Integer.parseInt(args[2]));
      default ->
          throw new IOException(
              "write FILE ROWS DIMENSION | dbscan FILE DIMENSION LABELS | keepers");
    }
  }

  private static void dbscan(Path file, int dimension, Path labels) throws IOException {
    long start = System.nanoTime();
    try (var rows = read(file, dimension)) {
      say("read " + rows.rows() + " rows, kernel " + Dot.kernel(), start);
      long searching = System.nanoTime();
      var found = new Dbscan(0.1, 2).labels(rows);
      say("dbscan, " + (Arrays.stream(found).max().orElse(-1) + 1) + " clusters", searching);
      try (var out = new PrintStream(new BufferedOutputStream(Files.newOutputStream(labels)))) {
        Arrays.stream(found).forEach(out::println);
      }
    }
    say("in all", start);
  }

  private static void keepers(Path file, int dimension) throws IOException {
    long start = System.nanoTime();
    try (var rows = read(file, dimension)) {
      var groups = KeeperGroups.of(rows, 0.9, (_, _, _) -> 1);
      long members = IntStream.range(0, groups.rows()).filter(i -> groups.keeper(i) != i).count();
      say("keepers, " + members + " rows have another", start);
    }
  }

  private static void say(String what, long since) {
    System.out.printf(
        Locale.ROOT,
        "%s: %.2f s, heap %d MiB%n",
        what,
        (System.nanoTime() - since) / 1e9,
        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
  }

  private static VectorFile read(Path file, int dimension) throws IOException {
    var rows = VectorFile.create(dimension);
    try {
      fill(rows, file, dimension);
      rows.finish();
      return rows;
    } catch (Throwable e) {
      rows.close();
      throw e;
    }
  }

  private static void fill(VectorFile rows, Path file, int dimension) throws IOException {
    var bytes = new byte[dimension * Float.BYTES * 256];
    var block = new float[dimension * 256];
    try (var in = Files.newInputStream(file)) {
      for (int got = in.readNBytes(bytes, 0, bytes.length);
          got > 0;
          got = in.readNBytes(bytes, 0, bytes.length)) {
        if (got % (dimension * Float.BYTES) != 0) {
          throw new IOException(file + ": ends within a row of " + dimension + " values");
        }
        int values = got / Float.BYTES;
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(block, 0, values);
        rows.add(block, values / dimension);
      }
    }
  }

  private static void write(Path file, int rows, int dimension) throws IOException {
    var random = new Random(42);
    var themes = new double[THEMES][];
    Arrays.setAll(themes, _ -> gaussian(random, dimension));
    var order = order(rows, random);
    var all = new float[rows][];
    for (int done = 0; done < rows; ) {
      var centre = gaussian(random, dimension);
      if (random.nextBoolean()) {
        var theme = themes[random.nextInt(THEMES)];
        for (int i = 0; i < dimension; i++) {
          centre[i] += theme[i];
        }
        scale(centre);
      }
      double cosine = 0.8 + 0.19 * random.nextDouble();
      double spread = Math.sqrt(1 / cosine - 1);
      for (int members = 1 + random.nextInt(40); members > 0 && done < rows; members--) {
        var noise = gaussian(random, dimension);
        for (int i = 0; i < dimension; i++) {
          noise[i] = centre[i] + spread * noise[i];
        }
        scale(noise);
        var vector = new float[dimension];
        for (int i = 0; i < dimension; i++) {
          vector[i] = (float) noise[i];
        }
        all[order[done++]] = vector;
      }
    }
    var bytes = ByteBuffer.allocate(dimension * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      for (var vector : all) {
        bytes.asFloatBuffer().put(vector);
        out.write(bytes.array());
      }
    }
  }

  private static int[] order(int rows, Random random) {
    var order = IntStream.range(0, rows).toArray();
    for (int i = rows - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int held = order[i];
      order[i] = order[j];
      order[j] = held;
    }
    return order;
  }

  private static double[] gaussian(Random random, int dimension) {
    var values = new double[dimension];
    Arrays.setAll(values, _ -> random.nextGaussian());
    scale(values);
    return values;
  }

  private static void scale(double[] values) {
    double length = Math.sqrt(Arrays.stream(values).map(v -> v * v).sum());
    for (int i = 0; i < values.length; i++) {
      values[i] /= length;
    }
  }
}
