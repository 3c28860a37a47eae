package dev.anmok.app.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The way of every request: where it comes from, which route, who asks, what it brings, the
/// answer. Whatever goes wrong becomes a problem document.
final class Dispatcher {
  private final LiveRoutes routes;
  private final Access access;
  private final BodyReader bodies;
  private final Consumer<String> log;

  /// @param log hears one line for each failure that is not a client's
  Dispatcher(LiveRoutes routes, Access access, BodyReader bodies, Consumer<String> log) {
    this.routes = routes;
    this.access = access;
    this.bodies = bodies;
    this.log = log;
  }

  /// A request as it came from the wire.
  ///
  /// @param method its method, as sent
  /// @param path undecoded
  /// @param query undecoded, without the question mark
  /// @param caller who asks
  /// @param ifNoneMatch the header of that name, empty if there is none
  /// @param encodings the header `Accept-Encoding`, empty if there is none
  /// @param accepts the header `Accept`, empty if there is none
  /// @param body what comes with it; its length is -1 if that is not stated
  record Incoming(
      String method,
      String path,
      String query,
      Access.Caller caller,
      String ifNoneMatch,
      String encodings,
      String accepts,
      BodyReader.Incoming body) {}

  /// Gives an answer to the wire.
  interface Answering {
    void send(Reply reply) throws IOException;
  }

  /// Answers a request.
  ///
  /// @return the template of its route, empty if it met none
  Optional<String> dispatch(Incoming in, Answering answering) throws IOException {
    try (var held = routes.hold()) {
      return dispatch(in, held.table(), answering);
    }
  }

  private Optional<String> dispatch(Incoming in, RouteTable table, Answering answering)
      throws IOException {
    var id = UUID.randomUUID().toString();
    Optional<String> template = Optional.empty();
    Reply reply;
    try {
      access.requireHost(in.caller());
      var found = find(table, in);
      template = Optional.of(found.route().template());
      access.require(found.route().permission(), in.caller());
      requireLength(in.body());
      var query = query(found.route(), in.query());
      try (var body = bodies.read(found.route().body(), in.body())) {
        var gzip = in.encodings().contains("gzip");
        var head =
            new Request.Head(
                id,
                "http://" + in.caller().host(),
                in.ifNoneMatch(),
                gzip,
                access.admits(in.caller()),
                in.caller().origin().startsWith("https://"));
        reply = handle(found, in, new Question(query, body, head));
      }
    } catch (Problem problem) {
      reply = ProblemPage.suits(in) ? Reply.page(problem) : Reply.problem(problem, id);
    } catch (IOException | UncheckedIOException e) {
      reply = failed(in, id, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      reply = failed(in, id, e.toString());
      trace(e);
    }
    answering.send(reply);
    return template;
  }

  /// What a request says besides its route.
  private record Question(Map<String, String> query, Body body, Request.Head head) {}

  /// Lets the handler answer. One that writes does so by the routes that are the server's then,
  /// which may have changed while its body came in.
  private Reply handle(RouteTable.Match.Found found, Incoming in, Question question)
      throws IOException {
    if (found.route().permission() != Permission.WRITE) {
      return handle(found, question);
    }
    try (var held = routes.holdForWriting()) {
      return handle(find(held.table(), in), question);
    }
  }

  private static Reply handle(RouteTable.Match.Found found, Question question) throws IOException {
    var request =
        new Request(
            found.route(), found.path(), question.query(), question.body(), question.head());
    return found.route().handler().handle(request);
  }

  private static RouteTable.Match.Found find(RouteTable table, Incoming in) {
    return switch (table.find(in.method(), in.path())) {
      case RouteTable.Match.Found found -> found;
      case RouteTable.Match.OtherMethod(var allowed) -> {
        var names = allowed.stream().map(Enum::name).collect(Collectors.joining(", "));
        throw Problem.of(405, in.method() + " is not possible here, only " + names)
            .header("Allow", names);
      }
      case RouteTable.Match.Nowhere() ->
          throw Problem.notFound(
              "there is nothing at this path; /openapi.json lists what there is");
    };
  }

  /// A body in chunks would have to be buffered chunk by chunk, however large they are.
  private static void requireLength(BodyReader.Incoming body) {
    if (body.length() < 0) {
      throw Problem.of(411, "send the body with a Content-Length, not in chunks");
    }
  }

  private static Map<String, String> query(Route route, String raw) {
    if (route.page()) {
      return Map.of(); // the page reads its address itself
    }
    var query = Percent.query(raw);
    for (var name : query.keySet()) {
      if (route.query().stream().noneMatch(known -> known.name().equals(name))) {
        var names = route.query().stream().map(Parameter::name).toList();
        throw Problem.badRequest(
            "unknown parameter '"
                + name
                + "'; known here: "
                + (names.isEmpty() ? "none" : String.join(", ", names)));
      }
    }
    return query;
  }

  /// What we cannot do although the client asked well; details stay in the log.
  private Reply failed(Incoming in, String id, String why) {
    log.accept(in.method() + " " + in.path() + " failed (" + id + "): " + why);
    return Reply.problem(
        Problem.of(500, "the server failed; its log has the reason under this instance"), id);
  }

  private void trace(RuntimeException e) {
    if (Boolean.getBoolean("anmok.trace")) {
      for (var frame : e.getStackTrace()) {
        log.accept("  at " + frame);
      }
    }
  }
}
