package dev.anmok.app.sample.poster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Queries and the films that answer them: hand-written ones with the conditions that an answer
/// fulfils (`poster-queries.tsv` with the columns `language`, `tags` and `query`), and some for
/// titles as people type them.
final class Queries {
  /// Titles of each kind that are asked for.
  private static final int EACH = 4;

  private final List<Movie> movies;
  private final List<Query> queries = new ArrayList<>();

  private Queries(List<Movie> movies) {
    this.movies = movies;
  }

  /// One query.
  ///
  /// @param relevant ids of the films that answer it, none for a query that has no answer
  record Query(String text, String language, List<String> relevant) {
    List<String> cells() {
      return List.of(text, language, String.join("|", relevant));
    }
  }

  static List<Query> of(List<Movie> movies) throws IOException {
    var all = new Queries(movies);
    for (var row : Parts.rows("poster-queries.tsv")) {
      all.queries.add(new Query(row.get(2), row.get(0), all.fulfilling(row.get(1))));
    }
    all.titles();
    return List.copyOf(all.queries);
  }

  /// The films of which all of some tags are true, each tag perhaps with `/` between alternatives;
  /// `none` is true of no film.
  private List<String> fulfilling(String tags) {
    return movies.stream()
        .filter(movie -> {
          var own = movie.tags();
          return List.of(tags.split(" ", -1)).stream()
              .allMatch(tag -> List.of(tag.split("/", -1)).stream().anyMatch(own::contains));
        })
        .map(Movie::id)
        .toList();
  }

  private void titles() {
    for (int i = 0; i < EACH; i++) {
      ask(i * 5, "ko", movie -> movie.names().korean());
      ask(i * 5 + 1, "ko", movie -> Korean.initials(movie.names().korean()));
      ask(i * 5 + 2, "ko", movie -> Korean.misspelt(movie.names().korean(), 1));
      ask(i * 5 + 3, "en", movie -> movie.names().english().toLowerCase(Locale.ROOT));
      ask(i * 5 + 4, "en", movie -> swapped(movie.names().english().toLowerCase(Locale.ROOT)));
    }
  }

  /// Asks for a film by its title; of films with equal answers, all are right.
  private void ask(int place, String language, java.util.function.Function<Movie, String> how) {
    var wanted = movies.stream().filter(movie -> letters(movie) >= 5).skip(place * 7L).findFirst();
    if (wanted.isPresent()) {
      var text = how.apply(wanted.get());
      var same =
          movies.stream()
              .filter(movie -> letters(movie) >= 5 && how.apply(movie).equals(text))
              .map(Movie::id)
              .collect(Collectors.toList());
      queries.add(new Query(text, language, same));
    }
  }

  /// Syllables of the title; short ones have initials that fit many.
  private static int letters(Movie movie) {
    var title = movie.names().korean();
    return title.charAt(1) == ' ' ? 0 : Korean.initials(title).length();
  }

  /// Two neighbouring letters in the wrong order.
  private static String swapped(String text) {
    int at = text.length() - 4;
    return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
  }
}
