package dev.anmok.opensearch;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// Looks whether a cluster is one that the index can live in.
final class ClusterCheck {
  private static final String DISTRIBUTION = "opensearch";
  private static final String MAJOR = "3.";
  private static final List<String> PLUGINS = List.of("opensearch-knn", "analysis-nori");

  private ClusterCheck() {}

  /// @throws ClusterException with what is wrong and what to do
  static void of(Cluster cluster) throws IOException {
    checkVersion(cluster, cluster.sendOnce("GET", "/", null).path("version"));
    var nodes =
        cluster.send(
            "GET",
            "/_nodes/plugins?filter_path=nodes.*.name,nodes.*.version,nodes.*.roles,nodes.*.plugins.name");
    for (var node : nodes.path("nodes")) {
      checkNode(cluster, node);
    }
  }

  private static void checkVersion(Cluster cluster, JsonNode version) throws ClusterException {
    var number = version.path("number").asString("");
    var distribution = version.path("distribution").asString("");
    if (!distribution.equals(DISTRIBUTION) || !number.startsWith(MAJOR)) {
      throw refused(
          cluster,
          "expected OpenSearch %sx, found %s; use a cluster of that version"
              .formatted(
                  MAJOR,
                  number.isEmpty()
                      ? "no version at all"
                      : (distribution.isEmpty() ? "another server" : distribution) + " " + number));
    }
  }

  private static void checkNode(Cluster cluster, JsonNode node) throws ClusterException {
    var name = node.path("name").asString("");
    var version = node.path("version").asString("");
    if (!version.startsWith(MAJOR)) {
      throw refused(
          cluster,
          "node %s: expected OpenSearch %sx, found %s; upgrade it".formatted(name, MAJOR, version));
    }
    boolean holdsData =
        StreamSupport.stream(node.path("roles").spliterator(), false)
            .anyMatch(role -> role.asString("").equals("data"));
    var present =
        StreamSupport.stream(node.path("plugins").spliterator(), false)
            .map(plugin -> plugin.path("name").asString(""))
            .collect(Collectors.toSet());
    for (var plugin : PLUGINS) {
      if (holdsData && !present.contains(plugin)) {
        throw refused(
            cluster,
            "node %s lacks the plugin %s; install it: bin/opensearch-plugin install %s"
                .formatted(name, plugin, plugin));
      }
    }
  }

  private static ClusterException refused(Cluster cluster, String what) {
    return new ClusterException(cluster.name() + ": " + what, 200, "", false);
  }
}
