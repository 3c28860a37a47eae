package dev.anmok.benchmarks;

import dev.anmok.codec.PhotoDecoder;
import dev.anmok.core.embed.ImageEncoder;
import dev.anmok.core.image.DecodeLimits;
import dev.anmok.core.image.Decoded;
import dev.anmok.core.image.Filter;
import dev.anmok.core.image.Pixels;
import dev.anmok.core.image.Resize;
import dev.anmok.core.pipeline.FolderSource;
import dev.anmok.core.pipeline.Ingest;
import dev.anmok.core.pipeline.IngestOptions;
import dev.anmok.core.pipeline.Progress;
import dev.anmok.core.pipeline.Stages;
import dev.anmok.onnx.ModelPack;
import dev.anmok.onnx.Threads;
import dev.anmok.sqlite.SqliteCatalog;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Ingest end to end beside the bare encoder, in turn in one process: photos a second of both,
/// their ratio, the largest heap seen, and the catalog's bytes a photo.
///
/// Run `java -cp … dev.anmok.benchmarks.IngestRate FOLDER [COUNT] [ROUNDS]`. FOLDER holds JPEG
/// photos; COUNT files (default 2,000) are made of them, each with another comment in it, so that
/// all differ in their bytes. The bare encoder is given pictures already of its own size, by as
/// many threads as ingest has workers, in batches of the same size.
public final class IngestRate {
  private static final int BATCH = 8;

  /// Pictures that the bare encoder is given by turns, a number of whole batches.
  private static final int SQUARES = 8 * BATCH;

  private IngestRate() {}

  public static void main(String[] args) throws Exception {
    int count = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
    int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
    var work = Files.createTempDirectory("anmok-ingest-rate");
    try (var encoder = ModelPack.embedded(Threads.SINGLE).images()) {
      var originals = originals(Path.of(args[0]));
      var folder = work.resolve("photos");
      var photos = Files.createDirectories(folder.resolve("item"));
      for (int i = 0; i < count; i++) {
        var jpeg = Files.readAllBytes(originals.get(i % originals.size()));
        Files.write(photos.resolve(String.format(Locale.ROOT, "%06d.jpg", i)), commented(jpeg, i));
      }
      var squares = squares(originals, encoder.inputSide());
      bare(encoder, squares, Math.min(count, 500));
      for (int round = 1; round <= rounds; round++) {
        double bare = bare(encoder, squares, count);
        var catalog = work.resolve("catalog-" + round + ".sqlite");
        double ingest = ingest(encoder, folder, catalog);
        System.out.printf(
            Locale.ROOT,
            "round %d: bare encoder %.0f/s, ingest %.0f/s, ratio %.3f, %d bytes a photo%n",
            round,
            bare,
            ingest,
            ingest / bare,
            Files.size(catalog) / count);
      }
      System.out.printf(Locale.ROOT, "largest heap %d MiB%n", peakHeap() >> 20);
    } finally {
      try (var files = Files.walk(work)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static double ingest(ImageEncoder encoder, Path photos, Path file) throws IOException {
    var decoder = PhotoDecoder.open(DecodeLimits.DEFAULT);
    try (var catalog = SqliteCatalog.open(file)) {
      var stages = Stages.of(DecodeLimits.DEFAULT, decoder, encoder);
      var ingest = new Ingest(catalog, stages, IngestOptions.defaults());
      var summary = ingest.run(FolderSource.of(photos), Progress.NONE);
      return summary.accepted() / (summary.elapsed().toNanos() / 1e9);
    }
  }

  private static double bare(ImageEncoder encoder, List<Pixels> squares, int count)
      throws Exception {
    int threads = IngestOptions.defaults().workers();
    var next = new AtomicInteger();
    Callable<Void> worker =
        () -> {
          for (int at = next.getAndAdd(BATCH); at < count; at = next.getAndAdd(BATCH)) {
            int from = at % SQUARES;
            encoder.encode(squares.subList(from, from + Math.min(BATCH, count - at)));
          }
          return null;
        };
    long start = System.nanoTime();
    try (var pool = Executors.newFixedThreadPool(threads)) {
      for (var call : pool.invokeAll(Collections.nCopies(threads, worker))) {
        call.get();
      }
    }
    return count / ((System.nanoTime() - start) / 1e9);
  }

  private static List<Pixels> squares(List<Path> originals, int side) throws IOException {
    var decoder = PhotoDecoder.open(DecodeLimits.DEFAULT);
    var squares = new ArrayList<Pixels>();
    for (var file : originals) {
      if (squares.size() < SQUARES
          && decoder.decode(Files.readAllBytes(file), side) instanceof Decoded.Image image) {
        squares.add(Resize.to(image.pixels(), side, side, Filter.BILINEAR));
      }
    }
    if (squares.isEmpty()) {
      throw new IOException("none of the " + originals.size() + " photos can be decoded");
    }
    for (int i = 0; squares.size() < SQUARES; i++) {
      squares.add(squares.get(i));
    }
    return squares;
  }

  private static List<Path> originals(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      var found =
          files
              .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".jpg"))
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new IOException(folder + ": holds no .jpg files");
      }
      return found;
    }
  }

  /// The same JPEG with a comment segment after its start marker.
  private static byte[] commented(byte[] jpeg, int number) {
    var commented = new byte[jpeg.length + 8];
    commented[0] = jpeg[0];
    commented[1] = jpeg[1];
    commented[2] = (byte) 0xff;
    commented[3] = (byte) 0xfe;
    commented[5] = 6; // the segment's length, itself included
    for (int i = 0; i < 4; i++) {
      commented[6 + i] = (byte) (number >> (8 * i));
    }
    System.arraycopy(jpeg, 2, commented, 10, jpeg.length - 2);
    return commented;
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
