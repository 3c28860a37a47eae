package dev.anmok.app.sample.poster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class QueriesTest {
  private static List<Movie> movies = List.of();
  private static List<Queries.Query> queries = List.of();

  @BeforeAll
  static void ask() throws IOException {
    movies = Movies.plan(1, Posters.COUNT);
    queries = Queries.of(movies);
  }

  @Test
  void thereAreFiftyInEachLanguageAndTwentyWithoutAnswer() {
    for (var language : List.of("ko", "en")) {
      assertThat(
              queries.stream()
                  .filter(q -> q.language().equals(language) && !q.relevant().isEmpty()))
          .hasSize(50);
      assertThat(
              queries.stream().filter(q -> q.language().equals(language) && q.relevant().isEmpty()))
          .hasSize(10);
    }
    assertThat(queries).extracting(Queries.Query::text).doesNotHaveDuplicates();
  }

  @Test
  void theSourcesQueriesAreAnsweredByWhatTheyDescribe() {
    var horror = find("dark red horror movie poster with a single face");
    assertThat(horror.relevant()).hasSizeBetween(2, 20);
    assertThat(horror.relevant())
        .allSatisfy(id -> {
          var movie = movie(id);
          assertThat(movie.facts().genres()).contains(Genre.HORROR);
          assertThat(movie.design().tone()).isEqualTo(Tone.DARK_RED);
          assertThat(movie.design().composition()).isEqualTo(Composition.FACE);
        });
    var neon = find("네온사인이 많은 사이버펑크 느낌");
    assertThat(neon.relevant()).hasSizeBetween(5, 30);
    assertThat(neon.relevant()).allSatisfy(id -> assertThat(movie(id).design().neon()).isTrue());
  }

  @Test
  void initialsAndSlipsAreAnsweredByTheFilmTheyCameFrom() {
    var initials = queries.stream().filter(query -> query.text().matches("[ㄱ-ㅎ]+")).toList();
    assertThat(initials).hasSize(4);
    assertThat(initials)
        .allSatisfy(query ->
            assertThat(query.relevant())
                .isNotEmpty()
                .allSatisfy(id ->
                    assertThat(Korean.initials(movie(id).names().korean()))
                        .isEqualTo(query.text())));
  }

  private static Queries.Query find(String text) {
    return queries.stream().filter(query -> query.text().equals(text)).findFirst().orElseThrow();
  }

  private static Movie movie(String id) {
    return movies.stream().filter(movie -> movie.id().equals(id)).findFirst().orElseThrow();
  }
}
