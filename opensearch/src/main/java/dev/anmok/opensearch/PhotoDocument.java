package dev.anmok.opensearch;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Schema;
import dev.anmok.core.search.IndexedPhoto;
import dev.anmok.core.search.WordColumn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.node.ObjectNode;

/// How a photo lies in the index. Everything but the vector, which is many times larger, can be
/// read from the document's source.
final class PhotoDocument {
  static final String URI = "uri";
  static final String SHA256 = "sha256";
  static final String ITEM = "item";
  static final String TITLE = "title";
  static final String REPRESENTATIVE = "representative";
  static final String VECTOR = "vector";

  /// What is read of a hit beside its URI and score.
  static final List<String> SHOWN = List.of(SHA256, ITEM, TITLE);

  /// Bytes of UTF-8 that a word of an index may have.
  static final int MAX_BYTES = WordColumn.MAX_BYTES;

  private static final JsonFactory JSON = new JsonFactory();

  private PhotoDocument() {}

  /// The mapping of the fields.
  static ObjectNode mapping(VectorSpace space, Schema schema, VectorMethod method) {
    var mapping = Json.object().put("dynamic", "strict");
    mapping.putObject("_source").putArray("excludes").add(VECTOR);
    var fields = mapping.putObject("properties");
    for (var name : new String[] {URI, SHA256, ITEM}) {
      fields.putObject(name).put("type", "keyword");
    }
    fields.putObject(TITLE).put("type", "keyword").put("index", false);
    fields.putObject(REPRESENTATIVE).put("type", "boolean");
    fields.set(VECTOR, method.field(space.dimension()));
    TextFields.properties(fields);
    MetadataFields.properties(fields, schema);
    ItemRows.properties(fields);
    return mapping;
  }

  /// The identity of an entry: the same for the same URI, and short whatever the URI's length.
  static String id(String uri) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(uri.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The entries of some URIs.
  static ObjectNode ids(Collection<String> uris) {
    var query = Json.object();
    var ids = query.putObject("ids").putArray("values");
    uris.forEach(uri -> ids.add(id(uri)));
    return query;
  }

  /// Refuses what the cluster would refuse half-way through a batch.
  ///
  /// @throws IllegalArgumentException with what is wrong
  static void check(IndexedPhoto photo, VectorSpace space) {
    if (!photo.embedding().space().equals(space)) {
      throw new IllegalArgumentException(
          "%s: expected a vector of %s, found one of %s"
              .formatted(photo.uri(), space.id(), photo.embedding().space().id()));
    }
    checkLength(URI, photo.uri());
    checkLength(SHA256, photo.sha256());
    checkLength(ITEM, photo.item());
    checkLength(TITLE, photo.title());
  }

  /// The document of a photo, one line of JSON.
  static byte[] line(IndexedPhoto photo, Schema schema, TextFields texts) throws IOException {
    var bytes = new ByteArrayOutputStream(256 + 12 * photo.embedding().space().dimension());
    try (var json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      json.writeStringProperty(URI, photo.uri());
      json.writeStringProperty(SHA256, photo.sha256());
      json.writeStringProperty(ITEM, photo.item());
      json.writeStringProperty(TITLE, photo.title());
      json.writeBooleanProperty(REPRESENTATIVE, photo.representative());
      json.writeName(VECTOR);
      json.writeStartArray();
      for (float value : photo.embedding().toArray()) {
        json.writeNumber(value);
      }
      json.writeEndArray();
      texts.write(json, photo.texts());
      MetadataFields.write(json, schema, photo.metadata());
      ItemRows.write(json, photo);
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void checkLength(String name, String value) {
    int bytes = value.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_BYTES) {
      throw new IllegalArgumentException(
          "%s must be at most %d bytes long, was %d: %.60s…"
              .formatted(name, MAX_BYTES, bytes, value));
    }
  }
}
