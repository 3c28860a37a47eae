package dev.anmok.core.classify;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Categories on two levels: heads with leaves. A leaf is written `head/leaf`, for example `의류/상의`,
/// a head by its name alone. A name or alias stands for one category only. Immutable and
/// thread-safe.
public final class Taxonomy {
  /// What a photo is of whose category is not known; no head, leaf or alias may be called so. It is
  /// no category itself, and differs from a head for miscellaneous things.
  public static final String UNKNOWN = "unknown";

  private static final String SEPARATOR = "/";

  private final List<Head> heads;
  private final Wording wording;
  private final List<String> paths;
  private final Map<String, String> known;

  private Taxonomy(
      List<Head> heads, Wording wording, List<String> paths, Map<String, String> known) {
    this.heads = heads;
    this.wording = wording;
    this.paths = List.copyOf(paths);
    this.known = known;
  }

  /// How zero-shot prompts are worded, by ISO 639-1 language code.
  ///
  /// @param templates texts in which `{}` stands for each prompt of the language; where a language
  ///   has none, its prompts stand as they are
  /// @param neutral prompts of what belongs to no leaf; may be empty
  public record Wording(Map<String, List<String>> templates, Map<String, List<String>> neutral) {
    /// Prompts as they stand, and none of what belongs nowhere.
    public static final Wording PLAIN = new Wording(Map.of(), Map.of());

    public Wording {
      templates = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(templates));
      neutral = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(neutral));
    }
  }

  /// A taxonomy of these heads.
  ///
  /// @throws TaxonomyException if there is no head, a head has no leaves, a name is blank, holds a
  ///   `/` or is [#UNKNOWN], a name or alias stands for two categories, or a leaf is a head itself
  public static Taxonomy of(List<Head> heads, Wording wording) {
    if (heads.isEmpty()) {
      throw new TaxonomyException("", "a taxonomy needs at least one head");
    }
    checkLevels(heads);
    var known = new LinkedHashMap<String, String>();
    var paths = new ArrayList<String>();
    for (var head : heads) {
      if (head.leaves().isEmpty()) {
        throw new TaxonomyException(head.name(), "the head '" + head.name() + "' has no leaves");
      }
      claim(known, checked(head.name()), head.name(), true);
      head.aliases().forEach(alias -> claim(known, alias, head.name(), false));
      for (var leaf : head.leaves()) {
        var path = head.name() + SEPARATOR + checked(leaf.name());
        claim(known, leaf.name(), path, true);
        leaf.aliases().forEach(alias -> claim(known, alias, path, false));
        known.put(key(path), path);
        paths.add(path);
      }
    }
    return new Taxonomy(List.copyOf(heads), wording, paths, known);
  }

  public List<Head> heads() {
    return heads;
  }

  public Wording wording() {
    return wording;
  }

  /// The leaves as `head/leaf`, in their order.
  public List<String> paths() {
    return paths;
  }

  /// The leaf of a path.
  ///
  /// @throws IllegalArgumentException if there is none
  public Leaf leaf(String path) {
    for (var head : heads) {
      for (var leaf : head.leaves()) {
        if (path.equals(head.name() + SEPARATOR + leaf.name())) {
          return leaf;
        }
      }
    }
    throw new IllegalArgumentException("no leaf of the taxonomy: '" + path + "'");
  }

  /// The head of a path, which may itself be a head.
  public static String headOf(String path) {
    int at = path.indexOf(SEPARATOR);
    return at < 0 ? path : path.substring(0, at);
  }

  /// Whether a path names a leaf and not a head.
  public static boolean isLeaf(String path) {
    return path.contains(SEPARATOR);
  }

  /// The category that a text names: `head/leaf`, a name or an alias, in any case of letters.
  ///
  /// @return the path of a leaf, or the name of a head
  public Optional<String> find(String text) {
    return Optional.ofNullable(known.get(key(text)));
  }

  /// What people who speak a language call a category: for a leaf its head's label and its own.
  ///
  /// @throws IllegalArgumentException if there is no such category
  public String label(String path, String language) {
    for (var head : heads) {
      var name = head.labels().getOrDefault(language, head.name());
      if (path.equals(head.name())) {
        return name;
      }
      if (headOf(path).equals(head.name())) {
        return name + SEPARATOR + leaf(path).labels().getOrDefault(language, leaf(path).name());
      }
    }
    throw new IllegalArgumentException("no category of the taxonomy: '" + path + "'");
  }

  private static String checked(String name) {
    if (name.isBlank() || name.contains(SEPARATOR)) {
      throw new TaxonomyException(
          name, "a category's name must not be empty or hold a '/', was '" + name + "'");
    }
    return name;
  }

  /// @param name whether it is the category's name, which stands once; an alias may repeat it
  private static void claim(Map<String, String> known, String text, String path, boolean name) {
    if (key(text).equals(UNKNOWN)) {
      throw new TaxonomyException(
          text, "'" + text + "' is what a photo without a category is called; choose another");
    }
    var before = known.putIfAbsent(key(text), path);
    if (before == null || (!name && before.equals(path))) {
      return;
    }
    throw new TaxonomyException(
        text,
        before.equals(path)
            ? "'" + path + "' stands there twice"
            : "'" + text + "' stands for both '" + before + "' and '" + path + "'");
  }

  /// Refuses leaves that are heads: in a circle, or on a third level.
  private static void checkLevels(List<Head> heads) {
    var byName = new LinkedHashMap<String, Head>();
    for (var head : heads) {
      byName.putIfAbsent(key(head.name()), head);
    }
    for (var head : heads) {
      circle(byName, new ArrayList<>(List.of(head)));
    }
    for (var head : heads) {
      for (var leaf : head.leaves()) {
        if (byName.containsKey(key(leaf.name()))) {
          throw new TaxonomyException(
              leaf.name(),
              "'"
                  + leaf.name()
                  + "' is a head and also a leaf of '"
                  + head.name()
                  + "'; a taxonomy has two levels");
        }
      }
    }
  }

  private static void circle(Map<String, Head> byName, List<Head> way) {
    for (var leaf : way.getLast().leaves()) {
      var next = byName.get(key(leaf.name()));
      if (next == null) {
        continue;
      }
      if (way.contains(next)) {
        var names = Stream.concat(way.stream(), Stream.of(next)).map(Head::name).toList();
        throw new TaxonomyException(
            leaf.name(), "the categories go in a circle: " + String.join(" > ", names));
      }
      way.add(next);
      circle(byName, way);
      way.removeLast();
    }
  }

  /// How texts are compared: composed, without space around, in lower case.
  private static String key(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Taxonomy that
        && heads.equals(that.heads)
        && wording.equals(that.wording);
  }

  @Override
  public int hashCode() {
    return Objects.hash(heads, wording);
  }

  @Override
  public String toString() {
    return "Taxonomy" + paths;
  }
}
