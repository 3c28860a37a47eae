package dev.anmok.onnx;

import dev.anmok.onnx.PackJson.Range;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Where the files of a public model are published and what is known of them: the content of
/// `hub.json` beside a description's `model.json`.
///
/// @param model the model that was exported, for example `openai/clip-vit-base-patch32`
/// @param byHand why it cannot be pulled and what to do; empty where it can
/// @param names other names that it goes by
/// @param mistaken names that people use for it though no such model is published, each with what
///   to know of it
/// @param variants the files of each variant, by the variant's name, the usual one first
/// @param recall what others measured
/// @param labels the published file whose `id2label` has a classifier's labels; may be empty
/// @param decoding the published file with generation settings; may be empty
public record Publication(
    String model,
    String byHand,
    List<String> names,
    Map<String, String> mistaken,
    Map<String, List<PublishedFile>> variants,
    List<PublishedRecall> recall,
    String labels,
    String decoding) {
  static final String FILE = "hub.json";

  private static final Range BYTES = new Range(1, 1L << 40);

  /// The usual variant's name.
  public String usual() {
    return variants.keySet().iterator().next();
  }

  /// The files of a variant.
  ///
  /// @throws IOException if there is no such variant, saying which there are
  public List<PublishedFile> files(String variant) throws IOException {
    var files = variants.get(variant);
    if (files == null) {
      throw new IOException(
          "%s has no variant '%s': there are %s"
              .formatted(model, variant, String.join(", ", variants.keySet())));
    }
    return files;
  }

  static Publication parse(String file, byte[] json) throws IOException {
    var top = PackJson.parse(file, json);
    top.only(
        "model",
        "by_hand",
        "names",
        "mistaken",
        "repository",
        "revision",
        "most_bytes",
        "files",
        "variants",
        "recall",
        "labels",
        "decoding");
    long most = top.whole("most_bytes", BYTES);
    var origin = new PublishedFile.Origin(top.text("repository"), top.text("revision"), most);
    var common = files(file, top, "files", origin);
    var variants = new LinkedHashMap<String, List<PublishedFile>>();
    var named = top.object("variants");
    for (var variant : named.names()) {
      if (!variant.matches("[a-z0-9]{1,16}")) {
        throw top.wrong("variants", "named by lower-case letters and digits");
      }
      var files = new ArrayList<>(common);
      files.addAll(files(file, named, variant, origin));
      variants.put(variant, List.copyOf(files));
    }
    if (variants.isEmpty()) {
      throw top.wrong("variants", "at least one variant");
    }
    return new Publication(
        top.text("model"),
        top.text("by_hand", ""),
        top.names().contains("names") ? top.texts("names") : List.of(),
        mistaken(top),
        variants,
        recall(top),
        name(file, top, "labels"),
        name(file, top, "decoding"));
  }

  private static List<PublishedFile> files(
      String file, PackJson top, String key, PublishedFile.Origin origin) throws IOException {
    var json = top.object(key);
    var files = new ArrayList<PublishedFile>();
    for (var name : json.names()) {
      PackFile.checkName(file, key, name);
      files.add(PublishedFile.parse(file, name, json.object(name), origin));
    }
    return files;
  }

  private static String name(String file, PackJson top, String key) throws IOException {
    var name = top.text(key, "");
    return name.isEmpty() ? name : PackFile.checkName(file, key, name);
  }

  private static Map<String, String> mistaken(PackJson top) throws IOException {
    var mistaken = new TreeMap<String, String>();
    if (top.names().contains("mistaken")) {
      var json = top.object("mistaken");
      for (var name : json.names()) {
        mistaken.put(name, json.text(name));
      }
    }
    return mistaken;
  }

  private static List<PublishedRecall> recall(PackJson top) throws IOException {
    var all = new ArrayList<PublishedRecall>();
    if (top.names().contains("recall")) {
      for (var one : top.objects("recall")) {
        all.add(PublishedRecall.parse(one));
      }
    }
    return List.copyOf(all);
  }
}
