package dev.anmok.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client of a server under test.
///
/// @param base the server's address
/// @param token what it sends as a token, empty for none
record Client(String base, String token) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String BOUNDARY = "anmok-boundary";

  /// What a server answered.
  record Got(int status, String body, HttpResponse<String> whole) {
    JsonNode json() {
      return new JsonMapper().readTree(body);
    }

    /// The JSON of an answer that went well.
    JsonNode ok() {
      assertThat(status).as(body).isEqualTo(200);
      return json();
    }

    /// Requires a problem document.
    void problem(int expected, String... parts) {
      assertThat(status).as(body).isEqualTo(expected);
      assertThat(whole.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(json().get("status").asInt()).isEqualTo(expected);
      assertThat(json().get("detail").asString()).contains(parts);
      assertThat(body).doesNotContain("Exception", "\\tat ");
    }
  }

  Got get(String path) {
    return send("GET", path, "", BodyPublishers.noBody());
  }

  Got delete(String path) {
    return send("DELETE", path, "", BodyPublishers.noBody());
  }

  Got post(String path) {
    return send("POST", path, "", BodyPublishers.noBody());
  }

  Got post(String path, String json) {
    return send("POST", path, "application/json", BodyPublishers.ofString(json));
  }

  Got upload(String path, String part, Map<String, byte[]> files, Map<String, String> fields) {
    var body = new ByteArrayOutputStream();
    fields.forEach((name, value) ->
        part(body, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
    files.forEach(
        (name, bytes) -> part(body, "name=\"" + part + "\"; filename=\"" + name + "\"", bytes));
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        "POST",
        path,
        "multipart/form-data; boundary=" + BOUNDARY,
        BodyPublishers.ofByteArray(body.toByteArray()));
  }

  private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
    var head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n";
    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  Got send(String method, String path, String type, HttpRequest.BodyPublisher body) {
    var request = HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    return send(request);
  }

  /// Sends a request of one's own, with the token.
  Got send(HttpRequest.Builder request) {
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Got(answer.statusCode(), answer.body(), answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A text as it may stand in a URL.
  static String url(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
