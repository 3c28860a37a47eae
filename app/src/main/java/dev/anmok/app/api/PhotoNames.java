package dev.anmok.app.api;

import dev.anmok.app.http.Parameter;
import dev.anmok.app.http.Problem;
import dev.anmok.app.http.Request;
import dev.anmok.app.http.Schema;
import java.util.List;

/// How an answer calls photos of the workspace: by the URI that they were ingested from, or by the
/// URL of their picture here.
///
/// @param urls whether by URL
/// @param base how the client reached the server: `http://host:port`
record PhotoNames(boolean urls, String base) {
  /// The setting, for the route table.
  static final List<Parameter> SETTING =
      List.of(
          new Parameter(
              "names",
              Schema.choice("uri", "url"),
              "how photos of the workspace are called: by the URI that they were ingested from, or"
                  + " by the URL of their picture here (default: uri)"));

  static PhotoNames of(Request request) {
    var names = request.settings().find("names").orElse("uri");
    return switch (names) {
      case "uri" -> new PhotoNames(false, request.head().base());
      case "url" -> new PhotoNames(true, request.head().base());
      default -> throw Problem.badRequest("names must be uri or url, was " + names);
    };
  }

  String name(String uri, String sha256) {
    return urls ? url(sha256) : uri;
  }

  /// Where the picture of a photo is served.
  String url(String sha256) {
    return base + PhotoRoutes.PHOTOS + "/" + sha256 + "/image";
  }
}
