package dev.anmok.opensearch;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// An open connection to a cluster that was looked at: it is OpenSearch of a version that is known,
/// with the k-NN and Nori plugins. Thread-safe.
public final class Cluster implements Closeable {
  private static final String JSON = "application/json";
  private static final String LINES = "application/x-ndjson";

  private final ClusterSettings settings;
  private final OpenSearchTransport transport;
  private final OpenSearchGenericClient client;
  private final Fault fault;

  private Cluster(ClusterSettings settings, OpenSearchTransport transport) {
    this.settings = settings;
    this.transport = transport;
    this.client = new OpenSearchGenericClient(transport);
    this.fault = new Fault(settings);
  }

  /// Connects and looks at the cluster.
  ///
  /// @throws ClusterException if it cannot be reached, refuses the credentials, is of another
  ///   version or lacks a plugin
  public static Cluster open(ClusterSettings settings) throws IOException {
    var cluster = new Cluster(settings, Transport.open(settings));
    try {
      ClusterCheck.of(cluster);
      return cluster;
    } catch (IOException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /// The addresses as messages name them.
  public String name() {
    return settings.name();
  }

  RetryBudget retries() {
    return settings.retries();
  }

  Fault fault() {
    return fault;
  }

  /// Asks without a body, for example `GET`, `/photos/_count`; tries again within the budget.
  ///
  /// @throws ClusterException if the answer is an error
  JsonNode send(String method, String path) throws IOException {
    return repeated(method, path, null, JSON);
  }

  /// Asks with a body; tries again within the budget, so the request must do no harm when it is
  /// carried out twice.
  ///
  /// @throws ClusterException if the answer is an error
  JsonNode send(String method, String path, JsonNode body) throws IOException {
    return repeated(method, path, Json.bytes(body), JSON);
  }

  /// How long a question is asked again.
  RetryBudget asking() {
    return retries().atMost(ClusterSettings.ASKING);
  }

  /// Changes something; tries again as long as the whole budget allows, whatever the tries take.
  ///
  /// @throws ClusterException if the answer is an error
  JsonNode write(String method, String path, @Nullable JsonNode body) throws IOException {
    return retries().repeat(() -> sendOnce(method, path, body));
  }

  /// Asks with lines of JSON, once.
  ///
  /// @throws ClusterException if the answer is an error
  JsonNode sendLines(String path, byte[] lines) throws IOException {
    return once("POST", path, lines, LINES);
  }

  /// Asks once.
  JsonNode sendOnce(String method, String path, @Nullable JsonNode body) throws IOException {
    return once(method, path, body == null ? null : Json.bytes(body), JSON);
  }

  private JsonNode repeated(String method, String path, byte @Nullable [] body, String type)
      throws IOException {
    return asking().ask(() -> once(method, path, body, type));
  }

  private JsonNode once(String method, String path, byte @Nullable [] body, String type)
      throws IOException {
    int query = path.indexOf('?');
    var request =
        Requests.create(
            method,
            query < 0 ? path : path.substring(0, query),
            List.of(),
            query < 0 ? Map.of() : parameters(path.substring(query + 1)),
            body == null ? null : Body.from(body, type));
    int status;
    byte[] answer;
    try (var response = client.execute(request)) {
      status = response.getStatus();
      var content = response.getBody();
      answer = content.isPresent() ? content.get().bodyAsBytes() : new byte[0];
    } catch (IOException e) {
      var answered = answered(e);
      if (answered == null) {
        throw fault.of(e);
      }
      status = answered.status();
      var told = String.valueOf(answered.getMessage()); // a line about the request, then the body
      answer = told.substring(told.indexOf('\n') + 1).getBytes(StandardCharsets.UTF_8);
    }
    if (status >= 300) {
      throw fault.of(status, answer);
    }
    return parsed(status, answer);
  }

  /// The answer behind an error; some answers are errors to the transport.
  private static @Nullable ResponseException answered(@Nullable Throwable e) {
    if (e instanceof ResponseException answer) {
      return answer;
    }
    return e == null ? null : answered(e.getCause());
  }

  private JsonNode parsed(int status, byte[] answer) throws ClusterException {
    if (answer.length == 0) {
      return Json.object();
    }
    try {
      return Json.read(answer);
    } catch (JacksonException e) {
      throw new ClusterException(
          name() + ": expected JSON of OpenSearch, found something else; correct the address",
          status,
          "",
          false,
          e);
    }
  }

  private static Map<String, String> parameters(String query) {
    var parameters = new LinkedHashMap<String, String>();
    for (var pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      parameters.put(
          equals < 0 ? pair : pair.substring(0, equals),
          equals < 0 ? "" : pair.substring(equals + 1));
    }
    return parameters;
  }

  @Override
  public void close() throws IOException {
    transport.close();
  }
}
