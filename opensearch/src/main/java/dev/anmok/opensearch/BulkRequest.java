package dev.anmok.opensearch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Actions that go to the cluster together. Those that it has no room for at the moment are sent
/// again, alone, as long as the retry budget lasts.
final class BulkRequest {
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;

  private final Cluster cluster;
  private final String index;
  private final List<String> refused = new ArrayList<>();

  /// @param index the alias by which it is written
  BulkRequest(Cluster cluster, String index) {
    this.cluster = cluster;
    this.index = index;
  }

  /// Sends all actions and returns when each is stored by the shard and its copies in sync.
  ///
  /// @return those that the cluster does not accept, each as `uri: reason`
  /// @throws IOException if some got no room within the budget, or the request is refused
  List<String> send(List<BulkAction> actions) throws IOException {
    var waiting = actions;
    var waits = cluster.retries().new Waits();
    while (true) {
      IOException reason;
      try {
        var turned = once(waiting);
        if (turned.actions().isEmpty()) {
          return refused;
        }
        waiting = turned.actions();
        reason = turned.reason();
      } catch (ClusterException e) {
        if (!e.passing()) {
          throw e;
        }
        reason = e;
      }
      if (!waits.next()) {
        throw exhausted(waiting, reason);
      }
    }
  }

  /// Actions that were turned away for now, and why.
  private record Turned(List<BulkAction> actions, IOException reason) {}

  private Turned once(List<BulkAction> actions) throws IOException {
    var lines = new ByteArrayOutputStream(actions.stream().mapToInt(BulkAction::size).sum());
    actions.forEach(action -> action.write(lines));
    var answer = cluster.sendLines("/" + index + "/_bulk?require_alias=true", lines.toByteArray());
    var items = answer.path("items");
    if (items.size() != actions.size()) {
      throw new IOException(
          "%s: expected answers for %d photos, found %d; see whether a proxy cuts answers"
              .formatted(cluster.name(), actions.size(), items.size()));
    }
    var turned = new ArrayList<BulkAction>();
    var reason = new IOException(cluster.name());
    for (int i = 0; i < actions.size(); i++) {
      var item = outcome(items.path(i));
      int status = item.path("status").asInt();
      if (status < 300
          || (status == NOT_FOUND && item.path("error").isMissingNode())
          || (status == CONFLICT && actions.get(i).yielding())) {
        continue;
      }
      var said = said(item, status);
      if (Fault.passing(status, item.path("error").path("type").asString(""))) {
        turned.add(actions.get(i));
        reason = new IOException(cluster.name() + ": " + said);
      } else {
        refused.add(actions.get(i).uri() + ": " + said);
      }
    }
    return new Turned(turned, reason);
  }

  private String said(JsonNode item, int status) {
    if (status == CONFLICT) {
      return "another process has opened the index for writing since and wrote this photo; only one"
          + " may write an index at a time";
    }
    var error = item.path("error");
    return cluster
        .fault()
        .said(status, error.path("type").asString(""), error.path("reason").asString(""));
  }

  private static JsonNode outcome(JsonNode item) {
    return item.has("index") ? item.path("index") : item.path("delete");
  }

  private IOException exhausted(List<BulkAction> waiting, IOException reason) {
    return new IOException(
        "%s (tried for %d s; %d photos are not written, the first is %s; run it again)"
            .formatted(
                reason.getMessage(),
                cluster.retries().total().toSeconds(),
                waiting.size(),
                waiting.getFirst().uri()),
        reason);
  }
}
