package dev.anmok.app.http;

import dev.anmok.app.album.Parameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A request that was let in, its body received.
///
/// @param route the route it goes by
/// @param path the named parts of its path
/// @param query its query parameters, all of them known to the route
/// @param body what it brought
/// @param head what else it says
public record Request(
    Route route, Map<String, String> path, Map<String, String> query, Body body, Head head) {

  /// What a request says beside path and body.
  ///
  /// @param id names it in problems
  /// @param base how the client reached the server: `http://host:port`
  /// @param ifNoneMatch tags of the copies that the client has, empty if none
  /// @param gzip whether the client understands compressed answers
  /// @param admitted whether the client may call routes that are not open
  /// @param secure whether it is sent by a page that came by `https`, through a proxy
  public record Head(
      String id, String base, String ifNoneMatch, boolean gzip, boolean admitted, boolean secure) {}

  public Request {
    path = Map.copyOf(path);
    query = Map.copyOf(query);
  }

  /// A named part of the path.
  public String part(String name) {
    var value = path.get(name);
    if (value == null) {
      throw new IllegalStateException(route.template() + " has no {" + name + "}");
    }
    return value;
  }

  /// Settings: query parameters, and fields of the body that are no lists.
  public Parameters settings() {
    return this::setting;
  }

  private Optional<String> setting(String name) {
    var sent = query.get(name);
    return sent != null
        ? Optional.of(sent)
        : switch (body) {
          case Body.None() -> Optional.empty();
          case Body.Fields(var values) ->
              Optional.ofNullable(values.get(name)).map(value -> scalar(name, value));
          case Body.Form(var _, var fields) -> Optional.ofNullable(fields.get(name));
        };
  }

  private static String scalar(String name, Object value) {
    return switch (value) {
      case String text -> text;
      case Number number -> number.toString();
      case Boolean flag -> flag.toString();
      default -> throw Problem.badRequest("field '" + name + "' must be a single value");
    };
  }

  /// A list of texts in the JSON body, empty if it is not there.
  ///
  /// @param most how many there may be
  public List<String> texts(String name, int most) {
    if (!(body instanceof Body.Fields(var values)) || values.get(name) == null) {
      return List.of();
    }
    if (!(values.get(name) instanceof List<?> list)) {
      throw Problem.badRequest("field '" + name + "' must be a list of texts");
    }
    if (list.size() > most) {
      throw Problem.badRequest(
          "field '" + name + "' may have at most " + most + " elements, had " + list.size());
    }
    return list.stream()
        .map(element -> {
          if (element instanceof String text) {
            return text;
          }
          throw Problem.badRequest("field '" + name + "' must be a list of texts");
        })
        .toList();
  }

  /// Whether the JSON body has a field.
  public boolean has(String name) {
    return body instanceof Body.Fields(var values) && values.containsKey(name);
  }

  /// The files of a form, none for other bodies.
  public List<Upload> files() {
    return body instanceof Body.Form(var files, var _) ? files : List.of();
  }
}
