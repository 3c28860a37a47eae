package dev.anmok.opensearch;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON of requests and answers.
final class Json {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  static JsonNode node(String text) {
    return MAPPER.getNodeFactory().stringNode(text);
  }

  static JsonNode node(long number) {
    return MAPPER.getNodeFactory().numberNode(number);
  }

  static JsonNode node(double number) {
    return MAPPER.getNodeFactory().numberNode(number);
  }

  static JsonNode node(boolean holds) {
    return MAPPER.getNodeFactory().booleanNode(holds);
  }

  /// @throws tools.jackson.core.JacksonException if it is no JSON
  static JsonNode read(byte[] text) {
    return MAPPER.readTree(text);
  }

  /// @throws tools.jackson.core.JacksonException if it is no JSON
  static JsonNode read(String text) {
    return MAPPER.readTree(text);
  }

  static byte[] bytes(JsonNode node) {
    return MAPPER.writeValueAsBytes(node);
  }
}
