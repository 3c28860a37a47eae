package dev.anmok.app.profile;

import dev.anmok.core.classify.Head;
import dev.anmok.core.classify.Leaf;
import dev.anmok.core.classify.Taxonomy;
import dev.anmok.core.classify.TaxonomyException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads a taxonomy, a file of its own or a part of a profile:
///
/// ```yaml
/// templates: {en: ["a photo of {}"], ko: ["{} 사진"]}
/// neutral: {en: [a landscape], ko: [풍경]}
/// heads:
///   - name: 의류
///     labels: {en: Clothing}
///     leaves:
///       - name: 상의
///         labels: {en: Tops}
///         aliases: [tops, T-Shirt]
///         prompts: {en: [a t-shirt], ko: [티셔츠]}
/// ```
final class TaxonomySection {
  private static final List<String> LANGUAGES = List.of("en", "ko");

  private final YamlMap map;

  /// Where each name and alias stands last, for messages.
  private final Map<String, Node> places = new HashMap<>();

  private TaxonomySection(YamlMap map) {
    this.map = map;
  }

  /// Reads a file.
  static Taxonomy read(Path file) throws IOException {
    try {
      return parse("taxonomy " + file, Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new IOException("taxonomy " + file + ": there is no such file", e);
    } catch (CharacterCodingException e) {
      throw new IOException("taxonomy " + file + ": not UTF-8 text", e);
    }
  }

  /// Reads a text.
  ///
  /// @param source what messages call it
  static Taxonomy parse(String source, String yaml) throws IOException {
    return read(YamlMap.parse(source, yaml));
  }

  static Taxonomy read(YamlMap map) throws IOException {
    return new TaxonomySection(map).read();
  }

  private Taxonomy read() throws IOException {
    var wording = new Taxonomy.Wording(texts(map, "templates"), texts(map, "neutral"));
    for (var texts : wording.templates().values()) {
      for (var text : texts) {
        if (!text.contains("{}")) {
          throw map.problem(
              map.require("templates"),
              "the template '" + text + "' has no {} where the prompt goes");
        }
      }
    }
    var heads = new ArrayList<Head>();
    for (var node : map.list("heads")) {
      heads.add(head(map.inside(node)));
    }
    map.finish();
    try {
      return Taxonomy.of(heads, wording);
    } catch (TaxonomyException e) {
      var place = places.getOrDefault(e.name(), map.require("heads"));
      throw map.problem(place, String.valueOf(e.getMessage()));
    }
  }

  private Head head(YamlMap one) throws IOException {
    var name = name(one);
    var labels = labels(one);
    var aliases = aliases(one);
    var leaves = new ArrayList<Leaf>();
    for (var node : one.list("leaves")) {
      var leaf = one.inside(node);
      leaves.add(new Leaf(name(leaf), labels(leaf), texts(leaf, "prompts"), aliases(leaf)));
      leaf.finish();
    }
    one.finish();
    return new Head(name, labels, aliases, leaves);
  }

  private String name(YamlMap one) throws IOException {
    var node = one.require("name");
    var name = one.text(node).strip();
    places.put(name, node);
    return name;
  }

  private List<String> aliases(YamlMap one) throws IOException {
    var aliases = new ArrayList<String>();
    if (one.find("aliases").isPresent()) {
      for (var node : one.list("aliases")) {
        var alias = one.text(node).strip();
        places.put(alias, node);
        aliases.add(alias);
      }
    }
    return aliases;
  }

  /// What people call something, by language.
  static Map<String, String> labels(YamlMap one) throws IOException {
    var labels = new LinkedHashMap<String, String>();
    if (one.find("labels").isPresent()) {
      var map = one.map("labels");
      for (var language : LANGUAGES) {
        var label = map.text(language, "").strip();
        if (!label.isEmpty()) {
          labels.put(language, label);
        }
      }
      map.finish();
    }
    return labels;
  }

  private static Map<String, List<String>> texts(YamlMap from, String key) throws IOException {
    var byLanguage = new LinkedHashMap<String, List<String>>();
    if (from.find(key).isPresent()) {
      var map = from.map(key);
      for (var language : LANGUAGES) {
        if (map.find(language).isPresent()) {
          byLanguage.put(language, map.texts(language));
        }
      }
      map.finish();
    }
    return byLanguage;
  }
}
