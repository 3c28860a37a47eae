package dev.anmok.app.profile;

import dev.anmok.core.filter.Field;
import dev.anmok.core.filter.Filter;
import dev.anmok.core.filter.FilterParser;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.search.TextRole;
import dev.anmok.core.search.VectorQuery;
import dev.anmok.core.text.Nearest;
import dev.anmok.words.Dictionaries;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a profile makes searchable.
///
/// @param among which photos a search looks at
/// @param mode by what photos are searched where nobody says
/// @param texts what the text of a manifest's column is to an item; the title is always
///   [TextRole#TITLE]
/// @param fields what can be filtered by, in the profile's order
/// @param facets names of the fields that are counted where nobody says which
/// @param dictionaries word lists beside those that ship
public record SearchChoice(
    VectorQuery.Scope among,
    Mode mode,
    Map<String, TextRole> texts,
    List<SearchField> fields,
    List<String> facets,
    Dictionaries dictionaries) {
  /// All photos, titles only.
  public static final SearchChoice DEFAULT =
      new SearchChoice(
          VectorQuery.Scope.ALL, Mode.VECTOR, Map.of(), List.of(), List.of(), Dictionaries.SHIPPED);

  public SearchChoice {
    texts = Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    fields = List.copyOf(fields);
    facets = List.copyOf(facets);
  }

  /// A field that can be filtered by.
  ///
  /// @param field its name and type
  /// @param column the manifest's column that it is read from
  /// @param labels what people call it, by language
  public record SearchField(Field field, String column, Map<String, String> labels) {
    public SearchField {
      labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }
  }

  /// The fields alone.
  public Schema schema() {
    return new Schema(fields.stream().map(SearchField::field).toList());
  }

  /// The fields of some names, regardless of case; of none, those that the profile counts, or else
  /// all.
  ///
  /// @throws IllegalArgumentException naming an unknown one, and what there is
  public List<Field> counted(List<String> names) {
    var schema = schema();
    var wanted = names.isEmpty() ? facets : names;
    return (wanted.isEmpty() ? schema.names() : wanted)
        .stream().map(name -> counted(schema, name)).toList();
  }

  private static Field counted(Schema schema, String name) {
    var found = schema.find(name);
    if (found.isPresent()) {
      return found.get();
    }
    var near = Nearest.of(name, schema.names());
    throw new IllegalArgumentException(
        "there is no field '%s'%s (there are %s)"
            .formatted(
                name,
                near.map(meant -> "; did you mean '" + meant + "'?").orElse(""),
                String.join(", ", schema.names())));
  }

  /// Reads a filter in the language of docs/filters.md; fields may be called by their labels too.
  ///
  /// @throws dev.anmok.core.filter.FilterException if it cannot be understood
  public Filter filter(String text) {
    var aliases = new LinkedHashMap<String, String>();
    for (var field : fields) {
      for (var label : field.labels().values()) {
        aliases.putIfAbsent(label, field.field().name());
      }
    }
    return FilterParser.parse(schema(), aliases, text);
  }

  /// What an index depends on beside the photos: one made by another choice must be built again.
  public String mark() {
    return fields.stream().map(field -> field.field().name() + "<" + field.column()).toList()
        + " "
        + texts;
  }
}
