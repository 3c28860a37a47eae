package dev.anmok.app.api;

import java.util.List;
import java.util.Map;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/// JSON that may stand in a header.
final class Ascii {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private Ascii() {}

  static String json(List<? extends Map<String, ?>> list) {
    return MAPPER.writeValueAsString(list);
  }
}
