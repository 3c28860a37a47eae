package dev.anmok.core.filter;

import static dev.anmok.core.filter.FilmSchema.ADULT;
import static dev.anmok.core.filter.FilmSchema.COUNTRY;
import static dev.anmok.core.filter.FilmSchema.DIRECTOR;
import static dev.anmok.core.filter.FilmSchema.GENRE;
import static dev.anmok.core.filter.FilmSchema.RATING;
import static dev.anmok.core.filter.FilmSchema.RELEASED;
import static dev.anmok.core.filter.FilmSchema.SCHEMA;
import static dev.anmok.core.filter.FilmSchema.YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.anmok.core.filter.Filter.And;
import dev.anmok.core.filter.Filter.Bound;
import dev.anmok.core.filter.Filter.Equal;
import dev.anmok.core.filter.Filter.Not;
import dev.anmok.core.filter.Filter.Or;
import dev.anmok.core.filter.Filter.Present;
import dev.anmok.core.filter.Filter.Range;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterParserTest {
  private static final Filter HORROR = new Equal(GENRE, new Value.Word("horror"));
  private static final Filter COMEDY = new Equal(GENRE, new Value.Word("comedy"));
  private static final Filter SINCE_2000 = new Range(YEAR, new Bound(year(2000), true), null);

  @Test
  void conditionsBesideEachOtherMustAllHold() {
    assertThat(parse("genre:horror year>=2000 rating>7.5 -genre:comedy"))
        .isEqualTo(
            new And(
                List.of(
                    HORROR,
                    SINCE_2000,
                    new Range(RATING, new Bound(new Value.Decimal(7.5), false), null),
                    new Not(COMEDY))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "genre:horror year>=2000 OR genre:comedy",
        "genre:horror AND year >= 2000 or genre = comedy",
        "(genre:horror (year:>=2000)) Or ((genre: comedy))",
        "( genre:\"horror\" and year:2000.. )\tOR\n\"\"genre:comedy",
      })
  void orBindsLessThanAnd(String text) {
    assertThat(parse(text.replace("\"\"", "")))
        .isEqualTo(new Or(List.of(new And(List.of(HORROR, SINCE_2000)), COMEDY)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-genre:horror", "NOT genre:horror", "not(genre:horror)", "genre!=horror"})
  void aConditionCanBeTurnedRound(String text) {
    assertThat(parse(text)).isEqualTo(new Not(HORROR));
  }

  @Test
  void twoNegationsAreNone() {
    assertThat(parse("-(NOT genre:horror)")).isEqualTo(HORROR);
  }

  @Test
  void valuesPartedByCommasAreAlternatives() {
    assertThat(parse("genre:horror,comedy")).isEqualTo(new Or(List.of(HORROR, COMEDY)));
    assertThat(parse("genre!=horror, comedy")).isEqualTo(new Not(new Or(List.of(HORROR, COMEDY))));
    assertThat(parse("year:1990..1999,2005"))
        .isEqualTo(
            new Or(
                List.of(
                    new Range(YEAR, new Bound(year(1990), true), new Bound(year(1999), true)),
                    new Equal(YEAR, year(2005)))));
  }

  @Test
  void quotedWordsKeepSpacesSignsAndKeywords() {
    assertThat(parse("director:\"Bong  Joon-ho, (\\\"B\\\") \\\\ OR\""))
        .isEqualTo(new Equal(DIRECTOR, new Value.Word("Bong Joon-ho, (\"B\") \\ OR")));
    assertThat(parse("director:or")).isEqualTo(new Equal(DIRECTOR, new Value.Word("or")));
    assertThat(parse("director:a..b:c-d"))
        .isEqualTo(new Equal(DIRECTOR, new Value.Word("a..b:c-d")));
  }

  @Test
  void rangesMayBeOpenAndNegative() {
    assertThat(parse("year:..1999")).isEqualTo(new Range(YEAR, null, new Bound(year(1999), true)));
    assertThat(parse("year:-5..-1"))
        .isEqualTo(new Range(YEAR, new Bound(year(-5), true), new Bound(year(-1), true)));
    assertThat(parse("year<-5")).isEqualTo(new Range(YEAR, null, new Bound(year(-5), false)));
  }

  @ParameterizedTest
  @CsvSource({
    "released:2019,               2019-01-01, true,  2019-12-31, true",
    "released:2020-02,            2020-02-01, true,  2020-02-29, true",
    "released:2019.3..2019-04-02, 2019-03-01, true,  2019-04-02, true",
    "released:2018..2019,         2018-01-01, true,  2019-12-31, true",
    "released>2019,               2019-12-31, false, ,           ",
    "released>=2019/3,            2019-03-01, true,  ,           ",
    "released<2019,               ,           ,      2019-01-01, false",
    "released<=2019-03,           ,           ,      2019-03-31, true",
  })
  void aYearOrAMonthStandsForAllItsDays(
      String text, LocalDate lower, Boolean from, LocalDate upper, Boolean to) {
    assertThat(parse(text)).isEqualTo(new Range(RELEASED, bound(lower, from), bound(upper, to)));
  }

  @Test
  void aDayIsOneValue() {
    assertThat(parse("released:2019.3.1"))
        .isEqualTo(new Equal(RELEASED, new Value.Day(LocalDate.of(2019, 3, 1))));
  }

  @Test
  void booleansAndPresence() {
    assertThat(parse("adult:아니오")).isEqualTo(new Equal(ADULT, new Value.Truth(false)));
    assertThat(parse("HAS:rating")).isEqualTo(new Present(RATING));
  }

  @Test
  void namesAndValuesMayBeKorean() {
    assertThat(parse("국가:한국")).isEqualTo(new Equal(COUNTRY, new Value.Word("한국")));
    var labels = Map.of("장르", "genre");
    assertThat(FilterParser.parse(SCHEMA, labels, "장르:horror")).isEqualTo(HORROR);
    // the same name as a Mac writes file names: letters taken apart
    assertThat(parse("\u1100\u116e\u11a8\u1100\u1161:한국")).isEqualTo(parse("국가:한국"));
  }

  @Test
  void namesAreFoundRegardlessOfCase() {
    assertThat(parse("Genre:horror")).isEqualTo(HORROR);
  }

  @Test
  void aBlankFilterLetsEverythingThrough() {
    assertThat(parse(" \n").isNone()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ganre:horror            | 1  | there is no field 'ganre'; did you mean 'genre'? The fields are genre, director,",
        "year:2000 -xyzzy:1      | 12 | there is no field 'xyzzy'; the fields are genre",
        "year:horror             | 6  | year is a whole number; 'horror' is not",
        "year:2000.5             | 6  | year is a whole number; '2000.5' is not",
        "rating>high             | 8  | rating is a number; 'high' is not",
        "adult:maybe             | 7  | adult is true or false; 'maybe' is not",
        "released:2019-13        | 10 | released is a date such as 2019-03-01, 2019-03 or 2019; '2019-13' is not",
        "released:2019-02-30     | 10 | released is a date",
        "genre>horror            | 6  | '>' compares numbers and dates; genre is a list of words: write genre:value",
        "year=>2000              | 5  | there is no operator '=>'; did you mean '>='?",
        "year~2000               | 5  | there is no operator '~'; did you mean ':'?",
        "year<>2000              | 5  | did you mean '!='?",
        "genre::x                | 6  | there is no operator '::'",
        "horror                  | 1  | 'horror' is no condition; write field:value (the fields are genre,",
        "genre                   | 1  | 'genre' needs a value",
        "genre:                  | 7  | a value is missing after genre:",
        "genre: year:2000        | 7  | a value is missing after genre:",
        "genre:a,                | 9  | a value is missing after genre:",
        "year:..                 | 6  | a range needs a bound",
        "year:1999..1990         | 6  | '1999..1990' holds nothing: the smaller value comes first",
        "year:1990..x            | 12 | year is a whole number; 'x' is not",
        "director:\"Bong         | 10 | this quote is never closed",
        "director:Bo\"ng\"       | 12 | a quote inside a value",
        "\"two words\"           | 1  | words need a field before them",
        "(genre:a year:1         | 1  | this ( is never closed",
        "genre:a)                | 8  | this ) closes nothing",
        "()                      | 2  | a condition is missing here",
        "genre:a OR              | 11 | a condition is missing here",
        "OR genre:a              | 1  | a condition is missing here",
        "genre:a AND OR genre:b  | 13 | a condition is missing here",
        "has:                    | 5  | the name of a field is missing here",
        "has:raiting             | 5  | there is no field 'raiting'; did you mean 'rating'?",
        ">=2000                  | 1  | '>' stands where the name of a field must",
        "😀                      | 1  | '😀' stands where the name of a field must",
      })
  void whatIsWrongIsSaidWithItsPlace(String text, int character, String message) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(FilterException.class)
        .hasMessageStartingWith("at character " + character + ": ")
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  @Test
  void aProfileWithoutFieldsSaysSo() {
    assertThatThrownBy(() -> FilterParser.parse(Schema.EMPTY, "genre:a"))
        .hasMessageContaining("the profile declares none");
  }

  @Test
  void lengthAndNestingAreLimited() {
    var longest = "genre:" + "a".repeat(900);
    assertThat(parse(longest)).isInstanceOf(Equal.class);
    assertThatThrownBy(() -> parse("genre:a ".repeat(251)))
        .isInstanceOf(FilterException.class)
        .hasMessageContaining("at most 2,000 characters, had 2,008");
    int most = FilterParser.MAX_DEPTH;
    assertThat(parse("(".repeat(most) + "genre:horror" + ")".repeat(most))).isEqualTo(HORROR);
    assertThatThrownBy(() -> parse("(".repeat(999) + "genre:a" + ")".repeat(900)))
        .isInstanceOf(FilterException.class)
        .hasMessageContaining("20 deep");
    assertThatThrownBy(() -> parse("-".repeat(1_900) + "genre:a"))
        .isInstanceOf(FilterException.class);
  }

  private static Filter parse(String text) {
    return FilterParser.parse(SCHEMA, text);
  }

  private static Value year(long number) {
    return new Value.Whole(number);
  }

  private static @org.jspecify.annotations.Nullable Bound bound(LocalDate date, Boolean inclusive) {
    return date == null ? null : new Bound(new Value.Day(date), inclusive);
  }
}
