package dev.anmok.spark;

import dev.anmok.app.table.FinishedPart;
import dev.anmok.core.pipeline.Item;
import dev.anmok.core.pipeline.Photo;
import dev.anmok.core.pipeline.SourcePhoto;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The lines of a manifest that make one part, as the job's folder keeps them: one JSON object a
/// line, compressed. Executors read their slice and never the manifest.
///
/// @param photos the lines in their order
record Slice(List<SourcePhoto> photos) {
  private static final JsonMapper JSON = new JsonMapper();

  /// The lines as text.
  private byte[] lines() {
    var text = new StringBuilder();
    for (var photo : photos) {
      text.append(JSON.writeValueAsString(tree(photo))).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// Digest of the lines, before they are compressed.
  String sha256() {
    return Photo.digest(lines());
  }

  byte[] bytes() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(lines());
    }
    return bytes.toByteArray();
  }

  /// Reads a part's slice.
  ///
  /// @throws IOException if it is missing or damaged, with what to do
  static Slice read(JobFolder folder, int part) throws IOException {
    var name = FinishedPart.sliceFile(part);
    try {
      return parse(folder.read(name));
    } catch (IOException | RuntimeException e) {
      throw new IOException(
          "%s/%s: missing or damaged (%s); delete %s and run the job again, which cuts the manifest anew"
              .formatted(folder, name, PartReport.Failed.words(e), folder),
          e);
    }
  }

  /// Reads what [#bytes] gave.
  static Slice parse(byte[] bytes) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Slice(text.lines().map(line -> photo(JSON.readTree(line))).toList());
    }
  }

  private static ObjectNode tree(SourcePhoto photo) {
    var tree = JSON.createObjectNode();
    tree.put("uri", photo.uri());
    photo
        .item()
        .ifPresent(item -> {
          tree.put("item", item.id());
          tree.put("title", item.title());
          var metadata = tree.putObject("metadata");
          item.metadata().forEach(metadata::put);
        });
    photo.flaw().ifPresent(flaw -> tree.put("flaw", flaw));
    return tree;
  }

  private static SourcePhoto photo(JsonNode tree) {
    var flaw = tree.get("flaw");
    return new SourcePhoto(
        tree.get("uri").stringValue(), item(tree), flaw == null ? null : flaw.stringValue());
  }

  private static @Nullable Item item(JsonNode tree) {
    var id = tree.get("item");
    if (id == null) {
      return null;
    }
    var metadata = new LinkedHashMap<String, String>();
    for (var pair : tree.get("metadata").properties()) {
      metadata.put(pair.getKey(), pair.getValue().stringValue());
    }
    return new Item(id.stringValue(), tree.get("title").stringValue(), metadata);
  }

  /// Takes the slices of a source in turn.
  interface Sink {
    void take(int part, Slice slice) throws IOException;
  }

  /// Reads a source to its end, a slice at a time.
  static void cut(Iterator<SourcePhoto> photos, int size, Sink sink) throws IOException {
    int part = 0;
    var lines = new ArrayList<SourcePhoto>(size);
    while (photos.hasNext()) {
      lines.add(photos.next());
      if (lines.size() == size) {
        sink.take(part++, new Slice(List.copyOf(lines)));
        lines.clear();
      }
    }
    if (!lines.isEmpty()) {
      sink.take(part, new Slice(List.copyOf(lines)));
    }
  }
}
