package dev.anmok.app.api;

import dev.anmok.app.album.AlbumPhotos;
import dev.anmok.app.album.SortedAlbum;
import dev.anmok.app.album.SortedAlbumJob;
import dev.anmok.app.http.Problem;
import dev.anmok.app.http.Reply;
import dev.anmok.app.http.Request;
import dev.anmok.app.http.Route;
import dev.anmok.app.http.Schema;
import dev.anmok.app.job.JobRun;
import dev.anmok.app.json.Tree;
import dev.anmok.app.review.Subject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The workspace as an album to look through: categories, highlights first, duplicates folded. It
/// is put together by a job, since that takes its time, and kept until it is put together again.
final class SortedAlbumRoutes {
  private static final String ALBUMS = "/api/v1/albums";
  private static final int FIRST = 6;
  private static final int MAX_LIMIT = 500;
  private static final int DEFAULT_LIMIT = 60;

  private final Service service;
  private final SortedAlbumJob job;
  private final AtomicReference<@Nullable Made> made = new AtomicReference<>();

  /// An album and what it was made of.
  private record Made(SortedAlbum album, State state, Instant at) {}

  /// What an album depends on: photos, and what people said of categories and copies.
  private record State(long photos, String categories, String copies) {}

  SortedAlbumRoutes(Service service, SortedAlbumJob job) {
    this.service = service;
    this.job = job;
  }

  List<Route> routes() {
    return List.of(
        Route.get(
            ALBUMS,
            "The workspace's photos by category, the best first, duplicates folded, as last put"
                + " together",
            Schema.OBJECT,
            this::overview),
        Route.post(
                ALBUMS,
                "Puts the albums together anew, in the background; while that waits or runs, the answer"
                    + " is that job",
                Route.Accepted.json(List.of()),
                Schema.OBJECT,
                this::begin)
            .answering(202, Reply.JSON),
        Route.get(
                ALBUMS + "/{name}",
                "Photos of a category, highlights first",
                Schema.OBJECT,
                this::page)
            .query("offset", Schema.COUNT, "how many to pass over (default: 0)")
            .query("limit", Schema.integer(1, MAX_LIMIT), "how many to list (default: 60)"));
  }

  private Reply overview(Request request) throws IOException {
    var present = made.get();
    var json = Tree.of("made", present != null);
    if (present != null) {
      var album = present.album();
      json.and("at", present.at().toString())
          .and("stale", !present.state().equals(state()))
          .and("photos", album.photos())
          .and("folded", album.folded())
          .and(
              "categories",
              album.categories(FIRST).stream().map(SortedAlbumRoutes::category).toList());
    }
    return Reply.json(json.map());
  }

  private static Map<String, Object> category(SortedAlbum.Summary category) {
    return Tree.of("category", category.name())
        .and("labels", category.labels())
        .and("photos", category.photos())
        .and("best", category.best().stream().map(SortedAlbumRoutes::row).toList())
        .map();
  }

  private static Map<String, Object> row(SortedAlbum.Row row) {
    var json = Tree.of("id", row.id());
    row.score().ifPresent(score -> json.and("score", score));
    json.and(
        "copies",
        row.copies().stream()
            .map(copy ->
                Tree.of("id", copy.id())
                    .and("level", copy.level())
                    .and("cosine", Math.round(copy.cosine() * 1e4) / 1e4)
                    .map())
            .toList());
    return json.map();
  }

  private Reply begin(Request request) {
    return JobRoutes.started(service.jobs().addOnce("albums", "the whole workspace", this::make));
  }

  private State state() throws IOException {
    var catalog = service.library().catalog();
    var reviews = catalog.reviews();
    return new State(
        catalog.photosVersion(),
        reviews.version(Subject.CATEGORY.code()),
        reviews.version(Subject.DUPLICATES.code()));
  }

  private Map<String, Object> make(JobRun run) throws IOException {
    var library = service.library();
    var before = state();
    var photos = AlbumPhotos.in(library.catalog(), library.space());
    return new AlbumsWork(
            job::sort, photos, album -> made.set(new Made(album, before, Instant.now())))
        .run(run);
  }

  private Reply page(Request request) {
    var settings = request.settings();
    int offset = Problem.reading(() -> settings.integer("offset", 0, 0, Integer.MAX_VALUE));
    int limit = Problem.reading(() -> settings.integer("limit", DEFAULT_LIMIT, 1, MAX_LIMIT));
    var present = made.get();
    if (present == null) {
      throw Problem.of(409, "the albums were not put together yet: POST " + ALBUMS);
    }
    var name = request.part("name");
    var category =
        present.album().categories(0).stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(
                () -> Problem.notFound("there are no photos in a category '" + name + "'"));
    return Reply.json(
        Tree.of("category", name)
            .and("labels", category.labels())
            .and("total", category.photos())
            .and(
                "photos",
                present.album().page(name, offset, limit).stream()
                    .map(SortedAlbumRoutes::row)
                    .toList())
            .map());
  }
}
