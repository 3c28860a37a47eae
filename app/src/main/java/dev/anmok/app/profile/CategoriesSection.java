package dev.anmok.app.profile;

import dev.anmok.core.score.Category;
import dev.anmok.core.score.CategoryMethod;
import dev.anmok.core.score.CategorySet;
import dev.anmok.core.score.Pooling;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads an album's section `categories`, or a file of its own with the same keys:
///
/// ```yaml
/// pooling: ensemble          # mean, max, softmax
/// method: calibrated         # or argmax
/// templates: {en: ["a photo of {}"], ko: ["{} 사진"]}
/// neutral: {en: [a photo], ko: [사진]}
/// list:
///   - name: food
///     labels: {en: Food, ko: 음식}
///     prompts: {en: [a meal], ko: [식사]}
///     enabled: true
/// ```
///
/// In a profile, `file: categories.yaml` instead names such a file, relative to the profile's.
final class CategoriesSection {
  private static final List<String> LANGUAGES = List.of("en", "ko");

  private final YamlMap map;

  /// Where each prompt was first seen, so that no two categories share one.
  private final Map<String, String> owners = new HashMap<>();

  private CategoriesSection(YamlMap map) {
    this.map = map;
  }

  /// Reads a profile's section.
  ///
  /// @param folder where the profile lies
  static CategorySet read(YamlMap map, Path folder) throws IOException {
    var file = map.find("file");
    if (file.isEmpty()) {
      return new CategoriesSection(map).read();
    }
    map.finish();
    try {
      return read(folder.resolve(map.text(file.get())));
    } catch (NoSuchFileException | InvalidPathException e) {
      throw map.problem(
          file.get(), "there is no categories file " + map.text(file.get()) + " beside it");
    }
  }

  /// Reads a file of categories.
  ///
  /// @throws NoSuchFileException if there is none
  static CategorySet read(Path file) throws IOException {
    try {
      var source = "categories file " + file;
      return new CategoriesSection(YamlMap.parse(source, Files.readString(file))).read();
    } catch (CharacterCodingException e) {
      throw new IOException("categories file " + file + ": not UTF-8 text", e);
    }
  }

  private CategorySet read() throws IOException {
    var pooling = map.choice("pooling", Pooling.values(), Pooling.ENSEMBLE);
    var method = map.choice("method", CategoryMethod.values(), CategoryMethod.CALIBRATED);
    var templates = texts(map, "templates", null);
    checkTemplates(templates);
    var neutral = texts(map, "neutral", "the neutral bank");
    var categories = new ArrayList<Category>();
    var names = new HashMap<String, Node>();
    for (var node : map.list("list")) {
      category(map.inside(node), names).ifPresent(categories::add);
    }
    map.finish();
    if (categories.isEmpty()) {
      throw map.problem(map.require("list"), "no category is enabled; at least one is needed");
    }
    try {
      return new CategorySet(categories, templates, neutral, pooling, method);
    } catch (IllegalArgumentException e) {
      throw map.problem(map.require("list"), String.valueOf(e.getMessage()));
    }
  }

  /// Reads one category; empty if it is switched off, but checked all the same.
  private java.util.Optional<Category> category(YamlMap one, Map<String, Node> names)
      throws IOException {
    var nameNode = one.require("name");
    var name = one.text(nameNode).strip();
    if (name.isEmpty()) {
      throw one.problem(nameNode, "a category needs a name");
    }
    if (name.equalsIgnoreCase(Category.OTHERS)) {
      throw one.problem(
          nameNode,
          "the name '" + name + "' is reserved for photos of no category; choose another");
    }
    if (names.put(name.toLowerCase(Locale.ROOT), nameNode) != null) {
      throw one.problem(nameNode, "there are two categories '" + name + "'");
    }
    boolean enabled = one.flag("enabled", true);
    var labels = TaxonomySection.labels(one);
    var prompts = texts(one, "prompts", enabled ? "'" + name + "'" : null);
    one.finish();
    if (prompts.values().stream().allMatch(List::isEmpty)) {
      throw one.problem(
          nameNode, "the category '" + name + "' has no prompts; give it some under en or ko");
    }
    return enabled
        ? java.util.Optional.of(new Category(name, labels, prompts))
        : java.util.Optional.empty();
  }

  /// Reads lists of texts by language.
  ///
  /// @param owner whose prompts they are, in messages; null where texts may repeat elsewhere
  private Map<String, List<String>> texts(YamlMap from, String key, @Nullable String owner)
      throws IOException {
    var byLanguage = new LinkedHashMap<String, List<String>>();
    if (from.find(key).isEmpty()) {
      return byLanguage;
    }
    var languages = from.map(key);
    for (var language : LANGUAGES) {
      if (languages.find(language).isEmpty()) {
        continue;
      }
      var texts = new ArrayList<String>();
      for (var node : languages.list(language)) {
        var text = languages.text(node).strip();
        if (text.isEmpty()) {
          throw languages.problem(node, "an empty text under '" + key + "'");
        }
        if (owner != null) {
          claim(languages, node, text, owner);
        }
        texts.add(text);
      }
      byLanguage.put(language, texts);
    }
    languages.finish();
    return byLanguage;
  }

  private void claim(YamlMap where, Node node, String text, String owner) throws IOException {
    var before = owners.putIfAbsent(text.toLowerCase(Locale.ROOT), owner);
    if (before != null && !before.equals(owner)) {
      throw where.problem(
          node,
          "the prompt '" + text + "' stands in " + before + " too; two categories cannot share it");
    }
  }

  private void checkTemplates(Map<String, List<String>> templates) throws IOException {
    for (var texts : templates.values()) {
      for (var text : texts) {
        if (!text.contains("{}")) {
          throw map.problem(
              map.require("templates"),
              "the template '" + text + "' has no {} where the prompt goes");
        }
      }
    }
  }
}
