package dev.anmok.core.search;

import java.io.IOException;
import java.util.Collection;
import java.util.List;

/// What is ranked, photos or items: lists the best for one sub-query, and scores given ones.
sealed interface Ground permits PhotoGround, ItemGround {
  /// The best for a vector, best first.
  List<Scored> near(SubQuery.ByVector part, int depth) throws IOException;

  /// The best for words, best first.
  List<Scored> matching(SubQuery.ByWords part, int depth) throws IOException;

  /// What a vector says of given ones, in any order.
  List<Scored> score(SubQuery.ByVector part, Collection<Scored> given) throws IOException;

  /// What words say of given ones; those they do not match are left out.
  List<Scored> score(SubQuery.ByWords part, Collection<Scored> given) throws IOException;

  /// How words are weighed.
  WordScale words();

  /// What words say of those that they found, with the words.
  default List<Scored> explained(SubQuery.ByWords part, Collection<Scored> found)
      throws IOException {
    return words().explained(part, found);
  }

  /// The photos.
  PhotoIndex index();

  /// Those of given ones whose best photo passes a boost's filter, as the index says.
  default List<Scored> passing(SubQuery.Boost part, Collection<Scored> given) throws IOException {
    var uris = given.stream().map(each -> each.best().uri()).toList();
    var passing = index().passing(part.filter(), uris);
    return given.stream()
        .filter(each -> passing.contains(each.best().uri()))
        .map(each -> Scored.passing(part.name(), each))
        .toList();
  }

  /// What a request ranks.
  static Ground of(SearchRequest request, PhotoIndex index, Spread.Of spreads) {
    var words = new WordScale(index);
    return switch (request.by()) {
      case PHOTO -> new PhotoGround(index, spreads, request.scope(), request.filter(), words);
      case ITEM -> new ItemGround(index, spreads, request.scope(), request.filter(), words);
    };
  }
}
