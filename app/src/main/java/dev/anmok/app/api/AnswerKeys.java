package dev.anmok.app.api;

import dev.anmok.app.cache.CacheKey;
import dev.anmok.app.query.Narrowing;
import dev.anmok.app.query.QueryPhoto;
import dev.anmok.app.query.Wish;
import dev.anmok.app.workspace.Library;
import dev.anmok.core.filter.FilterText;
import dev.anmok.core.quality.PixelDigest;
import dev.anmok.core.search.QueryKind;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the keys that answers are remembered by, from all that an answer depends on. Servers that
/// share a cache share answers only where all of it is the same.
///
/// @param basis what does not change while a server runs
record AnswerKeys(List<String> basis) {
  /// Changes when the program answers a question otherwise than it did, or writes it otherwise.
  private static final String LAYOUT = "2";

  AnswerKeys {
    basis = List.copyOf(basis);
  }

  /// The keys of a server.
  ///
  /// @param narrowingOrNull goes by the category of query photos
  static AnswerKeys of(Library library, @Nullable Narrowing narrowingOrNull) throws IOException {
    var basis = new ArrayList<String>();
    basis.add(LAYOUT);
    basis.add(library.space().id());
    basis.add(library.session().profileText());
    var profile = library.session().profile();
    basis.add(profile.indexMark());
    var lists = profile.search().dictionaries();
    for (var file : Stream.concat(lists.nouns().stream(), lists.synonyms().stream()).toList()) {
      basis.add(Files.readString(file));
    }
    if (narrowingOrNull != null) {
      basis.add(narrowingOrNull.categorizer().classifier().id());
      basis.add(narrowingOrNull.categorizer().gate().toString());
    }
    return new AnswerKeys(basis);
  }

  /// The key of an answer; a change of the catalog, the index or what its scores are worth makes
  /// another.
  ///
  /// @param photos the question's, decoded
  /// @param rest what else the question says
  CacheKey of(Library library, Wish wish, List<QueryPhoto> photos, List<String> rest)
      throws IOException {
    var parts = new ArrayList<>(basis);
    state(library, parts);
    list(wish.wanted().texts(), parts);
    list(wish.wanted().less(), parts);
    list(rest, parts);
    for (var each : photos) {
      if (each instanceof QueryPhoto.Picture(_, var pixels)) {
        parts.add(PixelDigest.of(pixels));
      }
    }
    parts.add(FilterText.print(wish.filter()));
    parts.add(wish.mode() + " " + wish.weights() + " " + wish.fusion() + " " + wish.by());
    parts.add(wish.page().toString());
    return CacheKey.of("answer", parts);
  }

  private static void state(Library library, List<String> parts) throws IOException {
    parts.add(library.catalog().state());
    parts.add(library.index().generation() + " " + library.catalog().generation());
    parts.add(Long.toString(library.background().collection()));
    var models = library.scale().models();
    for (var kind : QueryKind.values()) {
      parts.add(kind + " " + models.get(kind));
    }
  }

  /// As many parts as there are texts, after their number: no two lists give the same parts.
  private static void list(List<String> texts, List<String> parts) {
    parts.add(Integer.toString(texts.size()));
    parts.addAll(texts);
  }
}
