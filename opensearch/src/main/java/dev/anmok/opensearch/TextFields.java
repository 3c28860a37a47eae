package dev.anmok.opensearch;

import dev.anmok.core.search.TextRole;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/// How the texts of a photo lie in the index.
final class TextFields {
  /// Changes whenever texts are taken apart in another way.
  static final String ANALYSIS = "none";

  private TextFields() {}

  /// Adds the analysers that [#properties] names to the settings of an index.
  ///
  /// @param analysis the object `settings.analysis`
  static void analysis(ObjectNode analysis) {}

  /// Adds the fields to a mapping.
  static void properties(ObjectNode properties) {}

  /// Writes the fields of one photo into its document.
  static void write(JsonGenerator json, Map<TextRole, String> texts) {}
}
