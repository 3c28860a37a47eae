package dev.anmok.app.feedback;

import dev.anmok.app.json.ShareJson;
import dev.anmok.app.json.Tree;
import dev.anmok.core.evaluate.FeedbackReport;
import dev.anmok.core.pipeline.Feedback;
import dev.anmok.core.pipeline.FeedbackKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Feedback as JSON objects: `{"kind":"liked","at":"2026-03-01T12:00:00Z","person":…,"shop":…,
/// "answer":…,"item":…,"photo":…,"position":3,"score":0.31,"category":…}`. What is empty is left
/// out.
public final class FeedbackJson {
  /// The keys of an object.
  private static final List<String> KEYS =
      List.of(
          "kind",
          "at",
          "person",
          "shop",
          "answer",
          "item",
          "photo",
          "position",
          "score",
          "category");

  private FeedbackJson() {}

  /// Reads an object.
  ///
  /// @param now stands where `at` is missing; empty if it must not be
  /// @throws IllegalArgumentException naming the key that is wrong
  public static Feedback parse(Map<String, ?> object, Optional<Instant> now) {
    for (var key : object.keySet()) {
      if (!KEYS.contains(key)) {
        throw new IllegalArgumentException(
            "unknown key '" + shortened(key) + "'; known here: " + String.join(", ", KEYS));
      }
    }
    var kind = text(object, "kind");
    if (kind.isEmpty()) {
      throw new IllegalArgumentException("the key 'kind' is missing");
    }
    return new Feedback(
        FeedbackKind.parse(kind),
        at(text(object, "at"), now),
        text(object, "person"),
        text(object, "shop"),
        text(object, "answer"),
        text(object, "item"),
        text(object, "photo"),
        position(object),
        number(object, "score").orElse(Double.NaN),
        text(object, "category"));
  }

  private static Instant at(String text, Optional<Instant> now) {
    if (text.isEmpty()) {
      return now.orElseThrow(() ->
          new IllegalArgumentException("the key 'at' is missing, such as 2026-03-01T12:00:00Z"));
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "at must be a time such as 2026-03-01T12:00:00Z, was '" + shortened(text) + "'", e);
    }
  }

  private static String text(Map<String, ?> object, String key) {
    var value = object.get(key);
    if (value == null) {
      return "";
    }
    if (value instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException(key + " must be a text");
  }

  private static Optional<Double> number(Map<String, ?> object, String key) {
    var value = object.get(key);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof Number number) {
      return Optional.of(number.doubleValue());
    }
    throw new IllegalArgumentException(key + " must be a number");
  }

  private static int position(Map<String, ?> object) {
    double position = number(object, "position").orElse(0.0);
    if (position != Math.rint(position) || position < 0 || position > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("position must be a whole number from 1");
    }
    return (int) position;
  }

  private static String shortened(String text) {
    return (text.length() > 40 ? text.substring(0, 40) + "…" : text).replaceAll("\\p{Cntrl}", "?");
  }

  /// Writes an object that [#parse] reads.
  public static Map<String, Object> of(Feedback row) {
    var json = Tree.of("kind", row.kind().code()).and("at", row.at().toString());
    texts(row)
        .forEach((key, value) -> {
          if (!value.isEmpty()) {
            json.and(key, value);
          }
        });
    if (row.position() > 0) {
      json.and("position", row.position());
    }
    return json.andFinite("score", row.score()).map();
  }

  private static Map<String, String> texts(Feedback row) {
    var texts = new LinkedHashMap<String, String>();
    texts.put("person", row.person());
    texts.put("shop", row.shop());
    texts.put("answer", row.answer());
    texts.put("item", row.item());
    texts.put("photo", row.photo());
    texts.put("category", row.category());
    return texts;
  }

  /// The report.
  public static Map<String, Object> report(FeedbackReport report) {
    var counts = Tree.empty();
    report.counts().forEach((kind, count) -> counts.and(kind.code(), count));
    return Tree.of("counts", counts.map())
        .and("answers", report.answers())
        .and("satisfaction", ShareJson.of(report.satisfaction()))
        .and(
            "positions",
            report.positions().stream()
                .map(place ->
                    Tree.of("position", place.position())
                        .and("clicked", ShareJson.of(place.clicked()))
                        .and("liked", ShareJson.of(place.liked()))
                        .map())
                .toList())
        .and(
            "disliked",
            report.disliked().stream()
                .map(each ->
                    Tree.of("subject", each.subject())
                        .and("disliked", ShareJson.of(each.opinions()))
                        .map())
                .toList())
        .and(
            "wrong_categories",
            report.wrong().stream()
                .map(each ->
                    Tree.of("shown", each.shown())
                        .and("right", each.right())
                        .and("count", each.count())
                        .map())
                .toList())
        .map();
  }
}
