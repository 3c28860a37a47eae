package dev.anmok.core.filter;

import java.util.List;

/// The fields of films, one of each type.
final class FilmSchema {
  static final Field GENRE = new Field("genre", FieldType.LIST);
  static final Field DIRECTOR = new Field("director", FieldType.KEYWORD);
  static final Field YEAR = new Field("year", FieldType.INTEGER);
  static final Field RATING = new Field("rating", FieldType.DECIMAL);
  static final Field RELEASED = new Field("released", FieldType.DATE);
  static final Field ADULT = new Field("adult", FieldType.BOOLEAN);
  static final Field COUNTRY = new Field("국가", FieldType.KEYWORD);
  static final Schema SCHEMA =
      new Schema(List.of(GENRE, DIRECTOR, YEAR, RATING, RELEASED, ADULT, COUNTRY));

  private FilmSchema() {}
}
