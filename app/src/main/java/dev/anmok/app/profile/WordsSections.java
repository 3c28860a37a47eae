package dev.anmok.app.profile;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Reads a profile's sections `translate` and `captions`: who does it (`with` a pack, or an
/// `endpoint`), and for queries `to` which language and `when`.
final class WordsSections {
  private WordsSections() {}

  static Words read(YamlMap root) throws IOException {
    return new Words(
        root.find("translate").isPresent() ? translation(root.map("translate")) : null,
        root.find("captions").isPresent() ? captioner(root.map("captions")) : null);
  }

  private static Words.Translation translation(YamlMap map) throws IOException {
    var to = map.text("to", "en");
    if (!to.matches("[a-z]{2,3}")) {
      throw map.problem(map.require("to"), "'to' must be an ISO 639-1 code such as en, was " + to);
    }
    var when = map.choice("when", Words.When.values(), Words.When.NEEDED);
    var by = by(map, Endpoint.QUERY_TIMEOUT);
    map.finish();
    return new Words.Translation(to, by, when);
  }

  private static Words.@Nullable By captioner(YamlMap map) throws IOException {
    var by = by(map, Endpoint.PICTURE_TIMEOUT);
    map.finish();
    return by;
  }

  private static Words.By by(YamlMap map, Duration timeout) throws IOException {
    var with = map.find("with");
    var endpoint = map.find("endpoint");
    if (with.isPresent() == endpoint.isPresent()) {
      throw map.problem("say either 'with', a model pack, or 'endpoint', a service");
    }
    return with.isPresent()
        ? new Words.By.Pack(map.text(with.get()))
        : new Words.By.Service(endpoint(map.map("endpoint"), timeout));
  }

  private static Endpoint endpoint(YamlMap map, Duration otherwise) throws IOException {
    var where = map.require("url");
    var model = map.text(map.require("model"));
    var keyEnv = map.text("key-env", "");
    if (!keyEnv.matches("([A-Za-z_][A-Za-z0-9_]*)?")) {
      throw map.problem(
          map.require("key-env"),
          "'key-env' must be the name of an environment variable, not the key itself");
    }
    int millis = map.integer("timeout-ms", Math.toIntExact(otherwise.toMillis()));
    map.finish();
    try {
      return new Endpoint(new URI(map.text(where)), model, keyEnv, Duration.ofMillis(millis));
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw map.problem(where, String.valueOf(e.getMessage()));
    }
  }
}
