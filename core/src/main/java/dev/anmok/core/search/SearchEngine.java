package dev.anmok.core.search;

import java.io.IOException;
import java.util.List;

/// Answers requests of one or several sub-queries over an index, and explains each hit.
///
/// A single sub-query is answered in its own order. Several are fused among what the best [#DEPTH]
/// of each wanted one hold together; a page that ends beyond half of that is fused among the best
/// [#DEEPER] of each, one beyond half of these among the best [VectorQuery#MAX_K]. All pages within
/// such a step are windows on the same ranking.
///
/// @param index where to look
/// @param spreads what a query's cosines are compared with where scores are fused
public record SearchEngine(PhotoIndex index, Spread.Of spreads) {
  /// How deep each sub-query is read for the first pages.
  public static final int DEPTH = 100;

  /// How deep for pages beyond them.
  public static final int DEEPER = 2_000;

  /// One page of what a request finds, best first, equal scores in order of URI or item id.
  ///
  /// @throws IllegalArgumentException if a vector is of another space than the index
  public Answer search(SearchRequest request) throws IOException {
    var search = new PartSearch(Ground.of(request, index, spreads));
    return request.parts().size() == 1
        ? single(request, search)
        : new FusedSearch(request, search).answer(depth(request.page()));
  }

  private static Answer single(SearchRequest request, PartSearch search) throws IOException {
    var page = request.page();
    var ranked =
        search.best(request.parts().getFirst(), Math.min(VectorQuery.MAX_K, page.end() + 1));
    var shown = ranked.all().stream().skip(page.offset()).limit(page.limit()).toList();
    search.explain(ranked, shown);
    var hits = shown.stream().map(each -> found(each, ranked)).toList();
    return new Answer(hits, ranked.all().size() > page.end());
  }

  private static Found found(Scored each, Ranked ranked) {
    var why = List.of(ranked.share(each.key(), each.score()));
    return new Found(each.best(), each.top(), each.score(), why);
  }

  private static int depth(Page page) {
    if (page.end() <= DEPTH / 2) {
      return DEPTH;
    }
    return page.end() <= DEEPER / 2 ? DEEPER : VectorQuery.MAX_K;
  }
}
