package dev.anmok.app.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The one point where requests are authorised.
///
/// With a token, every route but the open ones needs it, or a browser's cookie that was given for
/// it. Without one the server listens on the loopback interface only, and what must be kept out is
/// pages in the user's own browser: a name that leads here through DNS rebinding is refused by the
/// `Host` header, a page of another origin that sends something by its `Origin`.
public final class Access {
  private static final String SCHEME = "bearer ";

  private final Optional<byte[]> token;
  private final Optional<SessionCookie> cookie;
  private final Set<String> hosts;

  private Access(Optional<byte[]> token, Optional<SessionCookie> cookie, Set<String> hosts) {
    this.token = token;
    this.cookie = cookie;
    this.hosts = hosts;
  }

  /// Access for whoever has the token.
  public static Access withToken(String token) {
    return withToken(token, InstantSource.system());
  }

  /// The same by another clock.
  static Access withToken(String token, InstantSource clock) {
    return new Access(
        Optional.of(token.getBytes(StandardCharsets.UTF_8)),
        Optional.of(new SessionCookie(token, clock)),
        Set.of());
  }

  /// Access for programs of this machine.
  ///
  /// @param host the name that the server was started with
  public static Access local(String host) {
    var hosts = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
    var name = host.toLowerCase(Locale.ROOT);
    hosts.add(name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name);
    return new Access(Optional.empty(), Optional.empty(), Set.copyOf(hosts));
  }

  /// What is known of who asks.
  ///
  /// @param host the `Host` header
  /// @param origin the `Origin` header, empty if there is none
  /// @param site the `Sec-Fetch-Site` header, empty if there is none
  /// @param authorization the `Authorization` header, empty if there is none
  /// @param cookie the `Cookie` header, empty if there is none
  record Caller(String host, String origin, String site, String authorization, String cookie) {}

  /// What browsers are given for the token; empty where none is needed.
  public Optional<SessionCookie> cookie() {
    return cookie;
  }

  /// Whether this is the token.
  public boolean knows(String text) {
    return token.isPresent() && same(token.get(), text);
  }

  /// Whether a caller may call routes that are not open.
  boolean admits(Caller caller) {
    return token.isEmpty()
        || bears(token.get(), caller.authorization())
        || cookie.orElseThrow().in(caller.cookie());
  }

  /// Checks where a request comes from, whatever it asks for.
  ///
  /// @throws Problem 421 if its host is none of ours
  void requireHost(Caller caller) {
    if (token.isEmpty() && !hosts.contains(name(caller.host()))) {
      throw Problem.of(
          421,
          "the Host '"
              + caller.host()
              + "' is not one of this server; without a token only "
              + "localhost, 127.0.0.1 and [::1] are");
    }
  }

  /// Checks whether a caller may call a route.
  ///
  /// @throws Problem 401 without the token, 403 for a page of another origin
  void require(Permission permission, Caller caller) {
    if (permission == Permission.OPEN) {
      return;
    }
    if (!admits(caller)) {
      throw Problem.of(401, "a token is needed: send 'Authorization: Bearer …'")
          .header("WWW-Authenticate", "Bearer realm=\"anmok\"");
    }
    if (permission != Permission.READ && foreign(caller)) {
      throw Problem.of(403, "pages of another origin may not send anything here");
    }
  }

  private static boolean bears(byte[] token, String authorization) {
    boolean bearer = authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME);
    var sent = bearer ? authorization.substring(SCHEME.length()).strip() : "";
    return same(token, sent);
  }

  /// Compares in a time that does not depend on where they differ.
  private static boolean same(byte[] token, String sent) {
    return MessageDigest.isEqual(digest(token), digest(sent.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static boolean foreign(Caller caller) {
    if (caller.origin().isEmpty()) {
      return caller.site().equals("cross-site");
    }
    try {
      var authority = URI.create(caller.origin()).getRawAuthority();
      return authority == null || !authority.equalsIgnoreCase(caller.host());
    } catch (IllegalArgumentException e) {
      return true;
    }
  }

  /// The host without its port.
  private static String name(String host) {
    int colon = host.lastIndexOf(':');
    boolean port = colon >= 0 && !host.endsWith("]");
    return (port ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
  }
}
