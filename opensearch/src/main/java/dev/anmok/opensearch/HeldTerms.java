package dev.anmok.opensearch;

import dev.anmok.words.HitReading;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The terms of one document, as [TextFields] wrote them.
final class HeldTerms implements HitReading.Held {
  private final JsonNode document;
  private final Map<String, Set<String>> known = new HashMap<>();

  /// @param document its source
  HeldTerms(JsonNode document) {
    this.document = document;
  }

  @Override
  public boolean term(String field, String term) {
    return known.computeIfAbsent(field, this::terms).contains(term);
  }

  private Set<String> terms(String field) {
    var terms = new HashSet<String>();
    for (var listed : document.path(field).asString("").split(" ", -1)) {
      int count = listed.lastIndexOf(TextFields.COUNT);
      terms.add(count < 0 ? listed : listed.substring(0, count));
    }
    for (var mark : document.path(TextFields.MARKS).path(field)) {
      terms.add(mark.asString(""));
    }
    return terms;
  }
}
