package dev.anmok.app.remote;

import dev.anmok.core.text.Translation.Reason;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Requests and answers of `POST /chat/completions`.
final class ChatJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ChatJson() {}

  /// A request for a short answer to a text.
  static byte[] text(String model, String system, String user, int maxTokens) {
    return request(model, system, user, maxTokens);
  }

  /// A request for a short answer to a picture.
  static byte[] picture(String model, String system, byte[] jpeg, int maxTokens) {
    var url = "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
    return request(
        model,
        system,
        List.of(Map.of("type", "image_url", "image_url", Map.of("url", url, "detail", "low"))),
        maxTokens);
  }

  private static byte[] request(String model, String system, Object user, int maxTokens) {
    return MAPPER.writeValueAsBytes(
        Map.of(
            "model",
            model,
            "temperature",
            0,
            "max_tokens",
            maxTokens,
            "messages",
            List.of(
                Map.of("role", "system", "content", system),
                Map.of("role", "user", "content", user))));
  }

  /// The text of the first choice.
  static ChatAnswer answer(byte[] json) {
    try {
      var content = MAPPER.readTree(json).path("choices").path(0).path("message").path("content");
      return content.isString()
          ? new ChatAnswer.Text(content.stringValue().strip())
          : new ChatAnswer.Failed(Reason.RUBBISH, "the answer holds no choice with a text", false);
    } catch (JacksonException e) {
      return new ChatAnswer.Failed(Reason.RUBBISH, "the answer is not readable as JSON", false);
    }
  }
}
