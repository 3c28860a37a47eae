package dev.anmok.app.http;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All routes of a server.
///
/// @param routes in the order of the document
public record RouteTable(List<Route> routes) {
  public RouteTable {
    routes = List.copyOf(routes);
  }

  /// What a path and a method lead to.
  public sealed interface Match {
    /// A route, with the decoded parts of the path by name.
    record Found(Route route, Map<String, String> path) implements Match {}

    /// The path is there for other methods only.
    record OtherMethod(Set<Method> allowed) implements Match {}

    record Nowhere() implements Match {}
  }

  /// Looks a route up.
  ///
  /// @param methodName as it was sent; HEAD counts as GET
  /// @param rawPath undecoded, beginning with a slash
  /// @throws Problem if the path is not valid UTF-8
  public Match find(String methodName, String rawPath) {
    var segments = segments(rawPath);
    var sought = methodName.equals("HEAD") ? "GET" : methodName;
    var allowed = EnumSet.noneOf(Method.class);
    for (var route : routes) {
      var values = match(segments(route.template()), segments);
      if (values.isPresent()) {
        if (route.method().name().equals(sought)) {
          return new Match.Found(route, values.get());
        }
        allowed.add(route.method());
      }
    }
    return allowed.isEmpty() ? new Match.Nowhere() : new Match.OtherMethod(allowed);
  }

  private static Optional<Map<String, String>> match(List<String> template, List<String> path) {
    if (template.size() != path.size()) {
      return Optional.empty();
    }
    var values = new HashMap<String, String>();
    for (int i = 0; i < path.size(); i++) {
      var wanted = template.get(i);
      if (wanted.startsWith("{")) {
        values.put(wanted.substring(1, wanted.length() - 1), path.get(i));
      } else if (!wanted.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  private static List<String> segments(String path) {
    var segments = new ArrayList<String>();
    for (var segment : path.substring(1).split("/", -1)) {
      segments.add(segment.startsWith("{") ? segment : Percent.decode(segment, "the path"));
    }
    return segments;
  }
}
