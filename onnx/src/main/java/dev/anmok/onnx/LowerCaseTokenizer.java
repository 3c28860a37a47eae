package dev.anmok.onnx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// Puts the normalizer `Lowercase` before the one that a `tokenizer.json` has, as the tokenizer of
/// SigLIP 2 does with Gemma's. The file has tens of megabytes, so it is not parsed as a tree: only
/// the place of the normalizer is looked for.
final class LowerCaseTokenizer {
  private static final JsonFactory JSON = JsonFactory.builder().build();

  private LowerCaseTokenizer() {}

  /// @param name the file and its pack, for messages
  /// @throws IOException if the file is no JSON or has no normalizer
  static byte[] of(String name, byte[] json) throws IOException {
    try (var parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          boolean found = parser.currentName().equals("normalizer");
          var value = parser.nextToken();
          int from = offset(parser.currentTokenLocation());
          parser.skipChildren();
          if (found) {
            parser.finishToken();
            int to = value == JsonToken.VALUE_NULL ? from + 4 : offset(parser.currentLocation());
            return spliced(json, from, to, value == JsonToken.VALUE_NULL);
          }
        }
      }
      throw new IOException(name + ": the tokenizer has no normalizer");
    } catch (JacksonException e) {
      throw new IOException(name + ": not readable as JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static int offset(TokenStreamLocation location) {
    return Math.toIntExact(location.getByteOffset());
  }

  private static byte[] spliced(byte[] json, int from, int to, boolean none) {
    var out = new ByteArrayOutputStream(json.length + 80);
    out.write(json, 0, from);
    out.writeBytes(
        "{\"type\":\"Sequence\",\"normalizers\":[{\"type\":\"Lowercase\"}"
            .getBytes(StandardCharsets.US_ASCII));
    if (!none) {
      out.write(',');
      out.write(json, from, to - from);
    }
    out.writeBytes("]}".getBytes(StandardCharsets.US_ASCII));
    out.write(json, to, json.length - to);
    return out.toByteArray();
  }
}
