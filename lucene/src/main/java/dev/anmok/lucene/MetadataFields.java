package dev.anmok.lucene;

import dev.anmok.core.filter.Metadata;
import dev.anmok.core.filter.Schema;
import org.apache.lucene.document.Document;

/// How the metadata of a photo's item lies in the index.
final class MetadataFields {
  private MetadataFields() {}

  static void add(Document document, Schema schema, Metadata metadata) {
    // not yet
  }
}
