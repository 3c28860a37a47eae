package dev.anmok.app.api;

import dev.anmok.app.http.Access;
import dev.anmok.app.http.Problem;
import dev.anmok.app.http.Reply;
import dev.anmok.app.http.Request;
import dev.anmok.app.http.Route;
import dev.anmok.app.http.Schema;
import dev.anmok.app.http.SessionCookie;
import dev.anmok.app.json.Tree;
import java.util.List;
import java.util.Map;

/// Signing in with a browser: pictures and events of a page cannot bear a token, a cookie can.
///
/// @param access who may call the other routes
record SessionRoutes(Access access) {
  private static final String SESSION = "/api/v1/session";

  List<Route> routes() {
    return List.of(
        Route.get(
                SESSION,
                "Whether this server needs a token, and whether this caller may come in",
                Schema.object(Map.of("token_needed", Schema.FLAG, "signed_in", Schema.FLAG)),
                request -> Reply.json(state(request.head().admitted())))
            .open(),
        Route.post(
                SESSION,
                "Gives a browser that knows the token a cookie that is good for "
                    + SessionCookie.LIFE.toHours()
                    + " hours",
                Route.Accepted.json(List.of(Fields.text("token", "the server's token"))),
                Schema.OBJECT,
                this::begin)
            .open(),
        Route.delete(SESSION, "Takes the cookie away", Schema.OBJECT, this::end).open());
  }

  private Map<String, Object> state(boolean admitted) {
    return Tree.of("token_needed", access.cookie().isPresent()).and("signed_in", admitted).map();
  }

  private Reply begin(Request request) {
    var cookie = access.cookie();
    if (cookie.isEmpty()) {
      return Reply.json(state(true)); // nobody needs one
    }
    var token =
        request
            .settings()
            .find("token")
            .orElseThrow(() -> Problem.badRequest("field 'token' is missing"));
    if (!access.knows(token)) {
      throw Problem.of(403, "this is not the server's token");
    }
    return Reply.json(state(true))
        .header("Set-Cookie", cookie.get().issued(request.head().secure()));
  }

  private Reply end(Request request) {
    var reply = Reply.json(state(access.cookie().isEmpty()));
    access.cookie().ifPresent(cookie -> reply.header("Set-Cookie", cookie.ended()));
    return reply;
  }
}
