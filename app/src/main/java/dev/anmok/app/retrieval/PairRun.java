package dev.anmok.app.retrieval;

import dev.anmok.app.profile.Mode;
import dev.anmok.app.source.SentencePair;
import dev.anmok.core.embed.Dot;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.evaluate.RankedAnswer;
import dev.anmok.core.evaluate.RankedAnswer.GradedHit;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.MatchStrength;
import dev.anmok.core.search.PhotoIndex;
import dev.anmok.core.search.TextQuery;
import dev.anmok.core.search.VectorQuery;
import dev.anmok.lucene.LuceneIndex;
import dev.anmok.onnx.ModelPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Sentences that look for their translations among all sentences of the other language: by the
/// model's text vectors, compared exactly, and by words, in an index made for it and deleted after.
/// A sentence that stands several times is one; each of its translations is right. Memory: one
/// vector for each sentence.
public final class PairRun implements AutoCloseable {
  private static final int HITS = 100;
  private static final int BATCH = 64;

  private final Side korean;
  private final Side english;
  private final int limit;
  private final Path folder;

  private PairRun(Side korean, Side english, int limit, Path folder) {
    this.korean = korean;
    this.english = english;
    this.limit = limit;
    this.folder = folder;
  }

  /// The sentences of one language.
  ///
  /// @param partners for each sentence its translations, by their place on the other side
  private record Side(
      List<String> sentences, List<Embedding> vectors, List<Set<Integer>> partners) {
    int size() {
      return sentences.size();
    }
  }

  /// Encodes all sentences.
  ///
  /// @param limit most sentences asked for in each direction
  /// @throws IOException if the model knows only one of the two languages, or is broken
  public static PairRun of(ModelPack pack, List<SentencePair> pairs, int limit) throws IOException {
    if (!pack.languages().containsAll(List.of("ko", "en"))) {
      throw new IOException(
          "pairs of Korean and English cannot be asked of the model %s, which knows %s: its vectors of the other language mean nothing"
              .formatted(pack.id(), String.join(", ", pack.languages())));
    }
    var korean = new LinkedHashMap<String, Integer>();
    var english = new LinkedHashMap<String, Integer>();
    var toEnglish = new ArrayList<Set<Integer>>();
    var toKorean = new ArrayList<Set<Integer>>();
    for (var pair : pairs) {
      int k = place(korean, pair.korean(), toEnglish);
      int e = place(english, pair.english(), toKorean);
      toEnglish.get(k).add(e);
      toKorean.get(e).add(k);
    }
    return new PairRun(
        side(pack, korean, toEnglish),
        side(pack, english, toKorean),
        limit,
        Files.createTempDirectory("anmok-pairs"));
  }

  private static int place(
      Map<String, Integer> places, String sentence, List<Set<Integer>> partners) {
    return places.computeIfAbsent(
        sentence,
        _ -> {
          partners.add(new LinkedHashSet<>());
          return partners.size() - 1;
        });
  }

  private static Side side(ModelPack pack, Map<String, Integer> places, List<Set<Integer>> partners)
      throws IOException {
    var sentences = List.copyOf(places.keySet());
    var vectors = new ArrayList<Embedding>();
    try (var texts = pack.texts()) {
      for (int from = 0; from < sentences.size(); from += BATCH) {
        int to = Math.min(sentences.size(), from + BATCH);
        vectors.addAll(texts.encode(sentences.subList(from, to)));
      }
    }
    return new Side(sentences, vectors, partners);
  }

  /// Number of different Korean sentences.
  public int korean() {
    return korean.size();
  }

  /// Number of different English sentences.
  public int english() {
    return english.size();
  }

  /// Number of Korean sentences asked for.
  public int asked() {
    return asked(korean).length;
  }

  /// What the sentences of one language find.
  ///
  /// @param fromKorean whether Korean sentences look for English ones
  public List<RankedAnswer> answers(Mode method, boolean fromKorean) throws IOException {
    var from = fromKorean ? korean : english;
    var to = fromKorean ? english : korean;
    var language = fromKorean ? "ko" : "en";
    return switch (method) {
      case VECTOR -> byVector(language, from, to);
      case WORDS -> byWords(language, from, to);
      case HYBRID -> throw new IllegalArgumentException("pairs are not fused");
    };
  }

  /// Places of the sentences asked for, evenly over all.
  private int[] asked(Side side) {
    int n = Math.min(limit, side.size());
    return IntStream.range(0, n).map(i -> (int) ((long) i * side.size() / n)).toArray();
  }

  private List<RankedAnswer> byVector(String language, Side from, Side to) {
    int dimension = to.vectors.getFirst().space().dimension();
    var block = new float[Math.multiplyExact(to.size(), dimension)];
    for (int i = 0; i < to.size(); i++) {
      to.vectors.get(i).copyTo(block, i * dimension);
    }
    var answers = new ArrayList<RankedAnswer>();
    var scores = new float[to.size()];
    for (int place : asked(from)) {
      var query = from.vectors.get(place).toArray();
      Dot.manyToMany(query, 1, block, to.size(), dimension, scores);
      answers.add(answer(language, from.partners.get(place), best(scores)));
    }
    return answers;
  }

  /// Places of the largest, equal ones in order of place.
  private static List<Integer> best(float[] scores) {
    var heap = new java.util.PriorityQueue<Integer>((a, b) -> worse(scores, a, b));
    for (int i = 0; i < scores.length; i++) {
      heap.add(i);
      if (heap.size() > HITS) {
        heap.remove();
      }
    }
    var best = new ArrayList<>(heap);
    best.sort((a, b) -> worse(scores, b, a));
    return best;
  }

  private static int worse(float[] scores, int a, int b) {
    int byScore = Float.compare(scores[a], scores[b]);
    return byScore == 0 ? Integer.compare(b, a) : byScore;
  }

  private List<RankedAnswer> byWords(String language, Side from, Side to) throws IOException {
    var answers = new ArrayList<RankedAnswer>();
    try (var index = index(to)) {
      for (int place : asked(from)) {
        var text = from.sentences.get(place);
        var cut = text.substring(0, Math.min(text.length(), TextQuery.MAX_LENGTH));
        var query = new TextQuery(cut, HITS, VectorQuery.Scope.ALL, Filter.none());
        var hits = index.search(query).stream().map(hit -> Integer.valueOf(hit.uri())).toList();
        answers.add(answer(language, from.partners.get(place), hits));
      }
    }
    return answers;
  }

  private PhotoIndex index(Side side) throws IOException {
    LuceneIndex.erase(folder);
    var space = side.vectors.getFirst().space();
    var index = LuceneIndex.open(folder, space);
    var batch = new ArrayList<IndexedPhoto>();
    for (int i = 0; i < side.size(); i++) {
      var uri = Integer.toString(i);
      var title = side.sentences.get(i);
      batch.add(new IndexedPhoto(uri, uri, uri, title, false, side.vectors.get(i)));
    }
    index.upsert(batch);
    index.commit(1);
    return index;
  }

  private static RankedAnswer answer(String language, Set<Integer> right, List<Integer> found) {
    var hits =
        found.stream()
            .map(place -> new GradedHit(right.contains(place) ? 1 : 0, MatchStrength.FAIR))
            .toList();
    return new RankedAnswer(language, hits, Collections.nCopies(right.size(), 1.0));
  }

  @Override
  public void close() throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
