package dev.anmok.core.evaluate;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.search.Hit;
import dev.anmok.core.search.PhotoIndex;
import dev.anmok.core.search.VectorQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// How much of the exact answer an index finds, and how long each way of searching takes.
///
/// recall@k is the share of the exact first k that a mode returns. A hit counts as soon as it
/// scores no less than the exact k-th: which of several equal photos is returned does not matter.
///
/// @param size number of photos in the index
/// @param k hits a query
/// @param queries number of queries
/// @param modes figures of every mode, `EXACT` included
public record IndexRecall(long size, int k, int queries, List<ModeFigures> modes) {
  private static final int WARM_UP = 50;

  /// Covers differences in how an index rounds equal scores.
  private static final float TIE = 1e-6f;

  public IndexRecall {
    modes = List.copyOf(modes);
  }

  /// One way of searching.
  ///
  /// @param mode the way
  /// @param recall hits found of the exact hits
  /// @param latency time of a query, one thread, after a warm-up
  public record ModeFigures(VectorQuery.Mode mode, Proportion recall, Latency latency) {}

  /// The figures of one mode.
  public ModeFigures of(VectorQuery.Mode mode) {
    return modes.stream().filter(figures -> figures.mode() == mode).findFirst().orElseThrow();
  }

  /// Measures every mode with the same queries, drawn from a pool without replacement.
  ///
  /// @param pool vectors in the index's space, at least one, for example its photos' or those of
  ///   texts
  /// @param queries number to draw; the whole pool is used if it is smaller
  /// @param seed of the draw
  public static IndexRecall measure(
      PhotoIndex index,
      List<Embedding> pool,
      int queries,
      int k,
      VectorQuery.Scope scope,
      long seed)
      throws IOException {
    if (pool.isEmpty() || queries < 1) {
      throw new IllegalArgumentException("at least one query is needed");
    }
    var drawn = new ArrayList<>(pool);
    Collections.shuffle(drawn, new Random(seed));
    var sample = drawn.subList(0, Math.min(queries, drawn.size()));
    var exact = run(index, sample, k, scope, VectorQuery.Mode.EXACT);
    var modes = new ArrayList<ModeFigures>();
    for (var mode : VectorQuery.Mode.values()) {
      var run = mode == VectorQuery.Mode.EXACT ? exact : run(index, sample, k, scope, mode);
      modes.add(new ModeFigures(mode, recall(exact.answers, run.answers), Latency.of(run.nanos)));
    }
    return new IndexRecall(index.size(), k, sample.size(), modes);
  }

  private static Proportion recall(List<List<Hit>> exact, List<List<Hit>> found) {
    long wanted = 0;
    long got = 0;
    for (int q = 0; q < exact.size(); q++) {
      if (exact.get(q).isEmpty()) {
        continue;
      }
      float last = exact.get(q).getLast().score();
      wanted += exact.get(q).size();
      got += found.get(q).stream().filter(hit -> hit.score() >= last - TIE).count();
    }
    return new Proportion(Math.min(got, wanted), wanted);
  }

  private static Run run(
      PhotoIndex index,
      List<Embedding> queries,
      int k,
      VectorQuery.Scope scope,
      VectorQuery.Mode mode)
      throws IOException {
    for (int i = 0; i < WARM_UP; i++) {
      index.search(new VectorQuery(queries.get(i % queries.size()), k, scope, mode));
    }
    var run = new Run(new ArrayList<>(), new long[queries.size()]);
    for (int i = 0; i < queries.size(); i++) {
      var query = new VectorQuery(queries.get(i), k, scope, mode);
      long start = System.nanoTime();
      run.answers.add(index.search(query));
      run.nanos[i] = System.nanoTime() - start;
    }
    return run;
  }

  private static final class Run {
    private final List<List<Hit>> answers;
    private final long[] nanos;

    private Run(List<List<Hit>> answers, long[] nanos) {
      this.answers = answers;
      this.nanos = nanos;
    }
  }
}
