package dev.anmok.app.api;

import dev.anmok.app.album.Parameters;
import dev.anmok.app.feedback.Who;
import dev.anmok.app.http.Parameter;
import dev.anmok.app.http.Problem;
import dev.anmok.app.http.Reply;
import dev.anmok.app.http.Request;
import dev.anmok.app.http.Route;
import dev.anmok.app.http.Schema;
import dev.anmok.app.http.Upload;
import dev.anmok.app.query.QueryPhoto;
import dev.anmok.app.query.RefusedQueryException;
import dev.anmok.app.query.UnreadablePhotoException;
import dev.anmok.app.query.Wanted;
import dev.anmok.core.embed.Embedding;
import dev.anmok.core.image.Box;
import dev.anmok.core.search.VectorQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Search by words, by a photo, or by both.
record SearchRoutes(Service service) {
  private static final String SEARCH = "/api/v1/search";
  private static final int MAX_TEXT = 2_000;
  static final int DEFAULT_K = 10;

  private static final List<Parameter> SETTINGS =
      List.of(
          Fields.text("less", "what the answer should show less of"),
          Fields.text("photo", "id of a photo of the workspace to look like"),
          Fields.text(
              "box",
              "x,y,w,h: the part of an uploaded photo to look for, in pixels or, with decimal"
                  + " points, in shares of its sides; several photos: parted by ;"),
          new Parameter(
              "category",
              Schema.choice("auto", "off"),
              "whether the category of an uploaded photo counts: a sure one is searched within, a"
                  + " likely one favoured (default: auto)"),
          new Parameter("k", Schema.integer(1, VectorQuery.MAX_K), "number of hits (default: 10)"),
          new Parameter(
              "offset", Schema.COUNT, "hits to pass over, for the next page (default: 0)"),
          new Parameter(
              "mode",
              Schema.choice("vector", "words", "hybrid"),
              "by what photos show, by what their texts say, or both (default: the profile's)"),
          Fields.FILTER,
          Fields.text(
              "weights", "how much each counts (default: vector=0.25,words=1,less=0.5,photo=1)"),
          new Parameter(
              "fusion",
              Schema.choice("weighted", "rrf"),
              "how both become one ranking (default: weighted)"),
          new Parameter("by", Schema.choice("item", "photo"), "what to list (default: item)"),
          Fields.text("person", "who searches: ranked by their taste where the profile says so"),
          Fields.text("shop", "where: its visitors' taste counts where the person has none yet"),
          Fields.flag("all", "look at every photo, not only at those that curation chose"),
          Fields.DETAILS);

  List<Route> routes() {
    var hits = Schema.list(Schema.OBJECT);
    return List.of(
        Route.get(SEARCH, "Finds items or photos by Korean or English words", hits, this::search)
            .query("q", Schema.TEXT, "what to look for")
            .query(SETTINGS)
            .query(PhotoNames.SETTING),
        Route.post(
                SEARCH,
                "Finds items or photos by words, by an uploaded photo, or by both",
                Route.Accepted.either(fields(), "image"),
                hits,
                this::search)
            .query(PhotoNames.SETTING)
            .asking());
  }

  private static List<Parameter> fields() {
    var fields = new ArrayList<Parameter>();
    fields.add(Fields.text("text", "what to look for"));
    fields.addAll(SETTINGS);
    return fields;
  }

  private Reply search(Request request) throws IOException {
    var settings = request.settings();
    boolean all = flag(settings, "all");
    var names = PhotoNames.of(request);
    boolean details = flag(settings, "details");
    var profile = service.library().session().profile();
    var who =
        Problem.reading(
            () -> new Who(settings.find("person").orElse(""), settings.find("shop").orElse("")));
    var wish = new WishSettings(settings, profile).wish(wanted(request, settings));
    try {
      var photo = settings.find("photo").orElse("");
      boolean narrow = narrow(settings);
      return service
          .gate()
          .call(() -> new SearchTask(service, wish, all, details, narrow, names, photo, who).run());
    } catch (RefusedQueryException e) {
      throw Problem.of(422, String.valueOf(e.getMessage()));
    } catch (UnreadablePhotoException e) {
      throw Problem.of(422, "the photo cannot be used: " + e.detail())
          .with("reason", e.reason().code());
    }
  }

  private static boolean narrow(Parameters settings) {
    return switch (settings.find("category").orElse("auto")) {
      case "auto" -> true;
      case "off" -> false;
      case String other -> throw Problem.badRequest("category must be auto or off, was " + other);
    };
  }

  static int k(Parameters settings) {
    return Problem.reading(() -> settings.integer("k", DEFAULT_K, 1, VectorQuery.MAX_K));
  }

  static boolean flag(Parameters settings, String name) {
    return Problem.reading(() -> settings.flag(name, false));
  }

  private Wanted wanted(Request request, Parameters settings) throws IOException {
    var words = text(settings, "q");
    words.addAll(text(settings, "text"));
    var less = text(settings, "less");
    var files = photos(request.files(), settings.find("box").orElse(""));
    var photos = new ArrayList<Embedding>();
    var id = settings.find("photo");
    if (id.isPresent()) {
      photos.add(Photos.places(service.library(), id.get()).getFirst().embedding());
    }
    return Problem.reading(() -> new Wanted(words, less, files, photos));
  }

  private static List<QueryPhoto> photos(List<Upload> files, String boxes) {
    var each = boxes.isBlank() ? List.<String>of() : List.of(boxes.split(";", -1));
    if (!each.isEmpty() && each.size() != files.size()) {
      throw Problem.badRequest(
          "box needs one box for each photo, parted by ';', - for all of a photo; there are %d for %d"
              .formatted(each.size(), files.size()));
    }
    var photos = new ArrayList<QueryPhoto>();
    for (int i = 0; i < files.size(); i++) {
      photos.add(
          new QueryPhoto.InFile(files.get(i).file(), each.isEmpty() ? null : box(each.get(i))));
    }
    return photos;
  }

  private static @Nullable Box box(String text) {
    return text.strip().equals("-") ? null : Problem.reading(() -> Box.parse(text));
  }

  private static List<String> text(Parameters settings, String name) {
    var text = settings.find(name).orElse("").strip();
    if (text.length() > MAX_TEXT) {
      throw Problem.badRequest(
          name + " may have at most " + MAX_TEXT + " characters, had " + text.length());
    }
    return new ArrayList<>(text.isEmpty() ? List.of() : List.of(text));
  }
}
