package dev.anmok.app.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What a browser shows in place of the token once its user has given it: the time when it expires,
/// signed with the token (HMAC-SHA-256). The server keeps nothing, so it is good after a restart
/// too, and another token ends it. Scripts cannot read it and other sites cannot send it.
public final class SessionCookie {
  /// How long it is good for.
  public static final Duration LIFE = Duration.ofHours(12);

  private static final String ALGORITHM = "HmacSHA256";
  private static final int NAME_DIGITS = 8;

  private final SecretKeySpec key;
  private final InstantSource clock;
  private final String name;

  SessionCookie(String token, InstantSource clock) {
    this.key = new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    this.clock = clock;
    // Browsers keep cookies by host whatever the port: servers with other tokens use other names.
    this.name = "anmok-" + sign("name").substring(0, NAME_DIGITS);
  }

  /// A cookie from now on, as the header `Set-Cookie` says it.
  ///
  /// @param secure whether the browser came by `https` and is to send it by nothing else
  public String issued(boolean secure) {
    long end = clock.instant().plus(LIFE).getEpochSecond();
    return header(end + "." + sign(Long.toString(end)), LIFE) + (secure ? "; Secure" : "");
  }

  /// The header that takes it away.
  public String ended() {
    return header("", Duration.ZERO);
  }

  private String header(String value, Duration life) {
    return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Strict"
        .formatted(name, value, life.toSeconds());
  }

  /// Whether one of a browser's cookies is a good one.
  ///
  /// @param header the header `Cookie`, empty if there is none
  boolean in(String header) {
    for (var cookie : header.split("[;,]", -1)) {
      var text = cookie.strip();
      if (text.startsWith(name + "=") && good(text.substring(name.length() + 1))) {
        return true;
      }
    }
    return false;
  }

  private boolean good(String value) {
    int dot = value.indexOf('.');
    if (dot < 0) {
      return false;
    }
    var end = value.substring(0, dot);
    var signature = value.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(sign(end).getBytes(StandardCharsets.UTF_8), signature)
        && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(end)));
  }

  private String sign(String text) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
