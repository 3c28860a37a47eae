package dev.anmok.app.api;

import dev.anmok.app.feedback.FeedbackJson;
import dev.anmok.app.feedback.Reporting;
import dev.anmok.app.http.Body;
import dev.anmok.app.http.Parameter;
import dev.anmok.app.http.Problem;
import dev.anmok.app.http.Reply;
import dev.anmok.app.http.Request;
import dev.anmok.app.http.Route;
import dev.anmok.app.http.Schema;
import dev.anmok.core.pipeline.Feedback;
import dev.anmok.core.pipeline.FeedbackKind;
import dev.anmok.core.pipeline.FeedbackLog;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What people make of answers: stored, reported, and forgotten.
///
/// @param service where items and photos are
record FeedbackRoutes(Service service) {
  private static final String FEEDBACK = "/api/v1/feedback";
  private static final String EVENTS = "events";
  private static final int MOST = 1_000;

  private static final Schema KIND =
      Schema.choice(
          Stream.of(FeedbackKind.values()).map(FeedbackKind::code).toArray(String[]::new));

  private static final List<Parameter> FIELDS =
      List.of(
          new Parameter("kind", KIND, "what happened"),
          Fields.text("at", "when, such as 2026-03-01T12:00:00Z (default: now)"),
          Fields.text("person", "who did it, at most 128 characters"),
          Fields.text("shop", "where, at most 128 characters"),
          Fields.text("answer", "the answer's id, from the header Anmok-Answer"),
          Fields.text("item", "id of the item"),
          Fields.text("photo", "id of the photo"),
          new Parameter("position", Schema.COUNT, "place in the answer, from 1"),
          new Parameter("score", Schema.NUMBER, "of shown: the score without anybody's taste"),
          Fields.text("category", "of wrong-category: the right one"),
          new Parameter(
              EVENTS,
              Schema.list(Schema.OBJECT),
              "several at once, at most 1000, with these keys"));

  List<Route> routes() {
    return List.of(
        Route.post(
            FEEDBACK,
            "Stores that a hit was clicked, liked, disliked, or in a wrong category",
            Route.Accepted.json(FIELDS),
            Schema.OBJECT,
            this::store),
        Route.get(
            FEEDBACK + "/report",
            "Counts, rates by place in the answer, satisfaction, and what people complain of",
            Schema.OBJECT,
            this::report),
        Route.delete(
                FEEDBACK,
                "Takes everything out that a person did, for good",
                Schema.OBJECT,
                this::forget)
            .query(List.of(Fields.text("person", "their id"))));
  }

  private FeedbackLog log() {
    return service.library().catalog().feedback();
  }

  private Reply store(Request request) throws IOException {
    if (!(request.body() instanceof Body.Fields(var fields))) {
      throw Problem.badRequest("field 'kind' is missing");
    }
    var rows = rows(fields);
    try {
      int stored = log().store(rows);
      return Reply.json(Map.of("received", rows.size(), "stored", stored));
    } catch (IllegalArgumentException e) {
      throw Problem.notFound(String.valueOf(e.getMessage()));
    }
  }

  private static List<Feedback> rows(Map<String, Object> fields) {
    var now = Instant.now();
    if (!fields.containsKey(EVENTS)) {
      return List.of(Problem.reading(() -> FeedbackJson.parse(fields, Optional.of(now))));
    }
    if (fields.size() > 1 || !(fields.get(EVENTS) instanceof List<?> list) || list.size() > MOST) {
      throw Problem.badRequest(
          "field 'events' must stand alone and be a list of at most " + MOST + " objects");
    }
    var rows = new ArrayList<Feedback>();
    for (var each : list) {
      var object = object(each, rows.size());
      int place = rows.size();
      rows.add(
          Problem.reading(() -> {
            try {
              return FeedbackJson.parse(object, Optional.of(now));
            } catch (IllegalArgumentException e) {
              throw new IllegalArgumentException("events[" + place + "]: " + e.getMessage(), e);
            }
          }));
    }
    return rows;
  }

  private static Map<String, Object> object(Object each, int place) {
    if (!(each instanceof Map<?, ?> map)) {
      throw Problem.badRequest("events[" + place + "] must be an object");
    }
    var object = new LinkedHashMap<String, Object>();
    map.forEach((key, value) -> object.put(String.valueOf(key), value));
    return object;
  }

  private Reply report(Request request) throws IOException {
    var reporting = new Reporting(service.library().session());
    return Reply.json(service.gate().call(() -> FeedbackJson.report(reporting.report())));
  }

  private Reply forget(Request request) throws IOException {
    var person =
        Problem.reading(
            () -> Feedback.requireOwner("person", request.settings().find("person").orElse("")));
    if (!service.shown().settle()) {
      throw Problem.of(503, "answers that were shown still wait to be written; ask again");
    }
    return Reply.json(Map.of("forgotten", log().forget(person)));
  }
}
