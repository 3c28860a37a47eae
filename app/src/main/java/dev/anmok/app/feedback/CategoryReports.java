package dev.anmok.app.feedback;

import dev.anmok.core.embed.VectorSpace;
import dev.anmok.core.pipeline.Catalog;
import dev.anmok.core.pipeline.Feedback;
import dev.anmok.core.pipeline.FeedbackKind;
import dev.anmok.core.pipeline.PlacedPhoto;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What people said was in a wrong category, as labels to train a classifier by.
///
/// @param catalog with the photos and what people said
/// @param space of the vectors
public record CategoryReports(Catalog catalog, VectorSpace space) {
  /// A photo with its right category.
  ///
  /// @param category as a person named it
  public record Labelled(PlacedPhoto photo, String category) {}

  /// The photos that somebody named a category for, each once: the last report of it counts. A
  /// report of an item counts for all of its photos that have none of their own. One vector is held
  /// for each.
  public List<Labelled> labels() throws IOException {
    var last = new LinkedHashMap<String, Feedback>();
    try (var rows = catalog.feedback().byAnswer()) {
      rows.filter(row -> row.kind() == FeedbackKind.WRONG_CATEGORY)
          .forEach(row -> last.merge(subject(row), row, (a, b) -> b.at().isBefore(a.at()) ? a : b));
    }
    var labels = new LinkedHashMap<String, Labelled>();
    for (var row : last.values()) {
      if (!row.photo().isEmpty()) {
        add(labels, catalog.places(row.photo(), space).stream().limit(1).toList(), row);
      }
    }
    for (var row : last.values()) {
      var item = row.photo().isEmpty() ? catalog.item(row.item(), space) : null;
      if (item != null && item.isPresent()) {
        add(labels, item.get().photos(), row);
      }
    }
    return new ArrayList<>(labels.values());
  }

  private static String subject(Feedback row) {
    return row.photo().isEmpty() ? row.subject() : "photo " + row.photo();
  }

  private static void add(Map<String, Labelled> labels, List<PlacedPhoto> photos, Feedback row) {
    for (var photo : photos) {
      labels.putIfAbsent(photo.photo().sha256(), new Labelled(photo, row.category()));
    }
  }
}
