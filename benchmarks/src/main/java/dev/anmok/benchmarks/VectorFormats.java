package dev.anmok.benchmarks;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.anmok.core.embed.Dot;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.evaluate.Latency;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.VectorQuery;
import dev.anmok.core.search.VectorQuery.Mode;
import dev.anmok.core.search.VectorQuery.Scope;
import dev.anmok.lucene.IndexLimits;
import dev.anmok.lucene.LuceneIndex;
import dev.anmok.lucene.VectorFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/// Builds an index of vectors drawn by `training/reference/faiss_speed.py` and times searches on
/// one thread, beside what that script says of FAISS on the same files.
///
/// Arguments: `build FOLDER DIMENSION FORMAT INDEX`, `search FOLDER DIMENSION INDEX [all]` (with
/// `all` only searches of all photos), or `add FOLDER DIMENSION INDEX` (adds 1,000 photos while a
/// thread searches). FORMAT is one of [VectorFormat], or `NONE` for no clusters. Every tenth photo
/// is a representative.
public final class VectorFormats {
  private static final int QUERIES = 1_000;
  private static final int WARM_UP = 500;
  private static final int ROUNDS = 3;
  private static final int ADDED = 1_000;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private VectorFormats() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    var files = new VectorFiles(Path.of(args[1]), Integer.parseInt(args[2]));
    switch (args[0]) {
      case "build" -> build(files, args[3], Path.of(args[4]));
      case "search" -> search(files, Path.of(args[3]), args.length > 4);
      case "add" -> add(files, Path.of(args[3]));
      default -> throw new IllegalArgumentException("build, search or add, not " + args[0]);
    }
  }

  private static void build(VectorFiles files, String format, Path folder) throws IOException {
    long start = System.nanoTime();
    try (var rows = files.base();
        var index = LuceneIndex.open(folder, files.space(), Schema.EMPTY, limits(format))) {
      var batch = new ArrayList<IndexedPhoto>();
      for (int row = 0; rows.hasNext(); row++) {
        batch.add(photo(row, rows.next()));
        if (batch.size() == 1_000 || !rows.hasNext()) {
          index.upsert(batch);
          batch.clear();
        }
      }
      index.commit(1);
      double written = seconds(start);
      index.settle();
      print(
          "%s %d-d: %,d photos, written in %.1f s, clustered %,d in %.1f s more, %,.0f MB",
          format,
          files.space().dimension(),
          index.size(),
          written,
          index.clustered(),
          seconds(start) - written,
          bytes(folder) / 1e6);
    }
  }

  private static void search(VectorFiles files, Path folder, boolean only) throws IOException {
    var queries = files.queries(QUERIES);
    var truth = files.truth(QUERIES);
    try (var index = LuceneIndex.openReadOnly(folder, files.space())) {
      print(
          "%s: %,d photos, %,d clustered, kernel %s",
          folder, index.size(), index.clustered(), Dot.kernel());
      time(index, queries, truth, Scope.ALL, Mode.AUTO);
      if (only) {
        time(index, queries, truth, Scope.ALL, Mode.AUTO);
        printMemory();
        return;
      }
      var few = queries.subList(0, 200);
      time(index, few, truth.subList(0, few.size()), Scope.ALL, Mode.EXACT);
      var tenth = new ArrayList<Set<String>>();
      for (var query : few) {
        var exact = new VectorQuery(query, VectorFiles.K, Scope.REPRESENTATIVES, Mode.EXACT);
        tenth.add(names(index, exact));
      }
      time(index, few, tenth, Scope.REPRESENTATIVES, Mode.AUTO);
      time(index, few, tenth, Scope.REPRESENTATIVES, Mode.APPROXIMATE);
    }
    printMemory();
  }

  private static void printMemory() throws IOException {
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      lines.filter(l -> l.startsWith("VmHWM") || l.startsWith("Rss")).forEach(l -> print("%s", l));
    }
  }

  private static void time(
      LuceneIndex index, List<Embedding> queries, List<Set<String>> truth, Scope scope, Mode mode)
      throws IOException {
    for (int i = 0; i < WARM_UP; i++) {
      index.search(new VectorQuery(queries.get(i % queries.size()), VectorFiles.K, scope, mode));
    }
    var best = new Latency(0, 0, 0);
    var bestCpu = new Latency(0, 0, 0);
    long found = 0;
    for (int round = 0; round < ROUNDS; round++) {
      var nanos = new long[queries.size()];
      var cpu = new long[queries.size()];
      found = 0;
      for (int i = 0; i < nanos.length; i++) {
        var query = new VectorQuery(queries.get(i), VectorFiles.K, scope, mode);
        long start = System.nanoTime();
        long worked = THREADS.getCurrentThreadCpuTime();
        var hits = index.search(query);
        cpu[i] = THREADS.getCurrentThreadCpuTime() - worked;
        nanos[i] = System.nanoTime() - start;
        var wanted = truth.get(i);
        found += hits.stream().filter(hit -> wanted.contains(hit.uri())).count();
      }
      var latency = Latency.of(nanos);
      var computing = Latency.of(cpu);
      bestCpu = round == 0 || computing.p50Millis() < bestCpu.p50Millis() ? computing : bestCpu;
      best = round == 0 || latency.p50Millis() < best.p50Millis() ? latency : best;
    }
    print(
        "  %-15s %-5s recall@10 %.4f  p50 %.3f p95 %.3f p99 %.3f ms, computing %.3f %.3f %.3f ms",
        scope,
        mode,
        (double) found / (VectorFiles.K * queries.size()),
        best.p50Millis(),
        best.p95Millis(),
        best.p99Millis(),
        bestCpu.p50Millis(),
        bestCpu.p95Millis(),
        bestCpu.p99Millis());
  }

  private static void add(VectorFiles files, Path folder) throws IOException, InterruptedException {
    var queries = files.queries(QUERIES);
    try (var index = LuceneIndex.open(folder, files.space())) {
      var stop = new AtomicBoolean();
      var nanos = new ArrayList<Long>();
      var searching = new Thread(() -> searchUntil(stop, index, queries, nanos));
      searching.start();
      Thread.sleep(3_000);
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        var batch = new ArrayList<IndexedPhoto>();
        for (int i = 0; i < ADDED; i++) {
          batch.add(photo(10_000_000 + round * ADDED + i, queries.get(i)));
        }
        index.upsert(batch);
        index.commit(2 + round);
        var added = new VectorQuery(queries.get(7), VectorFiles.K, Scope.ALL, Mode.AUTO);
        boolean seen = names(index, added).contains(batch.get(7).uri());
        print(
            "%,d photos added and %s after %.2f s", ADDED, seen ? "found" : "LOST", seconds(start));
        Thread.sleep(1_000);
        index.delete(batch.stream().map(IndexedPhoto::uri).toList());
        start = System.nanoTime();
        index.commit(100 + round);
        print("deleted after %.2f s, %,d photos", seconds(start), index.size());
      }
      stop.set(true);
      searching.join();
      var latency = Latency.of(nanos.stream().mapToLong(n -> n).toArray());
      print(
          "%,d searches meanwhile: p50 %.2f p95 %.2f p99 %.2f ms",
          nanos.size(), latency.p50Millis(), latency.p95Millis(), latency.p99Millis());
    }
  }

  private static void searchUntil(
      AtomicBoolean stop, LuceneIndex index, List<Embedding> queries, List<Long> nanos) {
    try {
      for (int i = 0; !stop.get(); i++) {
        var query = queries.get(i % queries.size());
        long start = System.nanoTime();
        index.search(new VectorQuery(query, VectorFiles.K, Scope.ALL, Mode.AUTO));
        nanos.add(System.nanoTime() - start);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> names(LuceneIndex index, VectorQuery query) throws IOException {
    var names = new HashSet<String>();
    index.search(query).forEach(hit -> names.add(hit.uri()));
    return names;
  }

  private static IndexedPhoto photo(int row, Embedding vector) {
    var item = "item-" + row / 50;
    return new IndexedPhoto(VectorFiles.name(row), "", item, item, row % 10 == 0, vector);
  }

  private static IndexLimits limits(String format) {
    return format.equals("NONE")
        ? new IndexLimits(Integer.MAX_VALUE, 1L << 30)
        : new IndexLimits(0, 0).with(VectorFormat.valueOf(format));
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static long bytes(Path folder) throws IOException {
    long sum = 0;
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        sum += Files.size(file);
      }
    }
    return sum;
  }

  @FormatMethod
  private static void print(@FormatString String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
