package dev.anmok.opensearch;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// Who asks a cluster.
public sealed interface Credentials {
  /// A cluster without users.
  record Anonymous() implements Credentials {}

  /// A user of the security plugin.
  record Password(String user, Secret password) implements Credentials {
    public Password {
      if (user.isBlank() || user.contains(":")) {
        throw new IllegalArgumentException("user must be a name without colon, was '" + user + "'");
      }
    }
  }

  /// A key as the cluster gave it out.
  record ApiKey(Secret key) implements Credentials {}

  /// The value of the header `Authorization`.
  default Optional<String> authorization() {
    return switch (this) {
      case Anonymous() -> Optional.empty();
      case Password(var user, var password) -> {
        var pair = (user + ":" + password.value()).getBytes(StandardCharsets.UTF_8);
        yield Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
      }
      case ApiKey(var key) -> Optional.of("ApiKey " + key.value());
    };
  }

  /// What is told of them in messages.
  default String inWords() {
    return switch (this) {
      case Anonymous() -> "no user and password";
      case Password(var user, _) -> "the password of user '" + user + "'";
      case ApiKey(_) -> "the API key";
    };
  }
}
