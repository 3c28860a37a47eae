package dev.anmok.benchmarks;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.filter.Metadata;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.TextQuery;
import dev.anmok.core.search.TextRole;
import dev.anmok.core.search.VectorQuery.Scope;
import dev.anmok.lucene.LuceneIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.ko.KoreanAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/// Prints how many of the sentences that mean the same as a sentence are among its ten best hits by
/// words, for Anmok's index and for Lucene's usual analysers.
///
/// Three tasks: other translations of the same sentence, in Korean and in English (they share most
/// words); neighbours in KorSTS, which were written as pairs of more or less the same meaning
/// (about half of them are, so only comparisons count); and from a Korean sentence to its English
/// translation, where synonyms are the only bridge.
///
/// Argument: the folder of the sentences.
public final class WordRecall {
  private static final int K = 10;
  private static final int PAIRS = 4_000;
  private static final VectorSpace SPACE = new VectorSpace("words", "none", "none", "none", 2);

  private final SentencePairs sentences;

  private WordRecall(SentencePairs sentences) {
    this.sentences = sentences;
  }

  public static void main(String[] args) throws IOException {
    new WordRecall(SentencePairs.read(Path.of(args[0]))).run();
  }

  private void run() throws IOException {
    var ko = sentences.korean();
    var en = sentences.english();
    var sameKo = others(SentencePairs.Pair::english, SentencePairs.Pair::korean);
    var sameEn = others(SentencePairs.Pair::korean, SentencePairs.Pair::english);
    try (var anmokKo = new Anmok(ko);
        var anmokEn = new Anmok(en)) {
      var korean = new HashMap<String, Finder>();
      korean.put("anmok", anmokKo);
      korean.put("bigrams (CJKAnalyzer)", new Plain(ko, new CJKAnalyzer()));
      korean.put("KoreanAnalyzer", new Plain(ko, new KoreanAnalyzer()));
      korean.put("StandardAnalyzer", new Plain(ko, new StandardAnalyzer()));
      var english = new HashMap<String, Finder>();
      english.put("anmok", anmokEn);
      english.put("EnglishAnalyzer", new Plain(en, new EnglishAnalyzer()));
      english.put("StandardAnalyzer", new Plain(en, new StandardAnalyzer()));
      print("Korean, other translations", korean, sameKo);
      print("Korean, neighbours", korean, neighbours(SentencePairs.Pair::korean));
      print("English, other translations", english, sameEn);
      print("English, neighbours", english, neighbours(SentencePairs.Pair::english));
      print("Korean to English", Map.of("anmok", anmokEn), translations());
    }
  }

  private static void print(
      String task, Map<String, Finder> finders, Map<String, Set<String>> wanted)
      throws IOException {
    System.out.printf(Locale.ROOT, "%s: %,d queries%n", task, wanted.size());
    for (var finder : finders.entrySet()) {
      double first = 0;
      double found = 0;
      for (var query : wanted.entrySet()) {
        var hits = new ArrayList<>(finder.getValue().find(query.getKey()));
        hits.remove(query.getKey());
        var best = hits.subList(0, Math.min(K, hits.size()));
        found += best.stream().anyMatch(query.getValue()::contains) ? 1 : 0;
        first += !best.isEmpty() && query.getValue().contains(best.getFirst()) ? 1 : 0;
      }
      System.out.printf(
          Locale.ROOT,
          "  %-22s first %.3f  among ten %.3f%n",
          finder.getKey(),
          first / wanted.size(),
          found / wanted.size());
    }
  }

  /// Sentences of one language by those that share a translation with them.
  private Map<String, Set<String>> others(
      Function<SentencePairs.Pair, String> shared, Function<SentencePairs.Pair, String> sentence) {
    var groups = new HashMap<String, Set<String>>();
    for (var pair : sentences.pairs()) {
      groups.computeIfAbsent(shared.apply(pair), _ -> new HashSet<>()).add(sentence.apply(pair));
    }
    var others = new HashMap<String, Set<String>>();
    for (var group : groups.values()) {
      for (var one : group) {
        var rest = new HashSet<>(group);
        rest.remove(one);
        if (!rest.isEmpty()) {
          others.computeIfAbsent(one, _ -> new HashSet<>()).addAll(rest);
        }
      }
    }
    return others;
  }

  private Map<String, Set<String>> neighbours(Function<SentencePairs.Pair, String> sentence) {
    var all = sentences.pairs().stream().map(sentence).limit(PAIRS).toList();
    var neighbours = new HashMap<String, Set<String>>();
    for (int i = 1; i < all.size() - 1; i += 2) {
      var near = neighbours.computeIfAbsent(all.get(i), _ -> new HashSet<>());
      near.add(all.get(i - 1));
      near.add(all.get(i + 1));
    }
    return neighbours;
  }

  private Map<String, Set<String>> translations() {
    var translations = new HashMap<String, Set<String>>();
    for (var pair : sentences.pairs().subList(0, PAIRS)) {
      translations.computeIfAbsent(pair.korean(), _ -> new HashSet<>()).add(pair.english());
    }
    return translations;
  }

  private interface Finder {
    /// The best hits, the query itself perhaps among them.
    List<String> find(String query) throws IOException;
  }

  private static final class Anmok implements Finder, AutoCloseable {
    private final List<String> sentences;
    private final Path folder = Files.createTempDirectory("anmok-word-recall");
    private final LuceneIndex index;

    Anmok(List<String> sentences) throws IOException {
      this.sentences = sentences;
      this.index = LuceneIndex.open(folder, SPACE);
      var photos = new ArrayList<IndexedPhoto>();
      for (int i = 0; i < sentences.size(); i++) {
        var texts = Map.of(TextRole.BODY, sentences.get(i));
        var vector = Embedding.normalize(SPACE, new float[] {1, i});
        photos.add(new IndexedPhoto("" + i, "", "" + i, "", true, vector, texts, Metadata.NONE));
      }
      index.upsert(photos);
      index.commit(1);
    }

    @Override
    public List<String> find(String query) throws IOException {
      return index.search(new TextQuery(query, K + 1, Scope.ALL, Filter.none())).stream()
          .map(hit -> sentences.get(Integer.parseInt(hit.uri())))
          .toList();
    }

    @Override
    public void close() throws IOException {
      index.close();
      SentencePairs.delete(folder);
    }
  }

  private static final class Plain implements Finder {
    private static final String TEXT = "text";

    private final Analyzer analyzer;
    private final IndexSearcher searcher;

    Plain(List<String> sentences, Analyzer analyzer) throws IOException {
      this.analyzer = analyzer;
      var directory = new ByteBuffersDirectory();
      try (var writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
        for (var sentence : sentences) {
          var document = new Document();
          document.add(new TextField(TEXT, sentence, Field.Store.NO));
          document.add(new StoredField("sentence", sentence));
          writer.addDocument(document);
        }
      }
      this.searcher = new IndexSearcher(DirectoryReader.open(directory));
    }

    @Override
    public List<String> find(String query) throws IOException {
      var words = new QueryBuilder(analyzer).createBooleanQuery(TEXT, query);
      var hits = new ArrayList<String>();
      if (words != null) {
        for (var hit : searcher.search(words, K + 1).scoreDocs) {
          hits.add(searcher.storedFields().document(hit.doc).get("sentence"));
        }
      }
      return hits;
    }
  }
}
