package dev.anmok.core.classify;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A category that products are put into, under one head.
///
/// @param name its stable name, for example `상의`
/// @param labels what people call it, by ISO 639-1 language code; may be empty
/// @param prompts texts that describe it, by language code, for zero-shot classification; where
///   there are none the labels, or else the name, stand in
/// @param aliases what shops and labelled data call it; may be empty
public record Leaf(
    String name,
    Map<String, String> labels,
    Map<String, List<String>> prompts,
    List<String> aliases) {
  public Leaf {
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    var copy = new LinkedHashMap<String, List<String>>();
    prompts.forEach((language, texts) -> copy.put(language, List.copyOf(texts)));
    prompts = Collections.unmodifiableMap(copy);
    aliases = List.copyOf(aliases);
  }

  /// The prompts, or what stands in for them: never empty.
  public Map<String, List<String>> wording() {
    if (prompts.values().stream().anyMatch(texts -> !texts.isEmpty())) {
      return prompts;
    }
    var wording = new LinkedHashMap<String, List<String>>();
    labels.forEach((language, label) -> wording.put(language, List.of(label)));
    return wording.isEmpty() ? Map.of("ko", List.of(name)) : wording;
  }
}
