package dev.anmok.app.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// Percent-encoding and UTF-8, strictly: what is not valid is refused, not replaced.
final class Percent {
  private Percent() {}

  /// Decodes a part of a URL.
  ///
  /// @param what how a message calls it
  static String decode(String encoded, String what) {
    var bytes = new ByteArrayOutputStream(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c == '%') {
        bytes.write(octet(encoded, i, what));
        i += 2;
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    return utf8(bytes.toByteArray(), what);
  }

  private static int octet(String encoded, int at, String what) {
    if (at + 2 < encoded.length()
        && HexFormat.isHexDigit(encoded.charAt(at + 1))
        && HexFormat.isHexDigit(encoded.charAt(at + 2))) {
      return HexFormat.fromHexDigits(encoded, at + 1, at + 3);
    }
    throw Problem.badRequest(what + " has a '%' without two hexadecimal digits behind it");
  }

  /// The parameters of a query, in the order sent.
  ///
  /// @throws Problem if one is sent twice
  static Map<String, String> query(String raw) {
    var values = new LinkedHashMap<String, String>();
    for (var pair : raw.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      var name = plus(equals < 0 ? pair : pair.substring(0, equals), "the query");
      var value = equals < 0 ? "" : plus(pair.substring(equals + 1), "parameter '" + name + "'");
      if (values.put(name, value) != null) {
        throw Problem.badRequest("parameter '" + name + "' is given twice");
      }
    }
    return values;
  }

  private static String plus(String encoded, String what) {
    return decode(encoded.replace('+', ' '), what);
  }

  /// Bytes as text.
  ///
  /// @throws Problem naming the first byte that is not UTF-8
  static String utf8(byte[] bytes, String what) {
    var in = ByteBuffer.wrap(bytes);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(in).toString();
    } catch (CharacterCodingException e) {
      throw Problem.badRequest(what + " is not valid UTF-8: byte " + (in.position() + 1));
    }
  }
}
