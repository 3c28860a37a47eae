package dev.anmok.opensearch;

import java.io.IOException;
import tools.jackson.databind.JsonNode;

/// A document of an index that is no photo, read as it was written last, before any search sees it.
///
/// @param cluster where the index lies
/// @param index its name
/// @param id its id
record LoneDocument(Cluster cluster, String index, String id) {
  /// What the cluster says of it, without its content. A shard that is away for the moment is an
  /// error within a good answer, and is waited for as any other passing failure is.
  JsonNode read() throws IOException {
    var asked = Json.object();
    asked.putArray("docs").addObject().put("_index", index).put("_id", id);
    return cluster.asking().ask(() -> once(asked));
  }

  private JsonNode once(JsonNode asked) throws IOException {
    var found = cluster.sendOnce("POST", "/_mget?_source=false", asked).path("docs").path(0);
    var error = found.path("error");
    if (!error.isMissingNode()) {
      throw new ClusterException(
          "%s, index %s: %s"
              .formatted(cluster.name(), index, error.path("reason").asString("no reason given")),
          ClusterException.NO_ANSWER,
          error.path("type").asString(""),
          true);
    }
    return found;
  }
}
