package dev.anmok.app.http;

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
    for (var route : table.routes()) {
      paths
          .computeIfAbsent(route.template(), _ -> new LinkedHashMap<>())
          .put(route.method().name().toLowerCase(Locale.ROOT), operation(route));
    }
    var document = new LinkedHashMap<String, Object>();
    document.put("openapi", "3.1.0");
    document.put("info", Map.of("title", title, "version", version));
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
    return Map.of(
        "schemas", Map.of("Problem", Schema.object(problem).json()),
        "securitySchemes", Map.of("token", Map.of("type", "http", "scheme", "bearer")));
  }

  private static Map<String, Object> operation(Route route) {
    var operation = new LinkedHashMap<String, Object>();
    operation.put("summary", route.summary());
    var parameters = parameters(route);
    if (!parameters.isEmpty()) {
      operation.put("parameters", parameters);
    }
    if (route.body().json() || route.body().form()) {
      operation.put("requestBody", Map.of("content", bodies(route.body())));
    }
    operation.put("responses", responses(route));
    operation.put(
        "security",
        route.permission() == Permission.OPEN
            ? List.of()
            : List.of(Map.of("token", List.of()), Map.of()));
    return operation;
  }

  private static List<Map<String, Object>> parameters(Route route) {
    var parameters = new ArrayList<Map<String, Object>>();
    for (var segment : route.template().split("/", -1)) {
      if (segment.startsWith("{")) {
        var name = segment.substring(1, segment.length() - 1);
        parameters.add(
            Map.of("name", name, "in", "path", "required", true, "schema", Schema.TEXT.json()));
      }
    }
    for (var parameter : route.query()) {
      parameters.add(
          Map.of(
              "name",
              parameter.name(),
              "in",
              "query",
              "description",
              parameter.description(),
              "schema",
              parameter.schema().json()));
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
        Map.of(
            "description",
            "as asked",
            "content",
            Map.of(answer.type(), Map.of("schema", answer.schema().json()))));
    var problem = Map.of("schema", Map.of("$ref", "#/components/schemas/Problem"));
    for (int status : PROBLEMS) {
      responses.put(
          Integer.toString(status),
          Map.of(
              "description",
              Problem.title(status),
              "content",
              Map.of(Problem.MEDIA_TYPE, problem)));
    }
    return responses;
  }
}
