package dev.anmok.app.http;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// JSON as it is read and written here: objects are maps, lists are lists.
final class Json {
  private static final int MAX_DEPTH = 16;
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /// Reads an object.
  ///
  /// @throws Problem naming the place that is no JSON
  static Map<String, Object> object(String text) {
    try {
      if (MAPPER.readValue(text, Object.class) instanceof Map<?, ?> map) {
        var object = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> object.put(String.valueOf(key), value));
        return object;
      }
    } catch (JacksonException e) {
      var where = e.getLocation();
      var place =
          where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
      var what = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
      throw Problem.badRequest("the body is not valid JSON" + place + ": " + what);
    }
    throw Problem.badRequest("the body must be a JSON object, such as {\"text\": \"…\"}");
  }

  static byte[] bytes(Object tree) {
    return MAPPER.writeValueAsBytes(tree);
  }

  static String text(Object tree) {
    return MAPPER.writeValueAsString(tree);
  }
}
