package dev.anmok.core.filter;

import static dev.anmok.core.filter.FilmSchema.GENRE;
import static dev.anmok.core.filter.FilmSchema.SCHEMA;
import static dev.anmok.core.filter.FilmSchema.YEAR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.filter.Typed.Misfit;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "Drama|Sci-Fi, Fantasy                                ; Drama/Sci-Fi, Fantasy",
        "Drama, Comedy                                        ; Drama/Comedy",
        "Drama，코미디                                          ; Drama/코미디",
        "Drama                                                ; Drama",
        "Tyler, the Creator|                                  ; Tyler, the Creator",
        "[\"Drama\", \"Sci-Fi, Fantasy\"]                     ; Drama/Sci-Fi, Fantasy",
        "['Drama', \"Schindler's\"]                           ; Drama/Schindler's",
        "[{\"id\": 18, \"name\": \"Drama\"}, {\"id\": 35, \"name\": \"Com\\\\u00e9die\"}] ; Drama/Comédie",
        "[{'id': 18, 'name': 'Drama'}]                        ; Drama",
        "[1, true, null, 2.5]                                 ; 1/true/2.5",
        "[]                                                   ; ``",
        "[REC], Drama                                         ; [REC]/Drama",
        "[REC]                                                ; REC",
        "drama, Drama ,DRAMA                                  ; drama",
        "` 공포 ,,  다큐\t멘터리 `                              ; 공포/다큐 멘터리",
      })
  void listsAreSplitAsTablesWriteThem(String text, String words) {
    var typed = Typed.of(SCHEMA, Map.of("genre", text.replace("\\\\u", "\\u")));
    var expected =
        Arrays.stream(words.split("/")).filter(word -> !word.isEmpty()).map(Value.Word::new);
    assertThat(typed.metadata().of(GENRE)).containsExactlyElementsOf(expected.toList());
    assertThat(typed.misfits()).isEmpty();
  }

  @Test
  void aDateHasTheYearThatAWholeNumberAsksFor() {
    var typed = Typed.of(SCHEMA, Map.of("year", "1999-03-30", "rating", "1999-03-30"));

    assertThat(typed.metadata().of(YEAR)).containsExactly(new Value.Whole(1999));
    assertThat(typed.misfits()).extracting(misfit -> misfit.field().name()).containsOnly("rating");
  }

  @Test
  void semicolonsPartListsToo() {
    assertThat(Typed.of(SCHEMA, Map.of("genre", "Drama; Sci-Fi, Fantasy")).metadata().of(GENRE))
        .containsExactly(new Value.Word("Drama"), new Value.Word("Sci-Fi, Fantasy"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "INTEGER; 1999; 1999",
        "INTEGER; 1999.0; 1999",
        "INTEGER; +1,234,567; 1234567",
        "INTEGER; -3; -3",
        "INTEGER; 9223372036854775807; 9223372036854775807",
        "DECIMAL; .5; 0.5",
        "DECIMAL; 1,234.25; 1234.25",
        "DECIMAL; 1e3; 1000",
        "DECIMAL; -0; 0",
        "DATE; 2019-03-01; 2019-03-01",
        "DATE; 2019.3.1; 2019-03-01",
        "DATE; 2019. 3. 1.; 2019-03-01",
        "DATE; 2019/03/01; 2019-03-01",
        "DATE; 20190301; 2019-03-01",
        "DATE; 2019년 3월 1일; 2019-03-01",
        "DATE; 2019-03-01T10:20:30Z; 2019-03-01",
        "DATE; 2019-03-01 00:00:00; 2019-03-01",
        "BOOLEAN; TRUE; true",
        "BOOLEAN; 예; true",
        "BOOLEAN; 0; false",
        "BOOLEAN; 아니오; false",
      })
  void valuesAreReadInTheFormsOfTheWild(FieldType type, String text, String value) {
    assertThat(ValueText.parse(type, text).map(ValueText::print)).contains(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "INTEGER; MCMXCIX",
        "INTEGER; 1999.5",
        "INTEGER; 9223372036854775808",
        "INTEGER; 12,34",
        "INTEGER; 1e99",
        "DECIMAL; 7,5",
        "DECIMAL; 0x10",
        "DECIMAL; 1d",
        "DECIMAL; 1e999",
        "DECIMAL; .",
        "DATE; 2019",
        "DATE; 2019-02-30",
        "DATE; 3/1/2019",
        "DATE; 2019-3",
        "BOOLEAN; maybe",
        "BOOLEAN; 2",
      })
  void otherFormsAreNoValues(FieldType type, String text) {
    assertThat(ValueText.parse(type, text)).isEmpty();
  }

  @Test
  void whatDoesNotFitIsLeftOutAndTold() {
    var typed =
        Typed.of(SCHEMA, Map.of("year", "MCMXCIX", "rating", "7", "nobody", "asked", "adult", "?"));
    assertThat(typed.metadata().values())
        .isEqualTo(Map.of("rating", List.of(new Value.Decimal(7))));
    assertThat(typed.misfits())
        .containsExactly(new Misfit(YEAR, "MCMXCIX"), new Misfit(FilmSchema.ADULT, "?"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "NaN", "null", "None", "N/A", "\\N", "-"})
  void whatSaysUnknownIsNoValueAndNoMisfit(String text) {
    var typed = Typed.of(SCHEMA, Map.of("year", text, "released", text, "adult", text));
    assertThat(typed).isEqualTo(new Typed(Metadata.NONE, List.of()));
  }

  @Test
  void aWordMayBeNoneButNotAWholeText() {
    var none = Typed.of(SCHEMA, Map.of("director", "None"));
    assertThat(none.metadata().of(FilmSchema.DIRECTOR)).containsExactly(new Value.Word("None"));
    assertThat(Typed.of(SCHEMA, Map.of("director", "x".repeat(1_001))).misfits()).hasSize(1);
  }

  @Test
  void aListHasAThousandValuesAtMost() {
    var text = new StringBuilder();
    for (int i = 0; i < 1_100; i++) {
      text.append("tag").append(i).append('|');
    }
    var typed = Typed.of(SCHEMA, Map.of("genre", text.toString()));
    assertThat(typed.metadata().of(GENRE)).hasSize(1_000);
    assertThat(typed.misfits()).hasSize(100);
  }

  @Test
  void datesCompareAsDays() {
    var early = new Value.Day(LocalDate.of(999, 1, 1));
    assertThat(early.compareTo(new Value.Day(LocalDate.of(2019, 1, 1)))).isNegative();
  }
}
