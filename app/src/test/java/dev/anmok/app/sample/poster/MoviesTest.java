package dev.anmok.app.sample.poster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.app.sample.StrokeFont;
import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MoviesTest {
  private static List<Movie> movies = List.of();

  @BeforeAll
  static void plan() throws IOException {
    movies = Movies.plan(1, Posters.COUNT);
  }

  @Test
  void noTwoFilmsShareAnIdOrATitle() {
    assertThat(movies).hasSize(480);
    assertThat(movies).extracting(Movie::id).doesNotHaveDuplicates();
    assertThat(movies).extracting(movie -> movie.names().korean()).doesNotHaveDuplicates();
    assertThat(movies).extracting(movie -> movie.names().english()).doesNotHaveDuplicates();
  }

  @Test
  void factsLieInTheirRanges() {
    for (var movie : movies) {
      var facts = movie.facts();
      assertThat(facts.released()).isBetween(LocalDate.of(1960, 1, 1), LocalDate.of(2026, 12, 31));
      assertThat(facts.rating()).isBetween(1.0, 10.0);
      assertThat(String.valueOf(facts.rating())).matches("\\d+\\.\\d");
      assertThat(facts.genres()).hasSizeBetween(1, 3).doesNotHaveDuplicates();
      assertThat(facts.runtime()).isBetween(60, 180);
      assertThat(facts.country()).matches("[A-Z]{2}");
      assertThat(facts.director()).isNotBlank();
    }
    assertThat(movies.stream().filter(movie -> movie.facts().adult()).count()).isBetween(5L, 60L);
  }

  @Test
  void everyGenreAndEverythingThatAPosterMayShowOccurs() {
    assertThat(movies.stream().map(Movie::genre).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.allOf(Genre.class));
    assertThat(movies.stream().map(m -> m.design().composition()).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.allOf(Composition.class));
    assertThat(movies.stream().map(m -> m.design().tone()).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.allOf(Tone.class));
    assertThat(movies.stream().filter(movie -> movie.design().neon()).count()).isBetween(20L, 120L);
  }

  @Test
  void storiesAreOneToThreeSentencesInEachLanguageAndHardlyEverTheSame() {
    for (var movie : movies) {
      assertThat(movie.story().korean()).matches("[^a-zA-Z]*").endsWith(".");
      assertThat(movie.story().english()).matches("[\\p{ASCII}]*").endsWith(".");
      assertThat(movie.story().korean().split("\\.( |$)", -1).length - 1).isBetween(1, 3);
      assertThat(movie.story().english().split("\\.( |$)", -1).length - 1).isBetween(1, 3);
    }
    assertThat(movies.stream().map(m -> m.story().english()).distinct().count()).isGreaterThan(460);
  }

  @Test
  void everyLetterOfEveryTitleAndTagLineCanBeWritten() {
    for (var movie : movies) {
      var text =
          movie.names().korean()
              + movie.names().english()
              + movie.story().tagKorean()
              + movie.story().tagEnglish()
              + movie.facts().director();
      assertThat(text.chars().mapToObj(c -> (char) c).filter(c -> c != ' '))
          .allMatch(StrokeFont::writes, text);
    }
  }

  @Test
  void theSeedDecides() throws IOException {
    assertThat(Movies.plan(1, 40)).isEqualTo(movies.subList(0, 40));
    assertThat(Movies.plan(2, 40)).isNotEqualTo(movies.subList(0, 40));
  }
}
