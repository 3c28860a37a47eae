package dev.anmok.app.query;

import dev.anmok.core.embed.Embedding;
import dev.anmok.core.search.QueryKind;
import dev.anmok.core.search.TextQuery;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What somebody looks for.
///
/// @param texts words, in any language that the model knows
/// @param less words for what the answer should show less of
/// @param images photos to look like
/// @param photos vectors of photos that are known already
public record Wanted(
    List<String> texts, List<String> less, List<QueryPhoto> images, List<Embedding> photos) {
  public Wanted {
    texts = List.copyOf(texts);
    less = List.copyOf(less);
    images = List.copyOf(images);
    photos = List.copyOf(photos);
    if (texts.isEmpty() && images.isEmpty() && photos.isEmpty()) {
      throw new IllegalArgumentException("say what to look for: some words, a photo, or both");
    }
    for (var text : Stream.concat(texts.stream(), less.stream()).toList()) {
      if (text.length() > TextQuery.MAX_LENGTH) {
        throw new IllegalArgumentException(
            "a query may have at most %d characters, had %d; say it in fewer words"
                .formatted(TextQuery.MAX_LENGTH, text.length()));
      }
    }
  }

  /// The same with other photos to look like.
  public Wanted with(List<QueryPhoto> other) {
    return new Wanted(texts, less, other, photos);
  }

  /// Some words.
  public static Wanted words(String text) {
    return new Wanted(List.of(text), List.of(), List.of(), List.of());
  }

  /// The photo of a file.
  public static Wanted photo(Path file) {
    return new Wanted(List.of(), List.of(), List.of(QueryPhoto.of(file)), List.of());
  }

  /// What it is made of.
  public QueryKind kind() {
    if (texts.isEmpty()) {
      return QueryKind.PHOTO;
    }
    return images.isEmpty() && photos.isEmpty() ? QueryKind.WORDS : QueryKind.BOTH;
  }
}
