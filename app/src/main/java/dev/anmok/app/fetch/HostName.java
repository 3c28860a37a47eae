package dev.anmok.app.fetch;

import java.net.IDN;
import java.net.Inet6Address;
import java.util.Locale;
import java.util.regex.Pattern;

/// The host of a URL, in the one way of writing it that all programs agree on: an ASCII name in
/// lower case, an IPv4 address of four decimal numbers, or an IPv6 address without brackets. Other
/// ways to write an IPv4 address (`127.1`, `0x7f000001`, `0177.0.0.1`, `2130706433`) are refused,
/// whatever they mean.
final class HostName {
  private static final int MAX_LENGTH = 253;
  private static final Pattern NAME =
      Pattern.compile(
          "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*");
  private static final Pattern ENDS_IN_NUMBER =
      Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)", Pattern.DOTALL);
  private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile(BYTE + ("\\." + BYTE).repeat(3));

  private HostName() {}

  /// Whether a host as [#parse] gives it is an address.
  static boolean isAddress(String host) {
    return host.indexOf(':') >= 0 || IPV4.matcher(host).matches();
  }

  static String parse(String written) throws Refusal {
    if (written.isEmpty()) {
      throw bad("it names no host");
    }
    if (written.indexOf('%') >= 0) {
      throw bad("its host holds a '%', so a zone or an encoded character, which is not fetched");
    }
    return written.startsWith("[") ? ipv6(written) : name(written);
  }

  private static String ipv6(String written) throws Refusal {
    try {
      if (!written.endsWith("]")) {
        throw bad("a '[' is not closed");
      }
      // A mapped address becomes the IPv4 address that it is.
      return Inet6Address.ofLiteral(written.substring(1, written.length() - 1)).getHostAddress();
    } catch (IllegalArgumentException e) {
      throw bad(written + " is no IPv6 address");
    }
  }

  private static String name(String written) throws Refusal {
    var name = ascii(written);
    if (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    if (name.length() > MAX_LENGTH || !NAME.matcher(name).matches()) {
      throw bad("'" + written + "' is no host name");
    }
    if (ENDS_IN_NUMBER.matcher(name).matches() && !IPV4.matcher(name).matches()) {
      throw bad("'" + written + "' is no plain IPv4 address: write four decimal numbers");
    }
    return name;
  }

  private static String ascii(String written) throws Refusal {
    try {
      return IDN.toASCII(written).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw bad("'" + written + "' is no host name");
    }
  }

  private static Refusal bad(String detail) {
    return new Refusal(FetchFault.BAD_URL, detail);
  }
}
