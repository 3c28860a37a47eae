package dev.anmok.benchmarks;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.evaluate.Latency;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.filter.Metadata;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.TextQuery;
import dev.anmok.core.search.TextRole;
import dev.anmok.core.search.VectorQuery.Scope;
import dev.anmok.lucene.LuceneIndex;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// Fills an index with texts as of films, half of them in each language, and prints the time of
/// searches by one to six words on one thread, also as the processor time of the thread, which
/// other programs of a busy machine disturb less. A title has two to four words of a sentence, the
/// body is two sentences; of the queries a third each is Korean, English and misspelled or mixed.
///
/// Arguments: the folder of the sentences, number of photos, number of queries.
public final class WordLatency {
  private static final int K = 10;
  private static final VectorSpace SPACE = new VectorSpace("words", "none", "none", "none", 2);

  private final List<String> korean;
  private final List<String> english;
  private final Random random = new Random(42);

  private WordLatency(SentencePairs sentences) {
    this.korean = sentences.korean();
    this.english = sentences.english();
  }

  public static void main(String[] args) throws IOException {
    int photos = args.length > 1 ? Integer.parseInt(args[1]) : 80_000;
    int queries = args.length > 2 ? Integer.parseInt(args[2]) : 3_000;
    new WordLatency(SentencePairs.read(Path.of(args[0]))).run(photos, queries);
  }

  private void run(int photos, int queries) throws IOException {
    var folder = Files.createTempDirectory("anmok-word-latency");
    long start = System.nanoTime();
    try (var index = LuceneIndex.open(folder, SPACE)) {
      for (int i = 0; i < photos; i++) {
        index.upsert(List.of(photo(i)));
      }
      index.commit(1);
    }
    System.out.printf(
        Locale.ROOT,
        "%,d photos indexed in %.1f s, %.1f MB%n",
        photos,
        (System.nanoTime() - start) / 1e9,
        bytes(folder) / 1e6);
    try (var index = LuceneIndex.openReadOnly(folder, SPACE)) {
      for (int words = 1; words <= 6; words++) {
        measure(index, words, queries);
      }
    }
    SentencePairs.delete(folder);
  }

  private void measure(LuceneIndex index, int words, int queries) throws IOException {
    var cpu = ManagementFactory.getThreadMXBean();
    var nanos = new long[queries];
    var cpuNanos = new long[queries];
    for (int i = -queries / 2; i < queries; i++) {
      var query = new TextQuery(query(words), K, Scope.ALL, Filter.none());
      long start = System.nanoTime();
      long cpuStart = cpu.getCurrentThreadCpuTime();
      index.explain(query.text(), index.search(query));
      if (i >= 0) {
        cpuNanos[i] = cpu.getCurrentThreadCpuTime() - cpuStart;
        nanos[i] = System.nanoTime() - start;
      }
    }
    System.out.printf(
        Locale.ROOT, "%d words: %s, processor %s%n", words, text(nanos), text(cpuNanos));
  }

  private static String text(long[] nanos) {
    var latency = Latency.of(nanos);
    return "p50 %.2f ms  p95 %.2f ms  p99 %.2f ms"
        .formatted(latency.p50Millis(), latency.p95Millis(), latency.p99Millis());
  }

  private IndexedPhoto photo(int number) {
    var sentences = number % 2 == 0 ? korean : english;
    var title = String.join(" ", words(sentences, 2 + random.nextInt(3)));
    var texts =
        Map.of(
            TextRole.TITLE,
            title,
            TextRole.TAGS,
            String.join(", ", words(number % 2 == 0 ? english : korean, 2)),
            TextRole.BODY,
            any(sentences) + " " + any(sentences));
    var vector = Embedding.normalize(SPACE, new float[] {1, number});
    return new IndexedPhoto(
        "%06d".formatted(number), "", "" + number, title, true, vector, texts, Metadata.NONE);
  }

  private String query(int count) {
    return switch (random.nextInt(3)) {
      case 0 -> String.join(" ", words(korean, count));
      case 1 -> String.join(" ", words(english, count));
      default -> slip(String.join(" ", words(random.nextBoolean() ? korean : english, count)));
    };
  }

  private String slip(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int at = random.nextInt(text.length());
    return text.substring(0, at)
        + (char) (text.charAt(at) >= '가' ? '가' + random.nextInt(11_172) : 'a' + random.nextInt(26))
        + text.substring(at + 1);
  }

  private List<String> words(List<String> sentences, int count) {
    var words = new ArrayList<String>();
    while (words.size() < count) {
      var sentence = any(sentences).strip().split(" +");
      int from = random.nextInt(sentence.length);
      int to = Math.min(sentence.length, from + 1 + random.nextInt(2));
      words.addAll(Arrays.asList(sentence).subList(from, to));
    }
    return words.subList(0, count);
  }

  private String any(List<String> sentences) {
    return sentences.get(random.nextInt(sentences.size()));
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
}
