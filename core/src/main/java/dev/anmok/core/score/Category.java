package dev.anmok.core.score;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A kind of photo, described by prompts.
///
/// @param name the stable name in results, for example `food`
/// @param labels what people call it, by ISO 639-1 language code; may be empty
/// @param prompts texts that describe it, by language code, at least one in all
public record Category(String name, Map<String, String> labels, Map<String, List<String>> prompts) {
  /// Where photos go that fit no category; no category may have this name.
  public static final String OTHERS = "others";

  public Category {
    labels = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    var copy = new LinkedHashMap<String, List<String>>();
    prompts.forEach((language, texts) -> copy.put(language, List.copyOf(texts)));
    prompts = java.util.Collections.unmodifiableMap(copy);
    if (name.isBlank() || name.equalsIgnoreCase(OTHERS)) {
      throw new IllegalArgumentException("'" + name + "' cannot be the name of a category");
    }
    if (prompts.values().stream().allMatch(List::isEmpty)) {
      throw new IllegalArgumentException("the category '" + name + "' has no prompts");
    }
  }

  /// What people who speak a language call it; its name where there is no label.
  public String label(String language) {
    return labels.getOrDefault(language, name);
  }
}
