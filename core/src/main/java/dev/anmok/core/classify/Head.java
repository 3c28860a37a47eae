package dev.anmok.core.classify;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The upper of the two levels: what several leaves have in common.
///
/// @param name its stable name, for example `의류`
/// @param labels what people call it, by ISO 639-1 language code; may be empty
/// @param aliases what shops call it; may be empty
/// @param leaves at least one
public record Head(
    String name, Map<String, String> labels, List<String> aliases, List<Leaf> leaves) {
  public Head {
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    aliases = List.copyOf(aliases);
    leaves = List.copyOf(leaves);
  }
}
