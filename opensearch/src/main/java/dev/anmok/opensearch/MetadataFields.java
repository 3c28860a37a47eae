package dev.anmok.opensearch;

import dev.anmok.core.filter.Metadata;
import dev.anmok.core.filter.Schema;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/// How the metadata of a photo's item lies in the index.
final class MetadataFields {
  private MetadataFields() {}

  /// Adds the fields to a mapping.
  static void properties(ObjectNode properties, Schema schema) {}

  /// Writes the fields of one photo into its document.
  static void write(JsonGenerator json, Schema schema, Metadata metadata) {}
}
