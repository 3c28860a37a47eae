package dev.anmok.app.hub;

import dev.anmok.onnx.PublishedFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/// A hub with the layout of huggingface.co, and where one may be sent on to from it.
///
/// @param base `https://host[:port][/path]`, or `http` on this machine
/// @param token what the hub itself, and nobody it sends on to, is shown; by the name of the
///   environment variable that holds it
public record Hub(URI base, Optional<Token> token) {
  /// The usual hub.
  public static final String USUAL = "https://huggingface.co";

  /// A secret, named for messages.
  ///
  /// @param variable the environment variable that holds it
  public record Token(String variable, String secret) {
    @Override
    public String toString() {
      return "Token[" + variable + "]";
    }
  }

  /// Reads an address.
  ///
  /// @throws IllegalArgumentException if it is none that models are pulled from
  public static Hub of(String address, Optional<Token> token) {
    var base = URI.create(address.replaceFirst("/+$", ""));
    if (base.getHost() == null
        || base.getUserInfo() != null
        || base.getQuery() != null
        || base.getFragment() != null) {
      throw new IllegalArgumentException("'" + address + "' is no plain address of a hub");
    }
    if (!scheme(base).equals("https") && !(scheme(base).equals("http") && loopback(base))) {
      throw new IllegalArgumentException(
          "'" + address + "': a hub has an https address, or an http address on this machine");
    }
    return new Hub(base, token);
  }

  /// Where a file lies.
  URI locate(PublishedFile file) {
    return URI.create(
        base + "/" + file.repository() + "/resolve/" + file.revision() + "/" + file.path());
  }

  /// Whether an address is the hub's own, so that the token may be shown.
  boolean owns(URI address) {
    return scheme(address).equals(scheme(base))
        && base.getHost().equalsIgnoreCase(address.getHost())
        && port(base) == port(address);
  }

  /// Where one goes that is sent on: only over https, or on this machine where the hub is there
  /// too.
  ///
  /// @throws IOException if one may not go there
  URI follow(URI from, String location) throws IOException {
    URI to;
    try {
      to = from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new PullException("the hub sends on to something that is no address", e);
    }
    if (to.getHost() == null || to.getUserInfo() != null) {
      throw new PullException("the hub sends on to an address that is not followed: " + brief(to));
    }
    boolean near = loopback(base) && scheme(to).equals(scheme(base)) && sameHost(to);
    if (!scheme(to).equals("https") && !near) {
      throw new PullException(
          "the hub sends on to " + brief(to) + ", which is not https: that is not followed");
    }
    return to;
  }

  private boolean sameHost(URI other) {
    return base.getHost().equalsIgnoreCase(other.getHost());
  }

  /// Without a query, which may hold a signature.
  static String brief(URI address) {
    return scheme(address) + "://" + address.getRawAuthority() + address.getRawPath();
  }

  static int port(URI address) {
    return address.getPort() >= 0 ? address.getPort() : scheme(address).equals("https") ? 443 : 80;
  }

  static String scheme(URI address) {
    return String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
  }

  private static boolean loopback(URI address) {
    var host = address.getHost().replaceFirst("^\\[(.*)]$", "$1");
    if (host.equalsIgnoreCase("localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false; // a name, wherever it leads
    }
  }
}
