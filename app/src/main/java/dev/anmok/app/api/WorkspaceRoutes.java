package dev.anmok.app.api;

import dev.anmok.app.http.Parameter;
import dev.anmok.app.http.Problem;
import dev.anmok.app.http.Reply;
import dev.anmok.app.http.Request;
import dev.anmok.app.http.Route;
import dev.anmok.app.http.Schema;
import dev.anmok.app.http.ServerLimits;
import dev.anmok.app.json.Tree;
import dev.anmok.app.profile.Profile;
import dev.anmok.app.profile.SearchChoice.SearchField;
import dev.anmok.core.pipeline.Counts;
import dev.anmok.core.pipeline.RejectedPhoto;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a client must know of the workspace to ask it anything: its profile, how much it holds,
/// where photos may come from, and which were rejected.
///
/// @param service the workspace
/// @param folders where photos may be ingested from
record WorkspaceRoutes(Service service, AllowedFolders folders) {
  private static final int MAX_LIMIT = 1_000;
  private static final int DEFAULT_LIMIT = 100;

  List<Route> routes() {
    return List.of(
        Route.get(
            "/api/v1/workspace",
            "The workspace's profile, model and counts, and what this server allows",
            Schema.OBJECT,
            this::workspace),
        Route.get(
                "/api/v1/rejections",
                "Photos that could not be used, with their reasons, in order of their URI",
                Schema.OBJECT,
                this::rejections)
            .query("offset", Schema.COUNT, "how many to pass over (default: 0)")
            .query("limit", Schema.integer(1, MAX_LIMIT), "how many to list (default: 100)"),
        Route.get(
                "/api/v1/folders",
                "The folders and manifests within an allowed folder that can be ingested",
                Schema.OBJECT,
                this::folders)
            .query(
                List.of(
                    new Parameter(
                        "path",
                        Schema.TEXT,
                        "absolute path within an allowed folder (default: the allowed folders)"))));
  }

  private Reply workspace(Request request) throws IOException {
    var library = service.library();
    var counts = library.catalog().counts();
    var limits = ServerLimits.DEFAULT.body();
    return Reply.json(
        Tree.of("name", String.valueOf(library.session().workspace().folder().getFileName()))
            .and("profile", profile(library.session().profile()))
            .and("model", library.session().pack().id())
            .and("space", library.space().id())
            .and("counts", counts(counts))
            .and("spaces", counts.embeddings())
            .and("folders", folders.folders().stream().map(Object::toString).toList())
            .and("urls", folders.urls())
            .and(
                "upload",
                Tree.of("file_bytes", limits.fileBytes())
                    .and("request_bytes", limits.requestBytes())
                    .and("files", limits.files())
                    .map())
            .map());
  }

  private static Map<String, Object> profile(Profile profile) {
    var rule = profile.rule();
    return Tree.of("name", profile.name())
        .and("description", profile.description())
        .and(
            "lens",
            Tree.of("name", profile.lens().name())
                .and("pooling", profile.lens().pooling().code())
                .map())
        .and("method", profile.method().code())
        .and("keep", rule.keep())
        .and("require", rule.require())
        .and("as_published", profile.oldPrompts().isPresent())
        .and("categories", profile.category().isPresent())
        .and("fields", profile.search().fields().stream().map(WorkspaceRoutes::field).toList())
        .map();
  }

  private static Map<String, Object> field(SearchField field) {
    return Tree.of("name", field.field().name())
        .and("type", field.field().type().code())
        .and("column", field.column())
        .and("labels", field.labels())
        .map();
  }

  private static Map<String, Object> counts(Counts counts) {
    var rejected = new LinkedHashMap<String, Object>();
    counts.rejected().forEach((reason, photos) -> rejected.put(reason.code(), photos));
    return Tree.of("items", counts.items())
        .and("accepted", counts.accepted())
        .and("photos", counts.photos())
        .and("detailed", counts.detailed())
        .and("rejected", rejected)
        .and("bytes", counts.sizeBytes())
        .map();
  }

  private Reply rejections(Request request) throws IOException {
    var settings = request.settings();
    int offset = Problem.reading(() -> settings.integer("offset", 0, 0, Integer.MAX_VALUE));
    int limit = Problem.reading(() -> settings.integer("limit", DEFAULT_LIMIT, 1, MAX_LIMIT));
    return Reply.json(
        service
            .gate()
            .call(() -> {
              var catalog = service.library().catalog();
              long total = catalog.counts().rejected().values().stream().mapToLong(n -> n).sum();
              try (var all = catalog.rejections()) {
                var page = all.skip(offset).limit(limit).map(WorkspaceRoutes::json).toList();
                return Tree.of("total", total).and("photos", page).map();
              }
            }));
  }

  private static Map<String, Object> json(RejectedPhoto photo) {
    return Tree.of("image", photo.uri())
        .and("item", photo.item())
        .and("reason", photo.reason().code())
        .and("detail", photo.detail())
        .map();
  }

  private Reply folders(Request request) throws IOException {
    var path = request.settings().find("path").orElse("");
    return Reply.json(
        Tree.of("path", path)
            .and("sources", path.isEmpty() ? folders.roots() : folders.within(path))
            .map());
  }
}
