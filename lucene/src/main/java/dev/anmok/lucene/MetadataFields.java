package dev.anmok.lucene;

import dev.anmok.core.filter.Field;
import dev.anmok.core.filter.Metadata;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.filter.Value;
import dev.anmok.core.search.WordColumn;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/// How the metadata of a photo's item lies in the index. Words and booleans are terms by their key,
/// and a column of key and shown form; numbers and dates (as days since 1970) are points and a
/// column; a term tells which fields have a value.
final class MetadataFields {
  private static final String PREFIX = "meta.";
  private static final String PRESENT = "present";

  private MetadataFields() {}

  static void add(Document document, Schema schema, Metadata metadata) {
    for (var field : schema.fields()) {
      var values = metadata.of(field);
      if (values.isEmpty()) {
        continue;
      }
      document.add(new StringField(PRESENT, field.name(), Store.NO));
      var keys = new HashSet<String>();
      for (var value : values) {
        add(document, name(field), value, keys);
      }
    }
  }

  /// @param keys of the words that the document has already
  private static void add(Document document, String name, Value value, Set<String> keys) {
    switch (value) {
      case Value.Word word -> {
        if (keys.add(word.key())) {
          document.add(new StringField(name, word.key(), Store.NO));
          document.add(new SortedSetDocValuesField(name, new BytesRef(WordColumn.of(word))));
        }
      }
      case Value.Truth(boolean holds) -> {
        document.add(new StringField(name, Boolean.toString(holds), Store.NO));
        document.add(new SortedSetDocValuesField(name, new BytesRef(Boolean.toString(holds))));
      }
      case Value.Whole(long number) -> document.add(new LongField(name, number, Store.NO));
      case Value.Decimal(double number) -> document.add(new DoubleField(name, number, Store.NO));
      case Value.Day(var date) -> document.add(new LongField(name, date.toEpochDay(), Store.NO));
    }
  }

  static String name(Field field) {
    return PREFIX + field.name();
  }

  static Term present(Field field) {
    return new Term(PRESENT, field.name());
  }

  /// The term that documents with a word or boolean have.
  static String term(Value value) {
    return switch (value) {
      case Value.Word word -> word.key();
      case Value.Truth(boolean holds) -> Boolean.toString(holds);
      case Value.Whole _, Value.Decimal _, Value.Day _ ->
          throw new IllegalArgumentException(value + " is no word");
    };
  }

  /// What is shown of a value in a column of words.
  static Value word(Field field, String column) {
    return switch (field.type()) {
      case BOOLEAN -> new Value.Truth(Boolean.parseBoolean(column));
      case KEYWORD, LIST, INTEGER, DECIMAL, DATE -> WordColumn.word(column);
    };
  }

  /// The value of a number in a column of numbers.
  static Value number(Field field, long column) {
    return switch (field.type()) {
      case DECIMAL -> new Value.Decimal(NumericUtils.sortableLongToDouble(column));
      case DATE -> new Value.Day(LocalDate.ofEpochDay(column));
      case INTEGER, KEYWORD, LIST, BOOLEAN -> new Value.Whole(column);
    };
  }
}
