package dev.anmok.core.filter;

import static dev.anmok.core.filter.FilmSchema.SCHEMA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.anmok.core.filter.Filter.Bound;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTextTest {
  private static final List<String> WORDS =
      List.of(
          "horror",
          "공포",
          "Bong Joon-ho",
          "a,b",
          "(x)",
          "\"q\"",
          "back\\slash",
          "-minus",
          "OR",
          "not",
          "a..b",
          ">5",
          "=",
          "~",
          ":",
          "a:b",
          "1",
          "true",
          "é",
          "😀",
          "has:genre");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "GENRE = horror AND year > 1990 | genre:horror year>1990",
        "genre:a OR genre:b | genre:a,b",
        "(genre:a OR year:1990..1999) NOT (genre:c year:1) | (genre:a OR year:1990..1999) -(genre:c year:1)",
        "year:1990.. | year>=1990",
        "year:..1990,2000.. | year:..1990,2000..",
        "released:2019-2 | released:2019-02-01..2019-02-28",
        "rating>=7.50 | rating>=7.5",
        "rating:8.0 adult:yes | rating:8 adult:true",
        "director:\"two  words\" | director:\"two words\"",
        "genre!=a,b | -genre:a,b",
        "has:rating (genre:a (year:1 OR year>5)) | has:rating genre:a (year:1 OR year>5)",
      })
  void aFilterHasOneForm(String text, String printed) {
    assertThat(FilterText.print(FilterParser.parse(SCHEMA, text))).isEqualTo(printed);
  }

  @Test
  void whatIsPrintedIsReadAsTheSameFilter() {
    var random = new Random(5);
    for (int i = 0; i < 5_000; i++) {
      var filter = filter(random, 3);
      assertThat(FilterParser.parse(SCHEMA, FilterText.print(filter))).isEqualTo(filter);
    }
  }

  private static Filter filter(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 2 : 5)) {
      case 0, 1 -> condition(random);
      case 2 -> Filter.not(filter(random, depth - 1));
      case 3 -> Filter.and(filters(random, depth - 1));
      default -> Filter.or(filters(random, depth - 1));
    };
  }

  private static List<Filter> filters(Random random, int depth) {
    var filters = new ArrayList<Filter>();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      filters.add(filter(random, depth));
    }
    return filters;
  }

  private static Filter condition(Random random) {
    var field = SCHEMA.fields().get(random.nextInt(SCHEMA.fields().size()));
    if (random.nextInt(8) == 0) {
      return new Filter.Present(field);
    }
    if (!field.type().ordered() || random.nextBoolean()) {
      return new Filter.Equal(field, value(random, field.type()));
    }
    var a = value(random, field.type());
    var b = value(random, field.type());
    return switch (random.nextInt(5)) {
      case 0 -> new Filter.Range(field, new Bound(a, true), null);
      case 1 -> new Filter.Range(field, new Bound(a, false), null);
      case 2 -> new Filter.Range(field, null, new Bound(a, true));
      case 3 -> new Filter.Range(field, null, new Bound(a, false));
      default ->
          a.compareTo(b) <= 0
              ? new Filter.Range(field, new Bound(a, true), new Bound(b, true))
              : new Filter.Range(field, new Bound(b, true), new Bound(a, true));
    };
  }

  private static Value value(Random random, FieldType type) {
    return switch (type) {
      case KEYWORD, LIST -> new Value.Word(WORDS.get(random.nextInt(WORDS.size())));
      case INTEGER -> new Value.Whole(random.nextBoolean() ? random.nextLong() : random.nextInt(9));
      case DECIMAL ->
          new Value.Decimal(random.nextGaussian() * Math.pow(10, random.nextInt(-20, 20)));
      case DATE -> new Value.Day(LocalDate.ofEpochDay(random.nextInt(-100_000, 100_000)));
      case BOOLEAN -> new Value.Truth(random.nextBoolean());
    };
  }
}
