package dev.anmok.core.search;

import dev.anmok.core.filter.Field;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.filter.Value;
import java.nio.charset.StandardCharsets;

/// How an index of any engine keeps a word of metadata in a column: the key by which it is the same
/// as others and sorts, then the form that people wrote.
public final class WordColumn {
  /// Most bytes of a word in UTF-8: Lucene takes no longer term, and clusters build on it.
  public static final int MAX_BYTES = 32_766;

  /// Stands between key and form, and sorts before all letters.
  private static final char BETWEEN = '\0';

  private WordColumn() {}

  /// A word as the column holds it.
  public static String of(Value.Word word) {
    return word.key() + BETWEEN + word.text();
  }

  /// The word that a column holds, as people wrote it.
  public static Value.Word word(String column) {
    return new Value.Word(column.substring(column.indexOf(BETWEEN) + 1));
  }

  /// Refuses metadata whose values are not of their field's type, or words that are too long.
  ///
  /// @throws IllegalArgumentException with what is wrong
  public static void check(IndexedPhoto photo, Schema schema) {
    for (var field : schema.fields()) {
      for (var value : photo.metadata().of(field)) {
        if (!value.fits(field.type())) {
          throw new IllegalArgumentException(
              "%s is %s; %s is not".formatted(field.name(), field.type().inWords(), value));
        }
        if (value instanceof Value.Word word) {
          checkLength(photo, field, word);
        }
      }
    }
  }

  private static void checkLength(IndexedPhoto photo, Field field, Value.Word word) {
    int bytes = of(word).getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_BYTES) {
      throw new IllegalArgumentException(
          "%s: a value of %s must be at most %d bytes long with its lower case, was %d: %.60s…"
              .formatted(photo.uri(), field.name(), MAX_BYTES, bytes, word.text()));
    }
  }
}
