package dev.anmok.opensearch;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.filter.Schema;
import dev.anmok.words.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The indexes behind one alias: `photos-000001` is made, filled and then served as `photos`, until
/// `photos-000002` takes its place.
final class Indexes {
  private static final int NOT_FOUND = 404;

  private static final int TIMED_OUT = 408;

  /// How long the cluster is asked to wait for the shards of a new index, less than an answer of it
  /// may take, and how often.
  private static final int READY_SECONDS = 5;

  private static final int READY_LOOKS = 12;

  private final Cluster cluster;
  private final IndexChoice choice;
  private final VectorSpace space;
  private final Schema schema;
  private final Vocabulary vocabulary;

  Indexes(
      Cluster cluster,
      IndexChoice choice,
      VectorSpace space,
      Schema schema,
      Vocabulary vocabulary) {
    this.cluster = cluster;
    this.choice = choice;
    this.space = space;
    this.schema = schema;
    this.vocabulary = vocabulary;
  }

  Cluster cluster() {
    return cluster;
  }

  IndexChoice choice() {
    return choice;
  }

  VectorSpace space() {
    return space;
  }

  Schema schema() {
    return schema;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /// The index that searches are answered from, if there is one.
  ///
  /// @throws IOException if the alias stands for several
  Optional<String> served() throws IOException {
    var names = new ArrayList<String>();
    try {
      cluster.send("GET", "/_alias/" + choice.alias()).propertyNames().forEach(names::add);
    } catch (ClusterException e) {
      if (e.status() != NOT_FOUND) {
        throw e;
      }
    }
    if (names.size() > 1) {
      throw new IOException(
          "%s: expected one index of alias %s, found %s; take the alias from all but one"
              .formatted(cluster.name(), choice.alias(), String.join(", ", names)));
    }
    return names.stream().findFirst();
  }

  /// Deletes all indexes of an alias.
  static void erase(Cluster cluster, IndexChoice choice) throws IOException {
    for (var name : all(cluster, choice)) {
      delete(cluster, name);
    }
  }

  /// All indexes of the alias's numbers, served or not, in rising order.
  List<String> all() throws IOException {
    return all(cluster, choice);
  }

  private static List<String> all(Cluster cluster, IndexChoice choice) throws IOException {
    var pattern = Pattern.compile(Pattern.quote(choice.alias()) + "-\\d{6,}");
    var names = new TreeSet<String>();
    for (var name : cluster.send("GET", "/" + choice.alias() + "-*/_alias").propertyNames()) {
      if (pattern.matcher(name).matches()) {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }

  /// Makes an empty index and serves it.
  ///
  /// @return its name
  String createServed() throws IOException {
    return create(true);
  }

  /// Makes an empty index that is not served yet.
  ///
  /// @return its name
  String createDraft() throws IOException {
    return create(false);
  }

  /// Serves an index instead of the one before, from one request to the next.
  ///
  /// @throws ClusterException if a shard is not ready
  void serve(String index) throws IOException {
    awaitReady(index);
    var actions = Json.array();
    for (var other : served().stream().filter(name -> !name.equals(index)).toList()) {
      actions.addObject().putObject("remove").put("index", other).put("alias", choice.alias());
    }
    actions.addObject().putObject("add").put("index", index).put("alias", choice.alias());
    cluster.write("POST", "/_aliases", Json.object().set("actions", actions));
  }

  /// Deletes an index; one that is not there is no error.
  void delete(String index) throws IOException {
    delete(cluster, index);
  }

  private static void delete(Cluster cluster, String index) throws IOException {
    cluster.write("DELETE", "/" + index + "?ignore_unavailable=true", null);
  }

  /// Makes visible what was written, in all shards.
  ///
  /// @throws ClusterException if a shard does not answer
  void refresh(String index) throws IOException {
    cluster
        .retries()
        .repeat(() -> {
          var shards = cluster.sendOnce("POST", "/" + index + "/_refresh", null).path("_shards");
          int failed = shards.path("failed").asInt();
          if (failed > 0) {
            throw new ClusterException(
                "%s: %d of its shards do not answer; see the cluster's health"
                    .formatted(inWords(index), failed),
                503,
                "",
                true);
          }
          return shards;
        });
  }

  /// The stamp of an index or alias.
  IndexStamp stamp(String name) throws IOException {
    for (var index : cluster.send("GET", "/" + name + "/_mapping")) {
      return IndexStamp.read(index.path("mappings"), inWords(name));
    }
    throw new IOException(inWords(name) + ": it is gone; build it from the catalog");
  }

  /// The stamp of an index or alias that holds what is wanted.
  ///
  /// @throws dev.anmok.core.search.IndexDamagedException if it has another layout or schema
  /// @throws IOException if it is of another space
  IndexStamp checked(String name) throws IOException {
    var stamp = stamp(name);
    stamp.check(space, schema, vocabulary, inWords(name));
    return stamp;
  }

  void stamp(String index, IndexStamp stamp) throws IOException {
    cluster.write("PUT", "/" + index + "/_mapping", Json.object().set("_meta", stamp.meta()));
  }

  String inWords(String name) {
    return cluster.name() + ", index " + name;
  }

  private String create(boolean served) throws IOException {
    var name = choice.index(nextNumber());
    var mapping = PhotoDocument.mapping(space, schema, choice.method());
    mapping.set("_meta", IndexStamp.of(space, schema, vocabulary).meta());
    var request = Json.object();
    request.set("mappings", mapping);
    var settings =
        request
            .putObject("settings")
            .put("index.knn", true)
            .put("index.number_of_shards", choice.shards())
            .put("index.number_of_replicas", choice.replicas())
            // what was written is found after a commit, not some time before it
            .put("index.refresh_interval", "-1");
    TextFields.settings(settings);
    var aliases = request.putObject("aliases");
    aliases.putObject(IndexChoice.writing(name));
    if (served) {
      aliases.putObject(choice.alias());
    }
    cluster.sendOnce("PUT", "/" + name, request);
    return name;
  }

  private int nextNumber() throws IOException {
    var names = all();
    return names.isEmpty()
        ? 1
        : Integer.parseInt(names.getLast().substring(choice.alias().length() + 1)) + 1;
  }

  void awaitReady(String index) throws IOException {
    for (int look = 0; look < READY_LOOKS; look++) {
      if (isReady(index)) {
        return;
      }
    }
    throw new IOException(
        "%s: not each of its shards was ready within %d s; see the cluster's health"
            .formatted(inWords(index), READY_LOOKS * READY_SECONDS));
  }

  private boolean isReady(String index) throws IOException {
    var path =
        "/_cluster/health/%s?wait_for_status=yellow&wait_for_no_initializing_shards=true&timeout=%ds"
            .formatted(index, READY_SECONDS);
    try {
      return !cluster.send("GET", path).path("timed_out").asBoolean();
    } catch (ClusterException e) {
      if (e.status() == TIMED_OUT) {
        return false;
      }
      throw e;
    }
  }
}
