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
    var settings = settings(file, map);
    var layout = layout(map);
    map.finish();
    return new IndexSettings(Optional.of(settings), layout);
  }

  /// Makes something of a value.
  private interface Made<T> {
    T make() throws IOException;
  }

  /// What the type of a value refuses is said with the line of its key.
  private static <T> T at(YamlMap map, String key, Made<T> made) throws IOException {
    try {
      return made.make();
    } catch (IllegalArgumentException e) {
      var where = map.find(key).orElse(map.node());
      throw map.problem(where, String.valueOf(e.getMessage()));
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
      addresses.add(at(map, "addresses", () -> URI.create(address)));
    }
    var credentials = credentials(map);
    var settings = at(map, "addresses", () -> ClusterSettings.of(addresses).with(credentials));
    var authority = map.text("authority", "");
    if (!authority.isEmpty()) {
      var known = settings;
      settings = at(map, "authority", () -> known.trusting(file.resolveSibling(authority)));
    }
    return within(map, settings);
  }

  private static ClusterSettings within(YamlMap map, ClusterSettings usual) throws IOException {
    var answer = usual.responseTimeout();
    var connected =
        at(
            map,
            "connect_seconds",
            () -> usual.within(seconds(map, "connect_seconds", usual.connectTimeout()), answer));
    return at(
        map,
        "answer_seconds",
        () -> connected.within(connected.connectTimeout(), seconds(map, "answer_seconds", answer)));
  }

  private static Duration seconds(YamlMap map, String key, Duration usual) throws IOException {
    return Duration.ofSeconds(map.integer(key, (int) usual.toSeconds()));
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
        : at(map, "user", () -> new Credentials.Password(user, Secret.environment(PASSWORD)));
  }

  private static IndexChoice layout(YamlMap map) throws IOException {
    var alias = map.text("alias", PREFIX);
    var named = at(map, "alias", () -> IndexChoice.of(alias));
    int shards = map.integer("shards", 1);
    int replicas = map.integer("replicas", 1);
    var sharded = at(map, "shards", () -> named.spread(shards, 1));
    var spread = at(map, "replicas", () -> sharded.spread(shards, replicas));
    int exact = map.integer("exact", IndexChoice.EXACT_LIMIT);
    var method = method(map);
    return at(map, "exact", () -> spread.with(method).with(BulkLimits.DEFAULT).exactUpTo(exact));
  }

  private static VectorMethod method(YamlMap map) throws IOException {
    var usual = VectorMethod.DEFAULT;
    var engine = map.choice("engine", Engine.values(), usual.engine());
    boolean quantized = map.flag("quantized", usual.quantized());
    int neighbours = map.integer("neighbours", usual.neighbours());
    int construction = map.integer("construction", usual.construction());
    int enough = Math.max(neighbours, usual.construction());
    var _ = at(map, "neighbours", () -> new VectorMethod(engine, quantized, neighbours, enough));
    return at(
        map, "construction", () -> new VectorMethod(engine, quantized, neighbours, construction));
  }
}
