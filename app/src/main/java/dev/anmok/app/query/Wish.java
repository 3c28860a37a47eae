package dev.anmok.app.query;

import dev.anmok.app.profile.Mode;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.search.Fusion;
import dev.anmok.core.search.Page;
import dev.anmok.core.search.SearchRequest;

/// What somebody looks for, and how it is to be answered.
///
/// @param wanted words and photos
/// @param mode by what photos are searched; a wish without words is one by vector
/// @param weights how much each way counts
/// @param fusion how several ways become one ranking
/// @param by what is listed
/// @param filter which items count
/// @param page which part of the ranking is answered
public record Wish(
    Wanted wanted,
    Mode mode,
    Weights weights,
    Fusion fusion,
    SearchRequest.By by,
    Filter filter,
    Page page) {
  /// A wish for the first items, by what they show.
  public static Wish items(Wanted wanted, int k) {
    return new Wish(
        wanted,
        Mode.VECTOR,
        Weights.DEFAULT,
        new Fusion.Weighted(),
        SearchRequest.By.ITEM,
        Filter.none(),
        new Page(0, k));
  }

  /// The same wish for something else.
  public Wish with(Wanted other) {
    return new Wish(other, mode, weights, fusion, by, filter, page);
  }

  /// The same wish for another part of the ranking.
  public Wish with(Page other) {
    return new Wish(wanted, mode, weights, fusion, by, filter, other);
  }

  /// How much what photos show counts: 1 where nothing else does, else as the weights say.
  public double vectorWeight() {
    return mode == Mode.VECTOR || wanted.texts().isEmpty() ? 1 : weights.vector();
  }
}
