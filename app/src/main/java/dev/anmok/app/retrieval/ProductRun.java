package dev.anmok.app.retrieval;

import dev.anmok.app.profile.Mode;
import dev.anmok.app.query.Finder;
import dev.anmok.app.query.QueryPhoto;
import dev.anmok.app.query.Wanted;
import dev.anmok.app.query.Weights;
import dev.anmok.app.query.Wish;
import dev.anmok.app.source.ItemPhotosFile.ItemPhoto;
import dev.anmok.core.classify.CategoryGuess;
import dev.anmok.core.evaluate.TopRanks;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.search.Found;
import dev.anmok.core.search.Fusion;
import dev.anmok.core.search.Page;
import dev.anmok.core.search.SearchRequest.By;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/// Searches by photos of known products, as a shopper would, and notes at which rank the right one
/// stands.
///
/// @param finder over the products
public record ProductRun(Finder finder) {
  /// Hits that are looked through; a right item beyond them has rank `DEPTH + 1`.
  public static final int DEPTH = 20;

  /// What came of it.
  ///
  /// @param ranks of the right items, in the order of the queries
  /// @param verdicts number of queries by what was made of their category; empty if nobody looked
  public record Findings(TopRanks ranks, Map<String, Integer> verdicts) {}

  /// Runs all queries, one after the other.
  ///
  /// @param done told the number of queries answered so far
  /// @throws IOException if a photo cannot be read
  public Findings run(List<ItemPhoto> queries, LongConsumer done) throws IOException {
    var ranks = new ArrayList<Integer>();
    var verdicts = new TreeMap<String, Integer>();
    for (var query : queries) {
      var answered = finder.search(wish(query));
      ranks.add(rank(answered.hits(), query.item()));
      answered
          .category()
          .map(seen -> verdict(seen.guess()))
          .ifPresent(verdict -> verdicts.merge(verdict, 1, Integer::sum));
      done.accept(ranks.size());
    }
    return new Findings(new TopRanks(ranks), verdicts);
  }

  private static String verdict(CategoryGuess guess) {
    return guess.verdict();
  }

  private static Wish wish(ItemPhoto query) {
    var wanted = new Wanted(List.of(), List.of(), List.of(QueryPhoto.of(query.file())), List.of());
    return new Wish(
        wanted,
        Mode.VECTOR,
        Weights.DEFAULT,
        new Fusion.Weighted(),
        By.ITEM,
        Filter.none(),
        new Page(0, DEPTH));
  }

  private static int rank(List<Found> hits, String item) {
    for (int i = 0; i < hits.size(); i++) {
      if (hits.get(i).item().equals(item)) {
        return i + 1;
      }
    }
    return DEPTH + 1;
  }
}
