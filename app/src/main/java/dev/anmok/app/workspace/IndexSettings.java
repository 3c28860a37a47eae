package dev.anmok.app.workspace;

import dev.anmok.app.profile.YamlMap;
import dev.anmok.opensearch.BulkLimits;
import dev.anmok.opensearch.ClusterSettings;
import dev.anmok.opensearch.Credentials;
import dev.anmok.opensearch.IndexChoice;
import dev.anmok.opensearch.Secret;
import dev.anmok.opensearch.VectorMethod;
import dev.anmok.opensearch.VectorMethod.Engine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The file that says where the indexes of a workspace lie. Secrets do not stand in it: they are
/// read from [#PASSWORD] and [#KEY].
///
/// @param settings where the cluster is; empty for indexes in the workspace's folder
/// @param layout how indexes are laid out in it
public record IndexSettings(Optional<ClusterSettings> settings, IndexChoice layout) {
  /// The environment variable with a user's password.
  static final String PASSWORD = "ANMOK_OPENSEARCH_PASSWORD";

  /// The environment variable with an API key.
  static final String KEY = "ANMOK_OPENSEARCH_KEY";

  private static final String PREFIX = "anmok";

  /// Where indexes lie.
  private enum Kind {
    LUCENE,
    OPENSEARCH
  }

  /// Reads a file strictly.
  ///
  /// @throws IOException with its line and what is wrong
  static IndexSettings read(Path file) throws IOException {
    return parse(file, Files.readString(file));
  }

  /// Reads a file's text strictly.
  ///
  /// @param file where it lies, for messages; what it names lies beside it
  /// @throws IOException with its line and what is wrong
  public static IndexSettings parse(Path file, String text) throws IOException {
    var map = YamlMap.parse(file.toString(), text);
    var kind = map.choice("kind", Kind.values(), Kind.LUCENE);
    if (kind == Kind.LUCENE) {
      map.finish();
      return new IndexSettings(Optional.empty(), IndexChoice.of(PREFIX));
    }
    try {
      var settings = settings(file, map);
      var layout = layout(map);
      map.finish();
      return new IndexSettings(Optional.of(settings), layout);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /// How the index of a space is laid out, under an alias of its own.
  ///
  /// @param space short name of the space
  public IndexChoice of(String space) {
    return layout.named(IndexChoice.alias(layout.alias(), space));
  }

  IndexPlace place(Workspace workspace) {
    return settings.isPresent()
        ? new ClusterIndexes(workspace, settings.get(), this)
        : new FolderIndexes(workspace);
  }

  private static ClusterSettings settings(Path file, YamlMap map) throws IOException {
    var addresses = new ArrayList<URI>();
    for (var address : map.find("addresses").isPresent() ? map.texts("addresses") : List.of("")) {
      if (address.isEmpty()) {
        throw map.problem("expected addresses of the cluster: [http://host:9200]");
      }
      addresses.add(URI.create(address));
    }
    var settings = ClusterSettings.of(addresses).with(credentials(map));
    var authority = map.text("authority", "");
    if (!authority.isEmpty()) {
      settings = settings.trusting(file.resolveSibling(authority));
    }
    return settings.within(
        Duration.ofSeconds(
            map.integer("connect_seconds", (int) settings.connectTimeout().toSeconds())),
        Duration.ofSeconds(
            map.integer("answer_seconds", (int) settings.responseTimeout().toSeconds())));
  }

  private static Credentials credentials(YamlMap map) throws IOException {
    var user = map.text("user", "");
    boolean key = map.flag("api_key", false);
    if (!user.isEmpty() && key) {
      throw map.problem("give a user or api_key: true, not both");
    }
    if (key) {
      return new Credentials.ApiKey(Secret.environment(KEY));
    }
    return user.isEmpty()
        ? new Credentials.Anonymous()
        : new Credentials.Password(user, Secret.environment(PASSWORD));
  }

  private static IndexChoice layout(YamlMap map) throws IOException {
    var usual = VectorMethod.DEFAULT;
    var method =
        new VectorMethod(
            map.choice("engine", Engine.values(), usual.engine()),
            map.flag("quantized", usual.quantized()),
            map.integer("neighbours", usual.neighbours()),
            map.integer("construction", usual.construction()));
    return IndexChoice.of(map.text("alias", PREFIX))
        .spread(map.integer("shards", 1), map.integer("replicas", 1))
        .with(method)
        .with(BulkLimits.DEFAULT)
        .exactUpTo(map.integer("exact", IndexChoice.EXACT_LIMIT));
  }
}
