package dev.anmok.opensearch;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Says in words what an error of a cluster means.
final class Fault {
  /// Answers of HTTP after which the same request may succeed.
  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

  /// Errors that a cluster calls its own although they come from a node that was just lost.
  private static final Set<String> OF_LOST_NODES =
      Set.of(
          "search_phase_execution_exception",
          "node_disconnected_exception",
          "node_not_connected_exception",
          "node_closed_exception");

  private static final int SHOWN = 300;

  private final ClusterSettings settings;

  Fault(ClusterSettings settings) {
    this.settings = settings;
  }

  /// Whether what an answer says may pass by itself.
  static boolean passing(int status, String type) {
    return PASSING.contains(status) || (status == 500 && OF_LOST_NODES.contains(type));
  }

  /// A request that got no answer.
  ClusterException of(IOException e) {
    var cause = root(e);
    if (cause instanceof SSLException) {
      return failed(
          "its certificate is not trusted or TLS is not spoken there (%s); check the address, or"
                  .formatted(brief(cause))
              + " name the authority that signed it",
          false,
          e);
    }
    if (cause instanceof UnknownHostException) {
      return failed("there is no such host; correct the address", false, e);
    }
    if (cause instanceof SocketTimeoutException || cause instanceof TimeoutException) {
      return failed(
          "no answer within %d ms to connect and %d ms to answer; see whether it is overloaded, or"
                  .formatted(
                      settings.connectTimeout().toMillis(), settings.responseTimeout().toMillis())
              + " raise the time-outs",
          true,
          e);
    }
    return failed(
        "the cluster cannot be reached (%s); start it, or correct the address"
            .formatted(brief(cause)),
        true,
        e);
  }

  /// A request that was answered with an error.
  ClusterException of(int status, byte[] body) {
    var error = error(body);
    var type = error == null ? "" : error.path("type").asString("");
    var reason = error == null ? "" : error.path("reason").asString("");
    return new ClusterException(
        settings.name() + ": " + said(status, type, reason), status, type, passing(status, type));
  }

  /// What one answer says, without the cluster's address.
  String said(int status, String type, String reason) {
    var brief = cut(type.isEmpty() ? reason : type + ": " + reason);
    if (type.equals("cluster_block_exception")) {
      return blocked(reason);
    }
    return switch (status) {
      case 401 ->
          "the cluster refuses %s (401); correct them".formatted(settings.credentials().inWords());
      case 403 ->
          "%s does not allow this (403 %s); ask for the right to it"
              .formatted(settings.credentials().inWords(), brief);
      case 429 ->
          type.equals("circuit_breaking_exception")
              ? "the cluster has no memory left for this (%s); give it more heap or ask for less at"
                      .formatted(cut(reason))
                  + " a time"
              : "the cluster is overloaded (429 %s); write more slowly or add nodes"
                  .formatted(brief);
      case 503 -> "the cluster is not ready (503 %s); see its health and its log".formatted(brief);
      default ->
          "the cluster answered %d %s".formatted(status, brief.isEmpty() ? "without more" : brief);
    };
  }

  private static String blocked(String reason) {
    return reason.contains("read-only-allow-delete")
        ? "the index is read-only, since a disk of the cluster is nearly full (%s); make room, and"
                .formatted(cut(reason))
            + " write again once the cluster has lifted the block"
        : "writing is blocked (%s); lift the block".formatted(cut(reason));
  }

  private ClusterException failed(String what, boolean passing, Throwable cause) {
    return new ClusterException(
        settings.name() + ": " + what, ClusterException.NO_ANSWER, "", passing, cause);
  }

  private static @Nullable JsonNode error(byte[] body) {
    try {
      var error = Json.read(body).path("error");
      var cause = error.path("root_cause").path(0);
      return cause.isObject() && error.path("reason").asString("").isEmpty() ? cause : error;
    } catch (JacksonException e) {
      return null;
    }
  }

  private static Throwable root(Throwable e) {
    var cause = e;
    while (cause.getCause() != null
        && !(cause instanceof SSLException)
        && (cause instanceof IOException || cause instanceof ExecutionException)) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static String brief(Throwable e) {
    var message = e.getMessage();
    return cut(message == null ? e.getClass().getSimpleName() : message);
  }

  private static String cut(String text) {
    var line = text.lines().findFirst().orElse("").strip();
    return line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
  }
}
