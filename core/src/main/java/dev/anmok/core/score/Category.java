package dev.anmok.core.score;

import java.util.List;
import java.util.Map;

/// A kind of photo, described by prompts.
///
/// @param name the stable name in results, for example `food`
/// @param labels what people call it, by ISO 639-1 language code
/// @param prompts texts that describe it, at least one
public record Category(String name, Map<String, String> labels, List<String> prompts) {
  public Category {
    labels = Map.copyOf(labels);
    prompts = List.copyOf(prompts);
  }
}
