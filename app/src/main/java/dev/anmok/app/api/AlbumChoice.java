package dev.anmok.app.api;

import dev.anmok.app.album.AlbumPhotos;
import dev.anmok.app.album.Appraised;
import dev.anmok.app.album.Appraiser;
import dev.anmok.app.fetch.Fetched;
import dev.anmok.app.fetch.UrlFetcher;
import dev.anmok.app.http.Body;
import dev.anmok.app.http.Method;
import dev.anmok.app.http.Parameter;
import dev.anmok.app.http.Problem;
import dev.anmok.app.http.Request;
import dev.anmok.app.http.Schema;
import dev.anmok.app.json.Tree;
import dev.anmok.core.curate.AlbumPhoto;
import dev.anmok.core.quality.BlurNet;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Which photos a question is about: uploaded ones, photos of the workspace by id or item, photos
/// at URLs, or the whole workspace.
///
/// @param service where photos are looked up, decoded and encoded
/// @param fetching how many requests may fetch photos from URLs at a time; each holds the bytes of
///   one photo
record AlbumChoice(Service service, Semaphore fetching) {
  private static final Duration LONGEST_FETCHING = Duration.ofSeconds(60);

  static final String PART = "photo";
  private static final int MAX_IDS = 10_000;
  private static final int MAX_URLS = 100;

  static final List<Parameter> FIELDS =
      List.of(
          new Parameter("photos", Schema.list(Schema.TEXT), "ids of photos of the workspace"),
          new Parameter("urls", Schema.list(Schema.TEXT), "URLs, fetched where allowed"),
          Fields.text("item", "id of an item: all its photos"));

  /// What was chosen.
  ///
  /// @param photos those that can be looked at
  /// @param rejected the others: name, reason, detail
  /// @param sent how many were sent or named; 0 for the whole workspace
  record Chosen(AlbumPhotos photos, List<Map<String, Object>> rejected, int sent) {
    boolean allRejected() {
      return sent > 0 && rejected.size() == sent;
    }

    String firstRejection() {
      var first = rejected.getFirst();
      var detail = String.valueOf(first.get("detail"));
      var image = String.valueOf(first.get("image"));
      return detail.startsWith(image) ? detail : image + ": " + detail; // a URL's says its name
    }
  }

  /// The photos of a request.
  ///
  /// @param needsNet whether those that are sent are looked at by the network for blur
  Chosen of(Request request, boolean needsNet) throws IOException {
    var netOrNull = needsNet ? service.openNet().net() : null;
    var names = PhotoNames.of(request);
    return switch (request.body()) {
      case Body.None() -> whole(request, names);
      case Body.Form form -> uploaded(form, netOrNull);
      case Body.Fields(var _) -> named(request, names, netOrNull);
    };
  }

  private Chosen whole(Request request, PhotoNames names) {
    if (request.route().method() != Method.GET) {
      throw Problem.badRequest(
          "send photos as parts named 'photo' of a form, or name some in JSON; GET asks about the"
              + " whole workspace");
    }
    var library = service.library();
    var all = AlbumPhotos.in(library.catalog(), library.space());
    return new Chosen(() -> all.stream().map(photo -> called(photo, names)), List.of(), 0);
  }

  private Chosen named(Request request, PhotoNames names, @Nullable BlurNet netOrNull)
      throws IOException {
    var kinds = FIELDS.stream().map(Parameter::name).filter(request::has).toList();
    if (kinds.size() != 1) {
      throw Problem.badRequest("name photos by exactly one of photos, urls and item");
    }
    return switch (kinds.getFirst()) {
      case "photos" -> byId(request.texts("photos", MAX_IDS), names);
      case "item" -> byItem(request.settings().find("item").orElse(""), names);
      default -> fetched(request.texts("urls", MAX_URLS), netOrNull);
    };
  }

  private Chosen byId(List<String> ids, PhotoNames names) throws IOException {
    return service
        .gate()
        .call(() -> {
          var photos = new ArrayList<AlbumPhoto>();
          for (var id : ids) {
            photos.add(
                called(AlbumPhotos.of(Photos.places(service.library(), id).getFirst()), names));
          }
          return new Chosen(AlbumPhotos.of(photos), List.of(), photos.size());
        });
  }

  private Chosen byItem(String id, PhotoNames names) throws IOException {
    var photos =
        Photos.item(service.library(), id).photos().stream()
            .map(photo -> called(AlbumPhotos.of(photo), names))
            .toList();
    return new Chosen(AlbumPhotos.of(photos), List.of(), photos.size());
  }

  private static AlbumPhoto called(AlbumPhoto photo, PhotoNames names) {
    return new AlbumPhoto(
        names.name(photo.uri(), photo.sha256()),
        photo.sha256(),
        photo.bytes(),
        photo.facts(),
        photo.measures(),
        photo.detailOrNull(),
        photo.embedding());
  }

  private Chosen uploaded(Body.Form form, @Nullable BlurNet netOrNull) throws IOException {
    if (form.files().isEmpty()) {
      throw Problem.badRequest("the form has no part named 'photo'");
    }
    var looking = new Looking(netOrNull);
    for (var file : form.files()) {
      looking.at(file.name(), () -> Files.readAllBytes(file.file()));
    }
    return looking.chosen();
  }

  private Chosen fetched(List<String> urls, @Nullable BlurNet netOrNull) throws IOException {
    var fetcher = service.outside().fetcherOrNull();
    if (fetcher == null) {
      throw Problem.of(403, "this server fetches no URLs; it was started without --allow-urls");
    }
    if (!fetching.tryAcquire()) {
      throw Problem.busy("too many requests with URLs are under way: try again", 5);
    }
    try {
      return fetched(fetcher, urls, netOrNull);
    } finally {
      fetching.release();
    }
  }

  private Chosen fetched(UrlFetcher fetcher, List<String> urls, @Nullable BlurNet netOrNull)
      throws IOException {
    var looking = new Looking(netOrNull);
    long end = System.nanoTime() + LONGEST_FETCHING.toNanos();
    for (var url : urls) {
      if (System.nanoTime() - end > 0) {
        looking.reject(url, "timed_out", "the URLs before it took too long: send fewer at a time");
        continue;
      }
      switch (fetcher.fetch(url)) {
        case Fetched.Bytes(var bytes, var _, var _) -> looking.at(url, () -> bytes);
        case Fetched.Refused(var fault, var detail) -> looking.reject(url, fault.code(), detail);
      }
    }
    return looking.chosen();
  }

  /// Gives the bytes of a photo.
  private interface Bytes {
    byte[] read() throws IOException;
  }

  /// Decodes, measures and encodes photos one by one, each when it is its turn.
  private final class Looking {
    private final Appraiser appraiser;
    private final List<AlbumPhoto> ready = new ArrayList<>();
    private final List<Map<String, Object>> rejected = new ArrayList<>();

    Looking(@Nullable BlurNet netOrNull) {
      var library = service.library();
      this.appraiser = new Appraiser(library.decoder(), library.images(), netOrNull);
    }

    void at(String name, Bytes bytes) throws IOException {
      boolean first = ready.isEmpty() && rejected.isEmpty();
      var gate = service.gate();
      var appraised =
          first
              ? gate.call(() -> appraiser.appraise(name, bytes.read()))
              : gate.again(() -> appraiser.appraise(name, bytes.read()));
      switch (appraised) {
        case Appraised.Ready(var photo) -> ready.add(photo);
        case Appraised.Rejected(var uri, var reason, var detail) ->
            reject(uri, reason.code(), detail);
      }
    }

    void reject(String name, String reason, String detail) {
      rejected.add(Tree.of("image", name).and("reason", reason).and("detail", detail).map());
    }

    Chosen chosen() {
      return new Chosen(AlbumPhotos.of(ready), rejected, ready.size() + rejected.size());
    }
  }
}
