package dev.anmok.app.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.app.profile.SearchChoice.SearchField;
import dev.anmok.core.filter.Field;
import dev.anmok.core.filter.FieldType;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.filter.Value;
import dev.anmok.core.search.TextRole;
import dev.anmok.core.search.VectorQuery.Scope;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchSectionTest {
  private static final String FILMS =
      """
      among: representatives
      text: {original_title: alias, overview: body, genres: tags}
      fields:
        - {name: genre, type: list, from: genres, labels: {en: Genre, ko: 장르}}
        - {name: year, type: integer}
      facets: [genre, year]
      """;

  @Test
  void whatAProfileMakesSearchableIsRead() throws IOException {
    var choice = read(FILMS);

    assertThat(choice.among()).isEqualTo(Scope.REPRESENTATIVES);
    assertThat(choice.texts())
        .isEqualTo(
            Map.of(
                "original_title", TextRole.ALIAS,
                "overview", TextRole.BODY,
                "genres", TextRole.TAGS));
    assertThat(choice.fields())
        .containsExactly(
            new SearchField(
                new Field("genre", FieldType.LIST), "genres", Map.of("en", "Genre", "ko", "장르")),
            new SearchField(new Field("year", FieldType.INTEGER), "year", Map.of()));
    assertThat(choice.facets()).containsExactly("genre", "year");
  }

  @Test
  void aFilterMayCallFieldsByTheirLabels() throws IOException {
    assertThat(read(FILMS).filter("장르:공포"))
        .isEqualTo(new Filter.Equal(new Field("genre", FieldType.LIST), new Value.Word("공포")));
  }

  @Test
  void withoutTheSectionTitlesOfAllPhotosAreSearched() throws IOException {
    var root = YamlMap.parse("profile test", "name: x");
    assertThat(SearchSection.read(root, Path.of("."))).isEqualTo(SearchChoice.DEFAULT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "type: integer  | type: number     | 'type' must be one of boolean, date, decimal, integer, keyword, list, was number",
        "type: integer  | typ: integer     | 'type' is missing",
        "name: year     | name: GENRE      | two fields are called GENRE",
        "name: year     | name: or         | a field cannot be called 'or'",
        "name: year     | name: 2nd        | a letter first; was '2nd'",
        "[genre, year]  | [genre, yaer]    | there is no field 'yaer' among the fields; did you mean 'year'?",
        "overview: body | overview: plot   | 'overview' must be one of alias, body, caption, tags, title",
        "among: repr    | amongst: repr    | unknown key 'amongst'",
        "ko: 장르         | jp: 장르           | unknown key 'jp'",
        "from: genres   | form: genres     | unknown key 'form'",
      })
  void aMistakeIsNamedWithItsLine(String before, String after, String message) {
    var yaml = FILMS.replace(before.strip(), after.strip());
    assertThat(yaml).isNotEqualTo(FILMS);

    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(IOException.class)
        .hasMessageMatching("(?s)profile test line \\d+: .*")
        .hasMessageContaining(message);
  }

  private static SearchChoice read(String yaml) throws IOException {
    var root = YamlMap.parse("profile test", "search:\n" + yaml.indent(2));
    var choice = SearchSection.read(root, Path.of("."));
    root.finish();
    return choice;
  }
}
