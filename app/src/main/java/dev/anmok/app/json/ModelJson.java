package dev.anmok.app.json;

import dev.anmok.onnx.ModelPack;
import java.util.LinkedHashMap;
import java.util.Map;

/// A model pack: id, space, languages, licence.
public final class ModelJson {
  private ModelJson() {}

  public static Map<String, Object> of(ModelPack pack) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", pack.id());
    json.put("space", pack.space().id());
    json.put("languages", pack.languages());
    json.put("dimension", pack.dimension());
    json.put("bytes", pack.sizeBytes());
    json.put("licence", pack.licence().text());
    json.put("commercial", pack.licence().commercial());
    json.put("reason", pack.licence().reason());
    return json;
  }
}
