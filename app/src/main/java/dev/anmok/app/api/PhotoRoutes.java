package dev.anmok.app.api;

import dev.anmok.app.http.Problem;
import dev.anmok.app.http.Reply;
import dev.anmok.app.http.Request;
import dev.anmok.app.http.Route;
import dev.anmok.app.http.Schema;
import dev.anmok.app.json.Tree;
import dev.anmok.app.thumbnail.ImageSize;
import dev.anmok.core.pipeline.PlacedPhoto;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Photos of the workspace: adding, looking up, pictures.
///
/// @param service what they are looked up in
/// @param uploads where new ones go
record PhotoRoutes(Service service, Uploads uploads) {
  static final String PHOTOS = "/api/v1/photos";

  List<Route> routes() {
    return List.of(
        Route.post(
                PHOTOS,
                "Adds photos: each is stored by its SHA-256, decoded, measured, encoded and indexed",
                Route.Accepted.form(
                    List.of(
                        Fields.text("item", "id of the item that they belong to"),
                        Fields.text("title", "the item's title")),
                    "photo"),
                Schema.list(Schema.OBJECT),
                this::add)
            .query(PhotoNames.SETTING),
        Route.get(
                PHOTOS + "/{id}",
                "A photo by its SHA-256: facts, measures, and every place where it lies",
                Schema.OBJECT,
                this::photo)
            .query(PhotoNames.SETTING),
        Route.get(
                PHOTOS + "/{id}/image",
                "The picture, without its metadata, no larger than asked for",
                Schema.FILE,
                this::image)
            .query(
                "size",
                Schema.TEXT,
                "longer side in pixels, at most 2048, or 'full' (default: full); rounded up to a"
                    + " power of two from 64 on")
            .answering(200, "image/jpeg"),
        Route.get(
                PHOTOS + "/{id}/heatmap",
                "Where the photo is in focus, on at most 512 pixels",
                Schema.FILE,
                this::heatMap)
            .answering(200, "image/jpeg"));
  }

  private Reply add(Request request) throws IOException {
    if (request.files().isEmpty()) {
      throw Problem.badRequest("send one or more photos as parts named 'photo' of a form");
    }
    var settings = request.settings();
    var added =
        uploads.add(
            request.files(), settings.find("item").orElse(""), settings.find("title").orElse(""));
    var names = PhotoNames.of(request);
    var json = added.stream().map(photo -> json(photo, names)).toList();
    if (added.stream().noneMatch(Uploads.Added.Stored.class::isInstance)) {
      throw Problem.of(422, "none of the photos could be used").with("photos", json);
    }
    return Reply.json(json);
  }

  private static Map<String, Object> json(Uploads.Added added, PhotoNames names) {
    var json = new LinkedHashMap<String, Object>();
    switch (added) {
      case Uploads.Added.Stored(var name, var sha256, var uri, boolean isNew) -> {
        json.put("name", name);
        json.put("id", sha256);
        json.put("image", names.name(uri, sha256));
        json.put("new", isNew);
      }
      case Uploads.Added.Rejected(var name, var reason, var detail) -> {
        json.put("name", name);
        json.put("reason", reason.code());
        json.put("detail", detail);
      }
    }
    return json;
  }

  private Reply photo(Request request) throws IOException {
    var names = PhotoNames.of(request);
    var places = places(request.part("id"));
    var photo = places.getFirst().photo();
    var json = new LinkedHashMap<String, Object>();
    json.put("id", photo.sha256());
    json.put("bytes", photo.bytes());
    json.put("format", photo.facts().format());
    json.put("width", photo.facts().width());
    json.put("height", photo.facts().height());
    photo.facts().taken().ifPresent(taken -> json.put("taken", taken.toString()));
    var measures = new LinkedHashMap<String, Object>();
    measures.put("perceptual_hash", Long.toHexString(photo.measures().perceptualHash()));
    measures.put("luma_mean", photo.measures().lumaMean());
    measures.put("luma_std", photo.measures().lumaStd());
    measures.put("laplacian_std", photo.measures().laplacianStd());
    photo.detail().ifPresent(detail -> measures.putAll(detail.named()));
    json.put("measures", measures);
    json.put("picture", names.url(photo.sha256()));
    json.put("places", places.stream().map(place -> place(place, names)).toList());
    return Reply.json(json);
  }

  private static Map<String, Object> place(PlacedPhoto place, PhotoNames names) {
    return Tree.of("image", names.name(place.uri(), place.photo().sha256()))
        .and("item", place.item())
        .map();
  }

  private Reply image(Request request) throws IOException {
    var settings = request.settings();
    var size = Problem.reading(() -> ImageSize.parse(settings.find("size").orElse("full")));
    var places = places(request.part("id"));
    return service.pictures().reply(places, size, request.head().ifNoneMatch());
  }

  private Reply heatMap(Request request) throws IOException {
    return service.pictures().heatMap(places(request.part("id")), request.head().ifNoneMatch());
  }

  private List<PlacedPhoto> places(String id) throws IOException {
    return Photos.places(service.library(), id);
  }
}
