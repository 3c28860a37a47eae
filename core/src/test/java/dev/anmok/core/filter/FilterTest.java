package dev.anmok.core.filter;

import static dev.anmok.core.filter.FilmSchema.GENRE;
import static dev.anmok.core.filter.FilmSchema.SCHEMA;
import static dev.anmok.core.filter.FilmSchema.YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTest {
  private static final Metadata FILM =
      Typed.of(
              SCHEMA,
              Map.of(
                  "genre",
                  "Horror|Drama",
                  "year",
                  "2003",
                  "rating",
                  "7.5",
                  "released",
                  "2003-06-13",
                  "adult",
                  "no"))
          .metadata();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "genre:horror              | true",
        "genre:HORROR genre:drama  | true",
        "genre:horror -genre:drama | false",
        "genre:hor                 | false",
        "year:2003                 | true",
        "year>2003                 | false",
        "year>=2003                | true",
        "year<2003                 | false",
        "year:..2003               | true",
        "year:1990..2000,2003      | true",
        "rating>7.5                | false",
        "rating:7.5                | true",
        "released:2003             | true",
        "released:2003-06          | true",
        "released>2003-06          | false",
        "released<2003-06-14       | true",
        "adult:false               | true",
        "adult:true                | false",
        "has:rating                | true",
        "has:director              | false",
        "director:x                | false",
        "-director:x               | true",
        "director!=x               | true",
        "genre:comedy OR year:2003 | true",
        "-(genre:comedy year:2003) | true",
      })
  void aFilterIsHeldAgainstMetadata(String text, boolean passes) {
    assertThat(FilterParser.parse(SCHEMA, text).matches(FILM)).isEqualTo(passes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "genre:a                              | ``",
        "genre:a year:1 -genre:b              | year:1",
        "genre:a,b year:1                     | year:1",
        "(genre:a OR year:1) genre:b          | genre:a OR year:1",
        "-(genre:a genre:b) rating:1          | rating:1",
        "year:1                               | year:1",
      })
  void theConditionsOfOneFieldCanBeLeftOut(String text, String left) {
    var filter = FilterParser.parse(SCHEMA, text).without(GENRE);
    assertThat(FilterText.print(filter)).isEqualTo(left);
  }

  @Test
  void aValueMustBeOfItsFieldsType() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Filter.Equal(YEAR, new Value.Word("x")));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Filter.Range(GENRE, new Filter.Bound(new Value.Word("x"), true), null));
  }
}
