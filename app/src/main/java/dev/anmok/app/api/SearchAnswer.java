package dev.anmok.app.api;

import dev.anmok.app.http.Reply;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The answer to a search, as it is sent and as it is remembered.
///
/// @param headers what is said of the answer as a whole
/// @param json its body
record SearchAnswer(Map<String, String> headers, String json) {
  private static final String BETWEEN = ": ";

  /// One line a header, an empty line, and the body.
  byte[] bytes() {
    var text = new StringBuilder();
    headers.forEach((name, value) -> text.append(name).append(BETWEEN).append(value).append('\n'));
    return text.append('\n').append(json).toString().getBytes(StandardCharsets.UTF_8);
  }

  /// Reads [#bytes()]; empty for anything else.
  static Optional<SearchAnswer> parse(byte[] bytes) {
    var text = new String(bytes, StandardCharsets.UTF_8);
    var headers = new LinkedHashMap<String, String>();
    int begin = 0;
    while (true) {
      int end = text.indexOf('\n', begin);
      if (end == begin) {
        return Optional.of(new SearchAnswer(headers, text.substring(end + 1)));
      }
      int colon = text.indexOf(BETWEEN, begin);
      if (end < 0 || colon <= begin || colon > end) {
        return Optional.empty();
      }
      headers.put(text.substring(begin, colon), text.substring(colon + BETWEEN.length(), end));
      begin = end + 1;
    }
  }

  Reply reply() {
    var reply = Reply.bytes(Reply.JSON, json.getBytes(StandardCharsets.UTF_8));
    headers.forEach(reply::header);
    return reply;
  }
}
