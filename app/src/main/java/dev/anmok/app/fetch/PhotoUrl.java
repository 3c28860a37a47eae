package dev.anmok.app.fetch;

import java.net.URI;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/// An http or https URL that was taken apart strictly (RFC 3986), without user, password and
/// fragment.
///
/// @param scheme `http` or `https`
/// @param host as [HostName] writes it
/// @param port 1 to 65535
/// @param target path and query, encoded, beginning with a slash
record PhotoUrl(String scheme, String host, int port, String target) {
  private static final int MAX_LENGTH = 2048;
  private static final Pattern PARTS =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(//([^/?#]*)([^#]*))?.*", Pattern.DOTALL);
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");
  private static final Pattern PORT = Pattern.compile("(.*?)(?::([0-9]{0,5}))?", Pattern.DOTALL);
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?";

  static PhotoUrl parse(String text) throws Refusal {
    var url = text.strip();
    if (url.length() > MAX_LENGTH) {
      throw bad("it is longer than " + MAX_LENGTH + " characters");
    }
    if (url.chars().anyMatch(c -> c == '\\' || Character.isISOControl(c))) {
      throw bad("it holds a backslash or a control character");
    }
    var parts = PARTS.matcher(url);
    if (!parts.matches()) {
      throw bad("it is no URL: it begins with no http:// or https://");
    }
    var scheme = parts.group(1).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new Refusal(FetchFault.SCHEME, "only http and https are fetched, not " + scheme + ":");
    }
    if (parts.group(2) == null) {
      throw bad("'//' and a host must follow " + scheme + ":");
    }
    return of(scheme, parts.group(3), encoded(parts.group(4)));
  }

  private static PhotoUrl of(String scheme, String authority, String target) throws Refusal {
    if (authority.indexOf('@') >= 0) {
      throw new Refusal(FetchFault.USER_INFO, "it holds a user name or a password");
    }
    var hostAndPort = PORT.matcher(authority);
    if (!hostAndPort.matches()) {
      throw bad("its host is not understood");
    }
    var host = HostName.parse(hostAndPort.group(1));
    var digits = hostAndPort.group(2);
    int port = scheme.equals("https") ? 443 : 80;
    if (digits != null && !digits.isEmpty()) {
      port = Integer.parseInt(digits);
    }
    if (port < 1 || port > 65_535) {
      throw bad(port + " is no port");
    }
    return new PhotoUrl(scheme, host, port, target.startsWith("/") ? target : "/" + target);
  }

  /// Where a server sends one on to.
  ///
  /// @throws Refusal also if that is from https to http
  PhotoUrl follow(String location) throws Refusal {
    var next = parse(absolute(location.strip()));
    if (scheme.equals("https") && next.scheme.equals("http")) {
      throw new Refusal(FetchFault.DOWNGRADE, "it was sent on from https to http");
    }
    return next;
  }

  private String absolute(String location) throws Refusal {
    if (SCHEME.matcher(location).lookingAt()) {
      return location;
    }
    if (location.startsWith("//")) {
      return scheme + ":" + location;
    }
    try {
      int fragment = location.indexOf('#');
      var path = encoded(fragment < 0 ? location : location.substring(0, fragment));
      if (path.startsWith("?")) { // which Java resolves by an older rule
        return uri().resolve(uri().getRawPath() + path).toString();
      }
      return uri().resolve(path).toString();
    } catch (IllegalArgumentException e) {
      throw new Refusal(FetchFault.REDIRECT, "it was sent on to what is no URL");
    }
  }

  URI uri() {
    return URI.create(toString());
  }

  @Override
  public String toString() {
    boolean implied = port == (scheme.equals("https") ? 443 : 80);
    var shown = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return scheme + "://" + shown + (implied ? "" : ":" + port) + target;
  }

  /// Encodes what may not stand in a path or a query, and only that; a `%` stays where two
  /// hexadecimal digits follow.
  private static String encoded(String text) throws Refusal {
    var out = new StringBuilder(text.length() + 16);
    for (byte octet : utf8(text)) {
      out.append((char) (octet & 0xff));
    }
    for (int i = out.length() - 1; i >= 0; i--) {
      char c = out.charAt(i);
      boolean escape = c == '%' && hex(out, i + 1) && hex(out, i + 2);
      if (!escape && PLAIN.indexOf(c) < 0) {
        out.replace(i, i + 1, String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return out.toString();
  }

  private static boolean hex(StringBuilder text, int at) {
    return at < text.length() && Character.digit(text.charAt(at), 16) >= 0;
  }

  private static byte[] utf8(String text) throws Refusal {
    try {
      var buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (CharacterCodingException e) {
      throw bad("it holds half a character");
    }
  }

  private static Refusal bad(String detail) {
    return new Refusal(FetchFault.BAD_URL, detail);
  }
}
