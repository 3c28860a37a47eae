package dev.anmok.app.profile;

import java.net.URI;
import java.time.Duration;

/// A service that speaks the chat interface of OpenAI, as a profile names it. The key itself never
/// stands in a profile.
///
/// @param url what `/chat/completions` is appended to; http or https, without user, query or
///   fragment
/// @param model which of the service's models answers
/// @param keyEnv environment variable that holds the key; empty if the service wants none
/// @param timeout longest time that one answer may take, over 0
public record Endpoint(URI url, String model, String keyEnv, Duration timeout) {
  /// Time for an answer where the profile does not say.
  public static final Duration QUERY_TIMEOUT = Duration.ofSeconds(2);

  /// Time for the caption of a picture where the profile does not say.
  public static final Duration PICTURE_TIMEOUT = Duration.ofSeconds(60);

  public Endpoint {
    var scheme = String.valueOf(url.getScheme());
    if (!(scheme.equals("http") || scheme.equals("https")) || url.getHost() == null) {
      throw new IllegalArgumentException("url must be an http or https address, was " + url);
    }
    if (url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null) {
      throw new IllegalArgumentException(
          "url must not hold a user, a query or a fragment; a key belongs into an environment"
              + " variable that key-env names");
    }
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException("timeout-ms must be over 0");
    }
  }
}
