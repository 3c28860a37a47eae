package dev.anmok.app.query;

import dev.anmok.app.workspace.Towers;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.search.QueryKind;
import dev.anmok.core.search.SubQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Makes a wish's sub-queries.
record SubQueries(Towers towers, QueryPhotos photos) {
  /// The vector of an item that others are to be like.
  static final String ITEM = "item";

  private static final String LOOKS = "looks";
  private static final String WORDS = "words";
  private static final String LESS_LOOKS = "less-looks";
  private static final String LESS_WORDS = "less-words";

  /// What the vectors of a wish were made of, by name of the sub-query.
  static Map<String, QueryKind> kinds(QueryKind kind) {
    return Map.of(LOOKS, kind, ITEM, QueryKind.PHOTO);
  }

  /// Wanted and less wanted, by vector and by words as the wish's mode says.
  List<SubQuery> of(Wish wish) throws IOException {
    var wanted = wish.wanted();
    var mode = wanted.texts().isEmpty() ? Mode.VECTOR : wish.mode();
    var weights = wish.weights();
    var parts = new ArrayList<SubQuery>();
    if (mode != Mode.WORDS) {
      parts.add(new SubQuery.ByVector(LOOKS, weights.vector(), looks(wanted)));
    }
    if (mode != Mode.VECTOR) {
      parts.add(new SubQuery.ByWords(WORDS, weights.words(), String.join(" ", wanted.texts())));
    }
    if (!wanted.less().isEmpty()) {
      if (mode != Mode.WORDS) {
        var off = Embedding.meanOf(towers.texts(wanted.less()));
        parts.add(new SubQuery.ByVector(LESS_LOOKS, -weights.less() * weights.vector(), off));
      }
      if (mode != Mode.VECTOR) {
        var off = String.join(" ", wanted.less());
        parts.add(new SubQuery.ByWords(LESS_WORDS, -weights.less() * weights.words(), off));
      }
    }
    return parts;
  }

  /// The mean of the vectors of words and photos.
  Embedding looks(Wanted wanted) throws IOException {
    var vectors = new ArrayList<>(wanted.photos());
    if (!wanted.texts().isEmpty()) {
      vectors.addAll(towers.texts(wanted.texts()));
    }
    if (!wanted.images().isEmpty()) {
      vectors.addAll(towers.pictures(minSide -> photos.read(wanted.images(), minSide)));
    }
    return Embedding.meanOf(vectors);
  }
}
