package dev.anmok.spark.global;

import dev.anmok.core.cluster.DuplicateLevel;
import dev.anmok.core.cluster.DuplicateMethod;
import dev.anmok.core.cluster.DuplicateRule;
import dev.anmok.core.cluster.NearRule;
import dev.anmok.core.embed.VectorSpace;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Measures duplicates among drawn photos on `local[2]`, and beside it on one machine:
/// `DuplicatesGrowth PHOTOS [local] [similar] [threshold=C] [themes=N]`. Level near at 0.9 around
/// no themes, where not told otherwise. One size a process, so that its memory is that size's.
public final class DuplicatesGrowth {
  private static final VectorSpace SPACE =
      new VectorSpace("drawn", "00", "none", VectorSpace.NO_BACKGROUND, 256);

  private DuplicatesGrowth() {}

  /// Prints what was measured to standard output.
  public static void main(String[] args) throws IOException {
    int photos = Integer.parseInt(args[0]);
    var words = List.of(args).subList(1, args.length);
    var themes = Integer.parseInt(value(words, "themes", "0"));
    var source = new DrawnSource(photos, 8_192, SPACE, 1, themes);
    var rule =
        new DuplicateRule(
            DuplicateMethod.DEFAULT,
            words.contains("similar") ? DuplicateLevel.SIMILAR : DuplicateLevel.NEAR,
            new NearRule(10, 0.9),
            Double.parseDouble(value(words, "threshold", "0.9")),
            0.1,
            2);
    var text = new GroupText(rule, "drawn", true);
    var out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
    var found = spark(source, text, out);
    memory(out);
    if (words.contains("local")) {
      var lap = new Lap();
      var groups = LocalDuplicates.of(source, text);
      lap.say(out, "local", photos);
      say(out, "  equal groups: %s", groups.equals(found));
    }
  }

  private static String value(List<String> words, String name, String usual) {
    return words.stream()
        .filter(word -> word.startsWith(name + "="))
        .map(word -> word.substring(name.length() + 1))
        .findFirst()
        .orElse(usual);
  }

  private static List<String> spark(DrawnSource source, GroupText text, PrintStream out)
      throws IOException {
    try (var spark = Cluster.open("growth", "local[2]")) {
      new Duplicates(spark, text).find(new DrawnSource(2_000, 500, SPACE, 2)); // loads classes
      var lap = new Lap();
      var found = new Duplicates(spark, text).find(source);
      var groups = new ArrayList<String>();
      found.groups().values().toLocalIterator().forEachRemaining(groups::add);
      lap.say(out, "spark local[2]", source.photos());
      var cost = found.cost();
      say(
          out,
          "  %d groups; %s; a photo %.1f pairs of hashes, %.1f of vectors, %.2f guests; %d turns",
          groups.size(),
          cost,
          (double) cost.hashPairs() / source.photos(),
          (double) cost.vectorPairs() / source.photos(),
          (double) cost.guests() / source.photos(),
          cost.turns());
      return groups;
    }
  }

  /// The process's largest memory, where the system tells.
  private static void memory(PrintStream out) throws IOException {
    var status = Path.of("/proc/self/status");
    if (Files.isReadable(status)) {
      Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM"))
          .forEach(line -> say(out, "  %s", line.replaceAll("\\s+", " ")));
    }
  }

  /// A stretch of time.
  private static final class Lap {
    private final long start = System.nanoTime();
    private final long processor = processorNanos();

    private void say(PrintStream out, String what, int photos) {
      double seconds = (System.nanoTime() - start) / 1e9;
      double busy = (processorNanos() - processor) / 1e9;
      DuplicatesGrowth.say(
          out,
          "%s: %d photos in %.1f s, %.1f s of processor, %.1f us of processor a photo",
          what,
          photos,
          seconds,
          busy,
          busy * 1e6 / photos);
    }

    private static long processorNanos() {
      return ManagementFactory.getOperatingSystemMXBean()
              instanceof com.sun.management.OperatingSystemMXBean system
          ? system.getProcessCpuTime()
          : 0;
    }
  }

  @com.google.errorprone.annotations.FormatMethod
  private static void say(PrintStream out, String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
