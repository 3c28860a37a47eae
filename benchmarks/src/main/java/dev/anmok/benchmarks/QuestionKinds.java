package dev.anmok.benchmarks;

import dev.anmok.app.profile.Mode;
import dev.anmok.app.query.Finder;
import dev.anmok.app.query.Wanted;
import dev.anmok.app.query.Weights;
import dev.anmok.app.query.Wish;
import dev.anmok.app.words.QueryTexts;
import dev.anmok.app.workspace.Towers;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.evaluate.IndexRecall;
import dev.anmok.core.evaluate.Latency;
import dev.anmok.core.filter.Field;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.filter.FilterParser;
import dev.anmok.core.search.FacetQuery;
import dev.anmok.core.search.Fusion;
import dev.anmok.core.search.MatchScale;
import dev.anmok.core.search.Page;
import dev.anmok.core.search.PhotoIndex;
import dev.anmok.core.search.SearchRequest.By;
import dev.anmok.core.search.Spread;
import dev.anmok.core.search.TextQuery;
import dev.anmok.core.search.VectorQuery;
import dev.anmok.core.search.VectorQuery.Scope;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Times each kind of question to an index of [DrawnItems], one after the other on one thread, each
/// question once after a warm-up, and counts what approximate searches miss.
///
/// @param items what the index holds
/// @param index the index
/// @param questions number of questions of each kind
record QuestionKinds(DrawnItems items, PhotoIndex index, int questions) {
  private static final int K = 10;
  private static final int CHECKED = 50;
  private static final int WARM_UP = 100;

  /// One question of a kind.
  private interface Asking {
    void ask(int number) throws IOException;
  }

  void measure() throws IOException {
    time("vector", number -> index.search(vector(number, Filter.none())));
    var pool = IntStream.range(0, CHECKED).mapToObj(items::question).toList();
    var recall = IndexRecall.measure(index, pool, CHECKED, K, Scope.ALL, 1);
    for (var mode : recall.modes()) {
      System.out.printf(
          Locale.ROOT,
          "  %-26s %.4f of %d, p50 %.2f ms%n",
          "recall@10 " + mode.mode().name().toLowerCase(Locale.ROOT),
          mode.recall().share(),
          CHECKED,
          mode.latency().p50Millis());
    }
    time("vector, a third", number -> index.search(vector(number, filter("year>=2005"))));
    time("vector, a hundredth", number -> index.search(vector(number, filter("year:1987"))));
    time(
        "words",
        number -> index.search(new TextQuery(items.asked(number), K, Scope.ALL, Filter.none())));
    for (var mode : Mode.values()) {
      time(mode.code() + ", by item", number -> finder(number).search(wish(number, mode, "")));
    }
    time(
        "hybrid, by item, a third",
        number -> finder(number).search(wish(number, Mode.HYBRID, "year>=2005")));
    time("facets", number -> index.facets(facets(number)));
  }

  private VectorQuery vector(int number, Filter filter) {
    return new VectorQuery(items.question(number), K, Scope.ALL, filter, VectorQuery.Mode.AUTO);
  }

  private static Filter filter(String text) {
    return FilterParser.parse(DrawnItems.SCHEMA, text);
  }

  private FacetQuery facets(int number) {
    List<Field> fields =
        List.of(
            DrawnItems.SCHEMA.find("genre").orElseThrow(),
            DrawnItems.SCHEMA.find("year").orElseThrow());
    return new FacetQuery(fields, filter("rating>" + (1 + number % 80 / 10.0)), Scope.ALL, 20);
  }

  private Wish wish(int number, Mode mode, String filter) {
    return new Wish(
        Wanted.words(items.asked(number)),
        mode,
        Weights.DEFAULT,
        new Fusion.Weighted(),
        By.ITEM,
        filter.isEmpty() ? Filter.none() : filter(filter),
        new Page(0, K));
  }

  /// A finder whose model takes no time: the words' vector is drawn.
  private Finder finder(int number) {
    return new Finder(
        new Towers() {
          @Override
          public List<Embedding> texts(List<String> texts) {
            return texts.stream().map(_ -> items.question(number)).toList();
          }

          @Override
          public List<Embedding> pictures(Pictures pictures) {
            throw new UnsupportedOperationException("no pictures are asked for");
          }
        },
        index,
        Scope.ALL,
        _ -> new Spread(0, 0.1),
        MatchScale.uncalibrated(),
        QueryTexts.untranslated("drawn", List.of("ko", "en")));
  }

  private void time(String name, Asking asking) throws IOException {
    for (int i = 0; i < WARM_UP; i++) {
      asking.ask(questions + i);
    }
    var nanos = new long[questions];
    for (int i = 0; i < questions; i++) {
      long start = System.nanoTime();
      asking.ask(i);
      nanos[i] = System.nanoTime() - start;
    }
    var latency = Latency.of(nanos);
    System.out.printf(
        Locale.ROOT,
        "  %-26s p50 %.2f  p95 %.2f  p99 %.2f ms%n",
        name,
        latency.p50Millis(),
        latency.p95Millis(),
        latency.p99Millis());
  }
}
