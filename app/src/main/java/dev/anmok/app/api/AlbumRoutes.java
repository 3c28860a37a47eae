package dev.anmok.app.api;

import dev.anmok.app.album.AlbumContext;
import dev.anmok.app.album.Answer;
import dev.anmok.app.http.Parameter;
import dev.anmok.app.http.Problem;
import dev.anmok.app.http.Reply;
import dev.anmok.app.http.Request;
import dev.anmok.app.http.Route;
import dev.anmok.app.http.Schema;
import dev.anmok.app.profile.Profiles;
import dev.anmok.app.workspace.Calibrations;
import dev.anmok.app.workspace.Library;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The album's questions about uploaded photos, photos of the workspace, or photos at URLs.
///
/// @param service where they are asked
/// @param choice which photos a request is about
/// @param questions what can be asked
record AlbumRoutes(Service service, AlbumChoice choice, List<AlbumQuestion> questions) {
  private static final int MAX_LISTED = 20;

  /// Encodes the prompts of the profile's album.
  static AlbumRoutes bind(Service service, AlbumChoice choice) throws IOException {
    var library = service.library();
    return new AlbumRoutes(service, choice, AlbumQuestion.bind(context(library)));
  }

  /// What the questions are bound to.
  static AlbumContext context(Library library) {
    var session = library.session();
    return new AlbumContext(
        session.profile().album().orElseGet(Profiles::shippedAlbum),
        session.pack(),
        library.texts(),
        new Calibrations(library.catalog(), session.pack()),
        session.workspace().folder().resolve("heads"));
  }

  List<Route> routes() {
    var routes = new ArrayList<Route>();
    for (var question : questions) {
      var path = "/api/v1/" + question.name();
      var answer = Schema.list(Schema.OBJECT);
      routes.add(
          Route.get(
                  path,
                  question.summary() + ", for the whole workspace",
                  answer,
                  request -> ask(question, request))
              .query(settings(question)));
      routes.add(
          Route.post(
                  path,
                  question.summary() + ", for the photos sent or named",
                  Route.Accepted.either(fields(question), AlbumChoice.PART),
                  answer,
                  request -> ask(question, request))
              .query(settings(question))
              .asking());
    }
    return routes;
  }

  private static List<Parameter> settings(AlbumQuestion question) {
    var settings = new ArrayList<>(question.settings());
    settings.add(Fields.DETAILS);
    settings.addAll(PhotoNames.SETTING);
    return settings;
  }

  private static List<Parameter> fields(AlbumQuestion question) {
    var fields = new ArrayList<>(AlbumChoice.FIELDS);
    fields.addAll(settings(question));
    return fields;
  }

  private Reply ask(AlbumQuestion question, Request request) throws IOException {
    var settings = request.settings();
    boolean details = SearchRoutes.flag(settings, "details");
    var asked = question.asking().with(settings);
    var chosen = choice.of(request, asked.needsNet());
    if (chosen.allRejected()) {
      throw Problem.of(422, "none of the photos could be used: " + chosen.firstRejection())
          .with("rejected", chosen.rejected());
    }
    var answer = answer(asked, chosen);
    var reply = Reply.json(details ? answer.details() : answer.plain());
    return chosen.rejected().isEmpty()
        ? reply
        : reply.header("Anmok-Rejected", listed(chosen.rejected()));
  }

  private Answer answer(AlbumQuestion.Asked asked, AlbumChoice.Chosen chosen) throws IOException {
    long before = service.library().catalog().generation();
    try {
      return service.gate().call(() -> asked.answering().about(chosen.photos()));
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest(String.valueOf(e.getMessage())); // settings that do not go together
    } catch (IOException e) {
      if (service.library().catalog().generation() != before) {
        throw Problem.of(409, "the workspace changed while it was looked at: ask again");
      }
      throw e;
    }
  }

  /// Photos that could not be used, in a header: the shape of the answer is the source's.
  private static String listed(List<Map<String, Object>> rejected) {
    return Ascii.json(rejected.subList(0, Math.min(MAX_LISTED, rejected.size())));
  }
}
