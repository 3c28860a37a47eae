package dev.anmok.app.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.filter.FieldType;
import dev.anmok.core.search.TextRole;
import dev.anmok.core.search.VectorQuery;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PosterProfileTest {
  @Test
  void titlesAndStoriesCanBeFoundAndFactsFiltered() throws IOException {
    var search = Profiles.load("poster").search();

    assertThat(search.among()).isEqualTo(VectorQuery.Scope.ALL);
    assertThat(search.texts())
        .containsEntry("title_en", TextRole.ALIAS)
        .containsEntry("title_ko", TextRole.ALIAS)
        .containsEntry("overview", TextRole.BODY)
        .containsEntry("genres_ko", TextRole.TAGS);
    assertThat(search.schema().find("genre").orElseThrow().type()).isEqualTo(FieldType.LIST);
    assertThat(search.schema().find("rating").orElseThrow().type()).isEqualTo(FieldType.DECIMAL);
    assertThat(search.facets()).containsExactly("genre", "year", "country");
    assertThat(search.filter("장르:horror 연도>=2000"))
        .isEqualTo(search.filter("genre:horror year>=2000"));
  }

  @Test
  void thePublishedMethodHasNeitherWordsNorFields() throws IOException {
    var search = Profiles.load("poster-as-published").search();

    assertThat(search.texts()).isEmpty();
    assertThat(search.fields()).isEmpty();
  }
}
