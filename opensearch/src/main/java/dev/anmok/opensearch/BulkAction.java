package dev.anmok.opensearch;

import dev.anmok.core.filter.Schema;
import dev.anmok.core.search.IndexedPhoto;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// One photo to be written or removed, as lines of a bulk request. Carried out twice, or after a
/// later one of the same photo, it changes nothing.
final class BulkAction {
  private final String uri;
  private final String id;
  private final byte[] lines;

  private BulkAction(String uri, String id, byte[] lines) {
    this.uri = uri;
    this.id = id;
    this.lines = lines;
  }

  static BulkAction upsert(IndexedPhoto photo, Schema schema, TextFields texts, long version)
      throws IOException {
    var id = PhotoDocument.id(photo.uri());
    return new BulkAction(
        photo.uri(), id, lines("index", id, version, PhotoDocument.line(photo, schema, texts)));
  }

  static BulkAction delete(String uri, long version) {
    var id = PhotoDocument.id(uri);
    return new BulkAction(uri, id, lines("delete", id, version, new byte[0]));
  }

  /// Writes a document that is no photo, or deletes it if it is null.
  ///
  /// @param name for messages
  static BulkAction row(String name, String id, @Nullable ObjectNode row, long version) {
    var line = row == null ? new byte[0] : Json.bytes(row);
    return new BulkAction(name, id, lines(row == null ? "delete" : "index", id, version, line));
  }

  String uri() {
    return uri;
  }

  String id() {
    return id;
  }

  int size() {
    return lines.length;
  }

  void write(ByteArrayOutputStream out) {
    out.writeBytes(lines);
  }

  private static byte[] lines(String action, String id, long version, byte[] document) {
    var head =
        "{\"%s\":{\"_id\":\"%s\",\"version\":%d,\"version_type\":\"external_gte\"}}\n"
            .formatted(action, id, version)
            .getBytes(StandardCharsets.UTF_8);
    var lines = new ByteArrayOutputStream(head.length + document.length + 1);
    lines.writeBytes(head);
    if (document.length > 0) {
      lines.writeBytes(document);
      lines.write('\n');
    }
    return lines.toByteArray();
  }
}
