package dev.anmok.app.http;

import dev.anmok.app.json.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The OpenAPI 3.1 document of a route table.
public final class OpenApi {
  private static final List<Integer> PROBLEMS = List.of(400, 401, 404, 413, 415, 503);

  private OpenApi() {}

  /// Describes every route.
  public static Map<String, Object> of(RouteTable table, String title, String version) {
    var paths = new LinkedHashMap<String, Map<String, Object>>();
    for (var route : table.routes().stream().filter(route -> !route.page()).toList()) {
      paths
          .computeIfAbsent(route.template(), _ -> new LinkedHashMap<>())
          .put(route.method().name().toLowerCase(Locale.ROOT), operation(route));
    }
    var document = new LinkedHashMap<String, Object>();
    document.put("openapi", "3.1.0");
    document.put("info", Tree.of("title", title).and("version", version).map());
    document.put("paths", paths);
    document.put("components", components());
    return document;
  }

  private static Map<String, Object> components() {
    var problem = new LinkedHashMap<String, Schema>();
    problem.put("type", Schema.TEXT);
    problem.put("title", Schema.TEXT);
    problem.put("status", Schema.COUNT);
    problem.put("detail", Schema.TEXT);
    problem.put("instance", Schema.TEXT);
    var token = Tree.of("type", "http").and("scheme", "bearer").map();
    return Tree.of("schemas", Map.of("Problem", Schema.object(problem).json()))
        .and("securitySchemes", Map.of("token", token))
        .map();
  }

  private static Map<String, Object> operation(Route route) {
    var operation = Tree.of("summary", route.summary());
    var parameters = parameters(route);
    if (!parameters.isEmpty()) {
      operation.and("parameters", parameters);
    }
    if (route.body().json() || route.body().form()) {
      operation.and("requestBody", Map.of("content", bodies(route.body())));
    }
    return operation
        .and("responses", responses(route))
        .and("security", security(route.permission()))
        .map();
  }

  /// The token is needed only where the server was started with one.
  private static List<Map<String, Object>> security(Permission permission) {
    return permission == Permission.OPEN
        ? List.of()
        : List.of(Map.of("token", List.of()), Map.of());
  }

  private static List<Map<String, Object>> parameters(Route route) {
    var parameters = new ArrayList<Map<String, Object>>();
    for (var segment : route.template().split("/", -1)) {
      if (segment.startsWith("{")) {
        parameters.add(
            Tree.of("name", segment.substring(1, segment.length() - 1))
                .and("in", "path")
                .and("required", true)
                .and("schema", Schema.TEXT.json())
                .map());
      }
    }
    for (var parameter : route.query()) {
      parameters.add(
          Tree.of("name", parameter.name())
              .and("in", "query")
              .and("description", parameter.description())
              .and("schema", parameter.schema().json())
              .map());
    }
    return parameters;
  }

  private static Map<String, Object> bodies(Route.Accepted body) {
    var content = new LinkedHashMap<String, Object>();
    var fields = new LinkedHashMap<String, Schema>();
    body.fields()
        .forEach(field ->
            fields.put(field.name(), field.schema().with("description", field.description())));
    if (body.json()) {
      content.put(Reply.JSON, Map.of("schema", Schema.object(fields).json()));
    }
    if (body.form()) {
      fields.put(body.files(), Schema.list(Schema.FILE));
      content.put("multipart/form-data", Map.of("schema", Schema.object(fields).json()));
    }
    return content;
  }

  private static Map<String, Object> responses(Route route) {
    var responses = new LinkedHashMap<String, Object>();
    var answer = route.answer();
    responses.put(
        Integer.toString(answer.status()),
        response("as asked", answer.type(), answer.schema().json()));
    var problem = Map.<String, Object>of("$ref", "#/components/schemas/Problem");
    for (int status : PROBLEMS) {
      responses.put(
          Integer.toString(status), response(Problem.title(status), Problem.MEDIA_TYPE, problem));
    }
    return responses;
  }

  private static Map<String, Object> response(
      String description, String type, Map<String, Object> schema) {
    return Tree.of("description", description)
        .and("content", Map.of(type, Map.of("schema", schema)))
        .map();
  }
}
