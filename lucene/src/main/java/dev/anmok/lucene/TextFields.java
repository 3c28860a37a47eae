package dev.anmok.lucene;

import dev.anmok.core.search.TextRole;
import java.util.Map;
import org.apache.lucene.document.Document;

/// How the texts of a photo lie in the index.
final class TextFields {
  private TextFields() {}

  static void add(Document document, Map<TextRole, String> texts) {
    // not yet
  }
}
