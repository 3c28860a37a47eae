package dev.anmok.app.profile;

import dev.anmok.app.profile.SearchChoice.SearchField;
import dev.anmok.core.filter.Field;
import dev.anmok.core.filter.FieldType;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.search.TextRole;
import dev.anmok.core.search.VectorQuery;
import dev.anmok.core.text.Nearest;
import dev.anmok.words.Dictionaries;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads a profile's section `search`:
///
/// ```yaml
/// among: all                 # or representatives
/// text: {original_title: alias, overview: body, genres: tags}
/// fields:
///   - {name: genre, type: list, from: genres, labels: {en: Genre, ko: 장르}}
///   - {name: year, type: integer}
/// facets: [genre, year]
/// ```
final class SearchSection {
  private static final List<String> LANGUAGES = List.of("en", "ko");

  private final YamlMap map;
  private final Path folder;

  private SearchSection(YamlMap map, Path folder) {
    this.map = map;
    this.folder = folder;
  }

  /// @param folder where word lists lie that it names
  static SearchChoice read(YamlMap root, Path folder) throws IOException {
    return root.find("search").isPresent()
        ? new SearchSection(root.map("search"), folder).read()
        : SearchChoice.DEFAULT;
  }

  private SearchChoice read() throws IOException {
    var among = map.choice("among", VectorQuery.Scope.values(), VectorQuery.Scope.ALL);
    var mode = map.choice("mode", Mode.values(), Mode.VECTOR);
    var texts = texts();
    var fields = fields();
    var facets = facets(fields);
    var dictionaries = new Dictionaries(files("nouns"), files("synonyms"));
    map.finish();
    return new SearchChoice(among, mode, texts, fields, facets, dictionaries);
  }

  private List<Path> files(String key) throws IOException {
    var files = new ArrayList<Path>();
    if (map.find(key).isPresent()) {
      for (var node : map.list(key)) {
        files.add(folder.resolve(map.text(node)));
      }
    }
    return files;
  }

  private Map<String, TextRole> texts() throws IOException {
    var roles = new LinkedHashMap<String, TextRole>();
    if (map.find("text").isPresent()) {
      var columns = map.map("text");
      for (var column : columns.keys()) {
        roles.put(column, columns.choice(column, TextRole.values(), TextRole.BODY));
      }
    }
    return roles;
  }

  private List<SearchField> fields() throws IOException {
    var fields = new ArrayList<SearchField>();
    if (map.find("fields").isPresent()) {
      for (var node : map.list("fields")) {
        var field = field(map.inside(node));
        fields.add(field);
        checkNames(node, fields);
      }
    }
    return fields;
  }

  private static SearchField field(YamlMap one) throws IOException {
    var nameNode = one.require("name");
    var name = one.text(nameNode).strip();
    one.require("type");
    var type = one.choice("type", FieldType.values(), FieldType.KEYWORD);
    var column = one.text("from", name);
    var labels = labels(one);
    one.finish();
    try {
      return new SearchField(new Field(name, type), column, labels);
    } catch (IllegalArgumentException e) {
      throw one.problem(nameNode, String.valueOf(e.getMessage()));
    }
  }

  private static Map<String, String> labels(YamlMap one) throws IOException {
    var labels = new LinkedHashMap<String, String>();
    if (one.find("labels").isPresent()) {
      var given = one.map("labels");
      for (var language : LANGUAGES) {
        var label = given.text(language, "").strip();
        if (!label.isEmpty()) {
          labels.put(language, label);
        }
      }
      given.finish();
    }
    return labels;
  }

  private void checkNames(Node last, List<SearchField> fields) throws IOException {
    try {
      new Schema(fields.stream().map(SearchField::field).toList());
    } catch (IllegalArgumentException e) {
      throw map.problem(last, String.valueOf(e.getMessage()));
    }
  }

  private List<String> facets(List<SearchField> fields) throws IOException {
    var facets = new ArrayList<String>();
    if (map.find("facets").isPresent()) {
      var names = fields.stream().map(field -> field.field().name()).toList();
      for (var node : map.list("facets")) {
        var name = map.text(node);
        if (!names.contains(name)) {
          var meant = Nearest.of(name, names).map(near -> "; did you mean '" + near + "'?");
          throw map.problem(
              node, "there is no field '" + name + "' among the fields" + meant.orElse(""));
        }
        facets.add(name);
      }
    }
    return facets;
  }
}
