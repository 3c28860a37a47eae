package dev.anmok.app.ui;

import dev.anmok.app.http.Problem;
import dev.anmok.app.http.Reply;
import dev.anmok.app.http.Request;
import dev.anmok.app.http.Route;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The pages: one document at every page's address, and the files that it loads. They hold nothing
/// of the workspace, so they are for everybody; what they show comes from the API.
///
/// @param files what is served
public record UiRoutes(UiFiles files) {
  /// What a page may do: load from this server, show pictures of its own making, and nothing else.
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
          + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'";

  private static final List<String> PAGES =
      List.of("/", "/curate", "/review", "/threshold", "/albums", "/jobs", "/health");

  /// Reads the files of the pages.
  ///
  /// @throws IOException if they are missing from the program
  public static UiRoutes load() throws IOException {
    return new UiRoutes(UiFiles.load());
  }

  /// The routes.
  public List<Route> routes() {
    var routes = new ArrayList<Route>();
    Stream.concat(PAGES.stream(), Stream.of("/curate/{item}"))
        .forEach(page -> routes.add(Route.page(page, this::page)));
    routes.add(Route.page("/ui/{version}/{file}", request -> file(request, "")));
    routes.add(
        Route.page(
            "/ui/{version}/{folder}/{file}",
            request -> file(request, request.part("folder") + "/")));
    return routes;
  }

  private Reply page(Request request) {
    return reply(request, files.home())
        .header("Content-Security-Policy", POLICY)
        .header("Cache-Control", "no-cache");
  }

  private Reply file(Request request, String folder) {
    var name = folder + request.part("file");
    if (!request.part("version").equals(files.version())) {
      throw Problem.notFound("another version of the pages is served now: load the page again");
    }
    var file =
        files
            .find(name)
            .orElseThrow(() -> Problem.notFound("the pages have no file '" + name + "'"));
    return reply(request, file).header("Cache-Control", "public, max-age=31536000, immutable");
  }

  private static Reply reply(Request request, UiFile file) {
    return request.head().gzip()
        ? Reply.bytes(file.type(), file.gzipped())
            .header("Content-Encoding", "gzip")
            .header("Vary", "Accept-Encoding")
        : Reply.bytes(file.type(), file.bytes()).header("Vary", "Accept-Encoding");
  }
}
