package dev.anmok.app.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Reads a form (`multipart/form-data`, RFC 7578) part by part from a stream. Holds one buffer of
/// 64 KiB, whatever is sent.
final class Multipart {
  private static final int BUFFER = 1 << 16;
  private static final int MAX_HEAD = 8 << 10;
  private static final int MAX_BOUNDARY = 70;

  private final InputStream in;
  private final byte[] delimiter; // CR LF - - boundary
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;

  /// What a part says of itself.
  ///
  /// @param name name of the field
  /// @param file the client's name for a file; empty for a text field
  record Part(String name, String file) {}

  /// Takes bytes.
  interface Sink {
    void write(byte[] bytes, int offset, int length) throws IOException;
  }

  Multipart(InputStream in, String boundary) {
    this.in = in;
    this.delimiter = ("\r\n--" + boundary).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    // The first delimiter may stand at the very beginning, without a line before it.
    buffer[0] = '\r';
    buffer[1] = '\n';
    to = 2;
  }

  /// The boundary that a content type names.
  ///
  /// @throws Problem if it names none, or one that is not allowed
  static String boundary(String contentType) {
    for (var parameter : contentType.split(";", -1)) {
      var text = parameter.strip();
      if (text.toLowerCase(Locale.ROOT).startsWith("boundary=")) {
        var boundary = text.substring("boundary=".length()).replace("\"", "");
        if (!boundary.isEmpty()
            && boundary.length() <= MAX_BOUNDARY
            && boundary.chars().allMatch(c -> c > ' ' && c < 127)) {
          return boundary;
        }
      }
    }
    throw Problem.badRequest("the Content-Type names no valid boundary: send multipart/form-data");
  }

  /// Goes to the beginning of the first part.
  ///
  /// @return whether there is a part
  boolean first() throws IOException {
    copy((bytes, offset, length) -> {});
    return more();
  }

  /// After [#copy]: whether another part follows.
  boolean more() throws IOException {
    int a = take();
    int b = take();
    if (a == '-' && b == '-') {
      do {
        from = to; // what follows the form is of no interest
      } while (fill());
      return false;
    }
    if (a == '\r' && b == '\n') {
      return true;
    }
    throw Problem.badRequest("the form is malformed: a boundary must end its line");
  }

  /// Reads the headers of a part.
  Part head() throws IOException {
    var head = new java.io.ByteArrayOutputStream();
    int last = 0;
    while (last != '\n' || !endsHead(head)) {
      last = take();
      head.write(last);
      if (head.size() > MAX_HEAD) {
        throw Problem.of(431, "the headers of a part are longer than " + MAX_HEAD + " bytes");
      }
    }
    for (var line : Percent.utf8(head.toByteArray(), "a part's headers").split("\r\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0 && line.substring(0, colon).strip().equalsIgnoreCase("content-disposition")) {
        return part(line.substring(colon + 1));
      }
    }
    throw Problem.badRequest("the form is malformed: a part has no Content-Disposition");
  }

  private static boolean endsHead(java.io.ByteArrayOutputStream head) {
    var bytes = head.toByteArray();
    int n = bytes.length;
    return n == 2
        || (n >= 4 && bytes[n - 4] == '\r' && bytes[n - 3] == '\n' && bytes[n - 2] == '\r');
  }

  private static Part part(String disposition) {
    var values = parameters(disposition);
    var name = values.get("name");
    if (name == null) {
      throw Problem.badRequest("the form is malformed: a part has no name");
    }
    return new Part(name, values.getOrDefault("filename", ""));
  }

  /// The parameters behind the first semicolon, quoted or not.
  private static Map<String, String> parameters(String text) {
    var values = new HashMap<String, String>();
    int i = text.indexOf(';');
    while (i >= 0 && i < text.length()) {
      int equals = text.indexOf('=', i);
      if (equals < 0) {
        break;
      }
      var name = text.substring(i + 1, equals).strip().toLowerCase(Locale.ROOT);
      int at = equals + 1;
      var value = new StringBuilder();
      if (at < text.length() && text.charAt(at) == '"') {
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
          boolean escaped =
              text.charAt(at) == '\\'
                  && at + 1 < text.length()
                  && "\\\"".indexOf(text.charAt(at + 1)) >= 0;
          at += escaped ? 1 : 0;
          value.append(text.charAt(at));
        }
        i = text.indexOf(';', at);
      } else {
        i = text.indexOf(';', at);
        value.append(text.substring(at, i < 0 ? text.length() : i).strip());
      }
      values.put(name, value.toString().replace("%22", "\""));
    }
    return values;
  }

  /// Copies bytes up to the next delimiter and goes behind it.
  ///
  /// @throws Problem if the form ends without one
  void copy(Sink sink) throws IOException {
    while (true) {
      int at = find();
      if (at >= 0) {
        sink.write(buffer, from, at - from);
        from = at + delimiter.length;
        return;
      }
      int safe = Math.max(from, to - delimiter.length + 1);
      sink.write(buffer, from, safe - from);
      from = safe;
      if (!fill()) {
        throw Problem.badRequest("the form ends within a part: it was cut off");
      }
    }
  }

  private int find() {
    for (int i = from; i <= to - delimiter.length; i++) {
      if (buffer[i] == '\r'
          && java.util.Arrays.equals(
              buffer, i, i + delimiter.length, delimiter, 0, delimiter.length)) {
        return i;
      }
    }
    return -1;
  }

  private int take() throws IOException {
    if (from == to && !fill()) {
      throw Problem.badRequest("the form ends within a part: it was cut off");
    }
    return buffer[from++] & 0xff;
  }

  /// Moves what is left to the front and reads more behind it.
  private boolean fill() throws IOException {
    System.arraycopy(buffer, from, buffer, 0, to - from);
    to -= from;
    from = 0;
    int n = in.read(buffer, to, buffer.length - to);
    to += Math.max(0, n);
    return n > 0;
  }
}
