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
  private static final String NOT_OLDER = "external_gte";
  private static final String ONLY_NEWER = "external";

  private final String uri;
  private final String id;
  private final byte[] lines;

  /// Whether it is no error that it, or a newer version, is there already.
  private final boolean yielding;

  private BulkAction(String uri, String id, byte[] lines, boolean yielding) {
    this.uri = uri;
    this.id = id;
    this.lines = lines;
    this.yielding = yielding;
  }

  private BulkAction(String uri, String id, byte[] lines) {
    this(uri, id, lines, false);
  }

  static BulkAction upsert(IndexedPhoto photo, Schema schema, TextFields texts, long version)
      throws IOException {
    var id = PhotoDocument.id(photo.uri());
    return new BulkAction(
        photo.uri(), id, lines("index", id, version, PhotoDocument.line(photo, schema, texts)));
  }

  /// A photo of which this or a later row may have been written before, which then stays.
  static BulkAction row(IndexedPhoto photo, Schema schema, TextFields texts, long version)
      throws IOException {
    var id = PhotoDocument.id(photo.uri());
    var document = PhotoDocument.line(photo, schema, texts);
    return new BulkAction(photo.uri(), id, lines("index", id, version, ONLY_NEWER, document), true);
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

  boolean yielding() {
    return yielding;
  }

  int size() {
    return lines.length;
  }

  void write(ByteArrayOutputStream out) {
    out.writeBytes(lines);
  }

  private static byte[] lines(String action, String id, long version, byte[] document) {
    return lines(action, id, version, NOT_OLDER, document);
  }

  private static byte[] lines(
      String action, String id, long version, String versionType, byte[] document) {
    var head =
        "{\"%s\":{\"_id\":\"%s\",\"version\":%d,\"version_type\":\"%s\"}}\n"
            .formatted(action, id, version, versionType)
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
