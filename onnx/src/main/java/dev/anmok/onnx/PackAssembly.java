package dev.anmok.onnx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes the `model.json` of a public model whose files lie in a folder: the description's, with
/// what only the files say, namely their lengths and digests, the names of a graph's ports where
/// exports differ, a classifier's labels and a decoder's settings.
///
/// @param folder the pack to be, holding all its files but `model.json`
/// @param publication what the files are
/// @param known digests of files by name, where they were just computed
record PackAssembly(Path folder, Publication publication, Map<String, String> known) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final String LABELS = "labels.txt";
  private static final String WHERE = Manifest.FILE + " of the description";

  /// Writes `model.json`.
  ///
  /// @param model the description's, without `files`
  /// @param id of the pack
  /// @param names of all files of the pack
  void write(byte[] model, String id, List<String> names) throws IOException {
    var json = (ObjectNode) MAPPER.readTree(model);
    json.put("id", id);
    var all = new ArrayList<>(names);
    settlePorts(json);
    if (!publication.labels().isEmpty()) {
      Files.write(folder.resolve(LABELS), labels());
      all.add(LABELS);
    }
    if (!publication.decoding().isEmpty()) {
      if (!(json.get("decoding") instanceof ObjectNode settings)) {
        throw lacks("decoding", "an object, since hub.json says where its settings are published");
      }
      Generation.into(settings, read(publication.decoding()));
    }
    json.set("files", files(all));
    var text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    Files.writeString(folder.resolve(Manifest.FILE), text);
  }

  /// Exports of one model differ in whether the text tower wants an attention mask; cut-out models
  /// and classifiers have one input, whatever it is called, and their first output is the answer.
  private void settlePorts(ObjectNode json) throws IOException {
    var kind = json.path("kind").asString(PackKind.ENCODER.code());
    if (json.get("text") instanceof ObjectNode text && text.path("attention_mask").isString()) {
      var inputs = graph("text", text).inputs();
      if (!inputs.contains(text.get("attention_mask").asString()) && encodes(kind)) {
        text.put("attention_mask", "");
      }
    }
    if (json.get("image") instanceof ObjectNode image && !image.has("input")) {
      var graph = graph("image", image);
      if (graph.inputs().size() != 1) {
        throw new IOException(
            image.path("file").asString() + " must have one input, has " + graph.inputs());
      }
      image.put("input", graph.inputs().getFirst());
      image.put("output", graph.outputs().getFirst());
    }
  }

  private static boolean encodes(String kind) {
    return kind.equals(PackKind.ENCODER.code());
  }

  private OnnxFile graph(String side, ObjectNode json) throws IOException {
    if (!json.path("file").isString()) {
      throw lacks(side + ".file", "the name of a file");
    }
    var name = PackFile.checkName(WHERE, side + ".file", json.get("file").stringValue());
    var file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          "%s: %s.file names '%s', which hub.json does not list".formatted(WHERE, side, name));
    }
    return OnnxFile.read(file);
  }

  private static IOException lacks(String key, String what) {
    return new IOException(WHERE + ": " + key + " must be " + what);
  }

  /// One label a line, in the order of their numbers.
  private byte[] labels() throws IOException {
    var named = read(publication.labels()).path("id2label");
    var lines = new StringBuilder();
    for (int i = 0; i < named.size(); i++) {
      var label = named.path(Integer.toString(i));
      if (!label.isString()) {
        throw new IOException(
            "%s: id2label has no text for %d".formatted(folder.resolve(publication.labels()), i));
      }
      lines.append(label.stringValue().replaceAll("\\R", " ")).append('\n');
    }
    if (lines.isEmpty()) {
      throw new IOException(folder.resolve(publication.labels()) + ": there is no id2label");
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private ObjectNode read(String name) throws IOException {
    var file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new IOException(
          "%s of the description names '%s', which is not among its files"
              .formatted(Publication.FILE, name));
    }
    try {
      if (MAPPER.readTree(Files.readAllBytes(file)) instanceof ObjectNode json) {
        return json;
      }
    } catch (JacksonException e) {
      throw new IOException(file + ": not readable as JSON: " + e.getOriginalMessage(), e);
    }
    throw new IOException(file + ": expected a JSON object");
  }

  private JsonNode files(List<String> names) throws IOException {
    var files = MAPPER.createObjectNode();
    for (var name : names.stream().sorted().distinct().toList()) {
      var file = folder.resolve(name);
      var sha256 = known.containsKey(name) ? known.get(name) : PublishedFile.digestOf(file);
      files.putObject(name).put("bytes", Files.size(file)).put("sha256", sha256);
    }
    return files;
  }
}
