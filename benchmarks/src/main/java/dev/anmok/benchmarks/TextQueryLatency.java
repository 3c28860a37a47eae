package dev.anmok.benchmarks;

import dev.anmok.app.profile.Mode;
import dev.anmok.app.query.Finder;
import dev.anmok.app.query.Wanted;
import dev.anmok.app.query.Weights;
import dev.anmok.app.query.Wish;
import dev.anmok.app.words.QueryTexts;
import dev.anmok.app.workspace.Models;
import dev.anmok.app.workspace.Towers;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.TextEncoder;
import dev.anmok.core.evaluate.Latency;
import dev.anmok.core.filter.Field;
import dev.anmok.core.filter.FieldType;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.filter.FilterParser;
import dev.anmok.core.filter.Metadata;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.filter.Value;
import dev.anmok.core.search.Fusion;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.MatchScale;
import dev.anmok.core.search.Page;
import dev.anmok.core.search.PhotoIndex;
import dev.anmok.core.search.SearchRequest.By;
import dev.anmok.core.search.Spread;
import dev.anmok.core.search.TextRole;
import dev.anmok.core.search.VectorQuery;
import dev.anmok.lucene.IndexLimits;
import dev.anmok.lucene.LuceneIndex;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// Prints how long text queries take in process, from the words to the explained hits, with the
/// text tower of the embedded pack and no cache: every query is asked once after the warm-up.
///
/// Each line has the times by the clock and the processor time of the asking thread, which other
/// programs disturb less.
///
/// Arguments: a file of sentences, one a line, of which the first thousand become queries and all
/// become titles and descriptions of photos; number of photos (default 80,000); a folder that keeps
/// the index for the next run, or has it from the last. The photos' vectors are those of the
/// sentences, each moved by noise.
public final class TextQueryLatency {
  private static final Schema SCHEMA = new Schema(List.of(new Field("year", FieldType.INTEGER)));
  private static final int QUERIES = 1_000;
  private static final int WARM_UP = 300;
  private static final int BATCH = 64;
  private static final double NOISE = 0.5;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final List<String> sentences;
  private final TextEncoder encoder;
  private final Random random = new Random(42);

  private TextQueryLatency(List<String> sentences, TextEncoder encoder) {
    this.sentences = sentences;
    this.encoder = encoder;
  }

  public static void main(String[] args) throws IOException {
    var sentences =
        Files.readAllLines(Path.of(args[0])).stream().filter(s -> !s.isBlank()).toList();
    int photos = args.length > 1 ? Integer.parseInt(args[1]) : 80_000;
    try (var encoder = Models.embedded().texts()) {
      var latency = new TextQueryLatency(sentences, encoder);
      if (args.length > 2) {
        latency.run(Path.of(args[2]), photos);
      } else {
        latency.run(photos);
      }
    }
  }

  private void run(int photos) throws IOException {
    var folder = Files.createTempDirectory("anmok-text-query-latency");
    try {
      run(folder, photos);
    } finally {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void run(Path folder, int photos) throws IOException {
    try (var index = LuceneIndex.open(folder, encoder.space(), SCHEMA, IndexLimits.DEFAULT)) {
      if (index.size() == 0) {
        long start = System.nanoTime();
        fill(index, photos);
        System.out.printf(Locale.ROOT, "indexed in %.1f s%n", (System.nanoTime() - start) / 1e9);
      }
      System.out.printf(Locale.ROOT, "%,d photos, %,d sentences%n", index.size(), sentences.size());
      for (var mode : Mode.values()) {
        for (var filter : List.of("", "year>=2020", "year:1963")) {
          measure(index, mode, filter);
        }
      }
    }
  }

  private void fill(PhotoIndex index, int photos) throws IOException {
    var vectors = new ArrayList<Embedding>();
    for (int from = 0; from < sentences.size(); from += BATCH) {
      vectors.addAll(
          encoder.encode(sentences.subList(from, Math.min(from + BATCH, sentences.size()))));
    }
    for (int i = 0; i < photos; i++) {
      int sentence = random.nextInt(sentences.size());
      var title = sentences.get(sentence);
      var body = title + " " + sentences.get(random.nextInt(sentences.size()));
      var year = new Value.Whole(1960 + random.nextInt(67));
      index.upsert(
          List.of(
              new IndexedPhoto(
                  "photo-" + i,
                  "",
                  "item-" + i,
                  title,
                  false,
                  moved(vectors.get(sentence)),
                  Map.of(TextRole.TITLE, title, TextRole.BODY, body),
                  new Metadata(Map.of("year", List.of(year))))));
    }
    index.commit(1);
  }

  private Embedding moved(Embedding vector) {
    var values = vector.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) (random.nextGaussian() * NOISE / Math.sqrt(values.length));
    }
    return Embedding.normalize(vector.space(), values);
  }

  private void measure(PhotoIndex index, Mode mode, String filter) throws IOException {
    var finder =
        new Finder(
            new Uncached(encoder),
            index,
            VectorQuery.Scope.ALL,
            query -> new Spread(0, 0.1),
            MatchScale.uncalibrated(),
            QueryTexts.untranslated("anmok-mini", List.of("ko", "en")));
    var chosen = filter.isEmpty() ? Filter.none() : FilterParser.parse(SCHEMA, filter);
    int queries = Math.min(QUERIES, sentences.size() / 2);
    for (int i = 0; i < Math.min(WARM_UP, queries); i++) {
      finder.search(wish(sentences.get(sentences.size() - 1 - i), mode, chosen));
    }
    var clock = new long[queries];
    var processor = new long[queries];
    for (int i = 0; i < queries; i++) {
      long worked = THREADS.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      finder.search(wish(sentences.get(i), mode, chosen));
      clock[i] = System.nanoTime() - start;
      processor[i] = THREADS.getCurrentThreadCpuTime() - worked;
    }
    System.out.printf(
        Locale.ROOT,
        "  %-7s %-11s clock %s  processor %s%n",
        mode.code(),
        filter,
        inWords(Latency.of(clock)),
        inWords(Latency.of(processor)));
  }

  private static String inWords(Latency latency) {
    return String.format(
        Locale.ROOT,
        "p50 %.2f p95 %.2f p99 %.2f ms",
        latency.p50Millis(),
        latency.p95Millis(),
        latency.p99Millis());
  }

  private static Wish wish(String words, Mode mode, Filter filter) {
    return new Wish(
        Wanted.words(words),
        mode,
        Weights.DEFAULT,
        new Fusion.Weighted(),
        By.ITEM,
        filter,
        new Page(0, 10));
  }

  /// The text tower alone.
  private record Uncached(TextEncoder encoder) implements Towers {
    @Override
    public List<Embedding> texts(List<String> texts) {
      return encoder.encode(texts);
    }

    @Override
    public List<Embedding> pictures(Pictures pictures) {
      throw new UnsupportedOperationException("no pictures are asked for");
    }
  }
}
