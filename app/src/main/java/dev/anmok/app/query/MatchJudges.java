package dev.anmok.app.query;

import dev.anmok.core.search.MatchJudge;
import dev.anmok.core.search.MatchScale;
import dev.anmok.core.search.QueryKind;
import java.util.Map;

/// Makes the judge of a wish's hits.
public final class MatchJudges {
  private MatchJudges() {}

  /// What the vector of a wish is made of.
  public static QueryKind kind(Wanted wanted) {
    if (wanted.images().isEmpty() && wanted.photos().isEmpty()) {
      return QueryKind.WORDS;
    }
    return wanted.texts().isEmpty() ? QueryKind.PHOTO : QueryKind.BOTH;
  }

  /// A judge of what a finder finds for a wish.
  ///
  /// @param photos number of photos in the index
  public static MatchJudge of(Wish wish, MatchScale scale, Finder finder, long photos) {
    var kinds = Map.of(SubQueries.LOOKS, kind(wish.wanted()));
    return new MatchJudge(scale, finder.spreads(), photos, kinds);
  }
}
