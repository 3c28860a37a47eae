package dev.anmok.opensearch;

import dev.anmok.core.filter.Field;
import dev.anmok.core.filter.FieldType;
import dev.anmok.core.filter.Metadata;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.filter.Value;
import dev.anmok.core.search.WordColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// How the metadata of a photo's item lies in the index. A field of [#VALUES] is what filters
/// compare: words by their key, numbers, days, booleans. Words have a field of [#SHOWN] beside it
/// with key and shown form, which facets count.
final class MetadataFields {
  /// Holds the fields that filters compare.
  static final String VALUES = "meta";

  /// Holds the fields of words as people write them.
  static final String SHOWN = "shown";

  private MetadataFields() {}

  /// Adds the fields to a mapping.
  static void properties(ObjectNode properties, Schema schema) {
    var values = properties.putObject(VALUES).putObject("properties");
    var shown = properties.putObject(SHOWN).putObject("properties");
    for (var field : schema.fields()) {
      var value = values.putObject(field.name());
      switch (field.type()) {
        case KEYWORD, LIST -> {
          value.put("type", "keyword");
          shown.putObject(field.name()).put("type", "keyword").put("index", false);
        }
        case INTEGER -> value.put("type", "long");
        case DECIMAL -> value.put("type", "double");
        case DATE -> value.put("type", "date").put("format", "uuuu-MM-dd");
        case BOOLEAN -> value.put("type", "boolean");
      }
    }
  }

  /// Writes the fields of one photo into its document.
  static void write(JsonGenerator json, Schema schema, Metadata metadata) {
    var shown = Json.object();
    var values = Json.object();
    for (var field : schema.fields()) {
      var of = metadata.of(field);
      if (of.isEmpty()) {
        continue;
      }
      if (isWord(field)) {
        var forms = new LinkedHashMap<String, Value.Word>();
        of.forEach(value -> {
          var word = (Value.Word) value;
          forms.putIfAbsent(word.key(), word);
        });
        var keys = values.putArray(field.name());
        var column = shown.putArray(field.name());
        forms.forEach((key, word) -> {
          keys.add(key);
          column.add(WordColumn.of(word));
        });
      } else {
        var array = values.putArray(field.name());
        of.forEach(value -> array.add(json(value)));
      }
    }
    if (!values.isEmpty()) {
      json.writeName(VALUES);
      json.writeRawValue(values.toString());
      json.writeName(SHOWN);
      json.writeRawValue(shown.toString());
    }
  }

  /// The field that filters compare.
  static String name(Field field) {
    return VALUES + "." + field.name();
  }

  /// The field that facets count.
  static String column(Field field) {
    return isWord(field) ? SHOWN + "." + field.name() : name(field);
  }

  /// A value as filters compare it.
  static JsonNode json(Value value) {
    return switch (value) {
      case Value.Word word -> Json.node(word.key());
      case Value.Whole(long number) -> Json.node(number);
      case Value.Decimal(double number) -> Json.node(number);
      case Value.Day(var date) -> Json.node(date.toString());
      case Value.Truth(boolean holds) -> Json.node(holds);
    };
  }

  /// The value that a facet counted.
  ///
  /// @param key of [#column]
  static Value value(Field field, JsonNode key) {
    return switch (field.type()) {
      case KEYWORD, LIST -> {
        var column = key.asString("");
        yield WordColumn.word(column);
      }
      case INTEGER -> new Value.Whole(key.asLong());
      case DECIMAL -> new Value.Decimal(key.asDouble());
      case DATE -> new Value.Day(day(key.asLong()));
      case BOOLEAN -> new Value.Truth(key.isBoolean() ? key.asBoolean() : key.asLong() == 1);
    };
  }

  private static LocalDate day(long millis) {
    return Instant.ofEpochMilli(millis).atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static boolean isWord(Field field) {
    return field.type() == FieldType.KEYWORD || field.type() == FieldType.LIST;
  }

  static final List<String> NAMES = List.of(VALUES, SHOWN);
}
