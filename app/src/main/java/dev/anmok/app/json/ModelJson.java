package dev.anmok.app.json;

import dev.anmok.onnx.ClassifierPack;
import dev.anmok.onnx.CutoutPack;
import dev.anmok.onnx.ModelPack;
import dev.anmok.onnx.Pack;
import dev.anmok.onnx.PackKind;
import dev.anmok.onnx.SequencePack;
import java.util.LinkedHashMap;
import java.util.Map;

/// Model packs as JSON: who they are, what they know, their licence.
public final class ModelJson {
  private ModelJson() {}

  /// An encoder: id, space, languages, licence.
  public static Map<String, Object> of(ModelPack pack) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", pack.id());
    json.put("space", pack.space().id());
    json.put("languages", pack.languages());
    json.put("dimension", pack.dimension());
    return licensed(json, pack);
  }

  /// A classifier: id, kind, licence.
  public static Map<String, Object> of(ClassifierPack pack) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", pack.id());
    json.put("kind", PackKind.CLASSIFIER.code());
    return licensed(json, pack);
  }

  /// A pack that cuts out: id, what its masks are known by, licence.
  public static Map<String, Object> of(CutoutPack pack) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", pack.id());
    json.put("kind", PackKind.CUTOUT.code());
    json.put("segmenter", pack.segmenterId());
    return licensed(json, pack);
  }

  /// A translator or a captioner: id, languages, licence.
  public static Map<String, Object> of(SequencePack pack) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", pack.id());
    json.put("kind", pack.kind().code());
    json.put("from", pack.from());
    json.put("to", pack.to());
    return licensed(json, pack);
  }

  private static Map<String, Object> licensed(Map<String, Object> json, Pack pack) {
    json.put("bytes", pack.sizeBytes());
    json.put("licence", pack.licence().text());
    json.put("commercial", pack.licence().commercial());
    json.put("reason", pack.licence().reason());
    return json;
  }
}
